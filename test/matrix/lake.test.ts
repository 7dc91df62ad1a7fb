import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { loadWithPlan } from '../../src/cli/load';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { LEDGER_FORMAT, LEDGER_FORMAT_PROPERTY } from '../../src/domain/ledger/ledger-tables';
import { zippedLake } from '../../src/lake/zipped';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Lakes, PLAN, year } from '../lake/lakes';
import { simulatedYear, TIDY } from '../lake/simulated';

/**
 * What an open lake does not take, and what becomes of one that was ended, copied or changed
 * halfway.
 */
const { path, run, added, ledger, contents, remove } = new Lakes();
afterAll(remove);

beforeAll(async () => {
  await ledger('year.xlsx', year);
  await ledger(
    'first.xlsx',
    year.filter(({ period }) => period < '2024-03'),
  );
  added('kho', '--ledger', 'first.xlsx');
  added('kho', '--ledger', 'year.xlsx');
});

it('in whatever order and however often it is added to, the same ledgers make the same tables', () => {
  added('khac', '--ledger', 'year.xlsx');
  const tables = (lake: string) =>
    Object.fromEntries(
      Object.entries(contents(lake)).filter(([name]) => name.endsWith('.parquet')),
    );
  expect(tables('khac')).toEqual(tables('kho'));
});

it('the lake of the pane, unpacked, is what the command line makes of the same ledger', async () => {
  const { plan, ledger: read } = loadWithPlan(path('year.xlsx'), () => PLAN, 'vi');
  const { submissions, signed } = read;
  const zipped = zippedLake({ plan, submissions, signed }, false, 0);
  if (!zipped.ok) throw new Error(zipped.refusal.code);
  for (const [name, bytes] of Object.entries(unzipSync(zipped.value))) {
    const whole = path(`giai-nen/${name}`);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, bytes);
  }
  const isSame = (name: string) => name.endsWith('.parquet');
  const files = (lake: string) => Object.entries(contents(lake)).filter(([name]) => isSame(name));
  expect(files('giai-nen')).toEqual(files('khac'));
  expect(added('giai-nen', '--ledger', 'year.xlsx').plans[0].added).toBe(0);
});

it('a run that was ended between the logs and the list is completed by the next, and asked of before that is named', () => {
  cpSync(path('kho'), path('do'), { recursive: true });
  const log = readdirSync(path('do/figures/_delta_log')).sort().at(-1)!;
  rmSync(path(`do/figures/_delta_log/${log}`));
  const asked = run('lake', 'query', 'do', '--period', '2024', '--lang', 'en');
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('The log of table “figures” does not agree');
  const again = run('lake', 'do', '--lang', 'en');
  expect([again.code, again.err]).toEqual([0, expect.stringContaining('ended halfway')]);
  expect(run('lake', 'query', 'do', '--period', '2024', '--lang', 'en').err).not.toContain(
    'does not agree',
  );
});

it.each([
  ['lacks the file', (file: string) => rmSync(file)],
  [
    'is not as it was written',
    (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from(' ')])),
  ],
  [
    'is not as it was written',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[20] ^= 1;
      writeFileSync(file, bytes);
    },
  ],
])('a lake that %s is named by that file, and neither read nor added to', (said, spoil) => {
  rmSync(path('hong'), { recursive: true, force: true });
  cpSync(path('kho'), path('hong'), { recursive: true });
  const file = Object.keys(contents('hong')).find(
    (name) => name.startsWith('figures/') && name.endsWith('.parquet'),
  )!;
  spoil(path(`hong/${file}`));
  for (const args of [
    ['lake', 'hong', '--ledger', 'year.xlsx'],
    ['lake', 'query', 'hong', '--period', '2024'],
  ]) {
    const { code, err } = run(...args, '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).toContain(file);
  }
});

it.each([
  ['is no JSON', '{"format": 1, "pl'],
  ['is empty', ''],
  ['says nothing of plans', '{"format": 1}'],
  ['is a table', '[]'],
  [
    'names a file of no hash',
    '{"format":1,"plans":{"x":{"files":{"figures":[{"path":"figures/"}]}}}}',
  ],
])('a list that %s is named, and the lake neither read nor added to', (_what, text) => {
  rmSync(path('hong'), { recursive: true, force: true });
  cpSync(path('kho'), path('hong'), { recursive: true });
  writeFileSync(path('hong/_tonghop/lake.json'), text);
  const before = contents('hong');
  for (const args of [
    ['lake', 'hong', '--ledger', 'year.xlsx'],
    ['lake', 'query', 'hong', '--period', '2024'],
  ]) {
    const { code, err } = run(...args, '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining('_tonghop/lake.json')]);
  }
  expect(contents('hong')).toEqual(before);
});

it('a list that names a file outside of its lake is not followed', () => {
  rmSync(path('hong'), { recursive: true, force: true });
  cpSync(path('kho'), path('hong'), { recursive: true });
  const list = path('hong/_tonghop/lake.json');
  const text = readFileSync(list, 'utf8');
  writeFileSync(list, text.replace('"path": "figures/', '"path": "figures/../../kho/figures/'));
  const { code, err } = run('lake', 'hong', '--ledger', 'year.xlsx', '--lang', 'en');
  expect([code, err]).toEqual([2, expect.stringContaining('_tonghop/lake.json')]);
});

it('names of persons stay behind unless they are asked for', async () => {
  const who = 'Trần Thị Bưởi';
  const grounds = { reason: 'nhập hộ', document: '12/SNV', who };
  await ledger('nguoi.xlsx', [
    { ...year[0], version: 2, hash: 'a'.repeat(64), origin: 'adjustment', grounds },
    ...year,
  ]);
  const holds = (lake: string) =>
    Object.keys(contents(lake)).some((name) => {
      const bytes = readFileSync(path(`${lake}/${name}`));
      const text = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      return text.includes(who);
    });
  added('an', '--ledger', 'nguoi.xlsx');
  expect(holds('an')).toBe(false);
  added('an', '--ledger', 'nguoi.xlsx', '--names');
  expect(holds('an')).toBe(true);
  added('an', '--ledger', 'nguoi.xlsx');
  expect(holds('an')).toBe(false);
});

describe('what contradicts itself is named, and nothing is mixed', () => {
  const refused = (...args: string[]): string => {
    const before = contents('kho');
    const { code, err } = run('lake', 'kho', ...args, '--lang', 'en');
    expect(code).toBe(2);
    expect(contents('kho')).toEqual(before);
    return err;
  };
  const other = (change: Partial<Plan>): Plan => ({ ...PLAN, ...change });

  it('two provinces that call their plan the same', async () => {
    const agencies = PLAN.agencies.map((one, index) =>
      index === 0 ? { ...one, name: 'Sở của tỉnh khác' } : one,
    );
    writeFileSync(
      path('khac.xlsx'),
      await writeWorkbook(emptyWorkbook(writePlan(other({ agencies })))),
    );
    const said = refused('--plan', 'khac.xlsx', '--ledger', 'year.xlsx');
    expect(said).toContain(`“${PLAN.agencies[0].code}”`);
    expect(said).toContain('Sở của tỉnh khác');
  });

  it('one agency code in two plans is told, and goes by plan', async () => {
    const agencies = PLAN.agencies.map((one) => ({ ...one, name: `${one.name} (tỉnh B)` }));
    const plan = other({ id: 'tinh-b-2024', agencies });
    writeFileSync(path('b-plan.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(plan))));
    await ledger('b.xlsx', simulatedYear(plan, 2, TIDY, 2), plan);
    const { code, err } = run(
      'lake',
      'hai',
      '--ledger',
      'year.xlsx',
      'b.xlsx',
      '--plan',
      'b-plan.xlsx',
      '--lang',
      'en',
    );
    expect([code, err]).toEqual([0, expect.stringContaining('One agency code in several plans')]);
    expect(
      Object.keys(contents('hai')).filter((name) =>
        /^figures\/plan=(vinh-chap|tinh-b)-2024\//.test(name),
      ),
    ).not.toEqual([]);
  });

  it('one version that is two files', async () => {
    await ledger(
      'ban-khac.xlsx',
      year.map((one) => ({ ...one, hash: `f${one.hash.slice(1)}`, file: `khac/${one.file}` })),
    );
    expect(refused('--ledger', 'ban-khac.xlsx')).toContain('Version 1 of agency');
  });

  it('a ledger of a newer format', async () => {
    const opened = readWorkbook(readFileSync(path('year.xlsx')));
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { properties } = opened.value;
    const newer = new Map([...properties, [LEDGER_FORMAT_PROPERTY, String(LEDGER_FORMAT + 1)]]);
    writeFileSync(path('sau.xlsx'), await writeWorkbook({ ...opened.value, properties: newer }));
    expect(refused('--ledger', 'sau.xlsx')).toContain('sau.xlsx');
  });

  it('a ledger of a plan nobody knows, and what is no ledger', async () => {
    await ledger('la.xlsx', [], other({ id: 'la-2031' }));
    expect(refused('--ledger', 'la.xlsx')).toContain('“la-2031”');
    run('plan', PLAN.id, '--out', 'plan.xlsx');
    writeFileSync(
      path('trong.xlsx'),
      await writeWorkbook(emptyWorkbook([])).catch(() => new Uint8Array()),
    );
    expect(refused('--ledger', 'trong.xlsx')).not.toBe('');
  });

  it('a lake of a newer format, a folder of somebody else', () => {
    cpSync(path('kho'), path('moi'), { recursive: true });
    const list = path('moi/_tonghop/lake.json');
    writeFileSync(list, readFileSync(list, 'utf8').replace('"format": 1', '"format": 9'));
    expect(run('lake', 'moi', '--lang', 'en').err).toContain('made by a newer version');
    mkdirSync(path('nha'));
    writeFileSync(path('nha/anh.txt'), 'x');
    const { code, err } = run('lake', 'nha', '--ledger', 'year.xlsx', '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining('is no lake')]);
    expect(readdirSync(path('nha'))).toEqual(['anh.txt']);
  });
});

it('what a question cannot mean is said before anything is asked', () => {
  const said = (...args: string[]) => run('lake', ...args, '--lang', 'en').err;
  expect(said('query', 'kho', '--period', '2024', '--level', 'so')).toContain('--level takes');
  expect(said('query', 'kho', '--period', '2024', '--out', 'x.docx')).toContain('--out takes');
  expect(said('query', 'kho')).toContain('--period');
  expect(said('query', 'nha', '--period', '2024')).toContain('is no lake');
  expect(said('kho', '--period', '2024')).toContain('--period');
});
