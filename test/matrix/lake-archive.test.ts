import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { archivePeriod } from '../../src/app/archive-period';
import { receive } from '../../src/app/consolidator';
import { consolidateInto } from '../../src/app/consolidate-into';
import { readDesk } from '../../src/app/desk';
import { lockPeriod } from '../../src/app/period-acts';
import type { ReceivedFile } from '../../src/app/ports';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { checkHere } from '../../src/intake/check-here';
import { zippedLake } from '../../src/lake/zipped';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { Lakes } from '../lake/lakes';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/**
 * An office's year leaves its workbook in three ways: the workbook itself, the archive of a period,
 * and the pane's zip. All three are one lake.
 */
const AGENCIES = ['SNV', '842', '29461'];
const plan = smallPlan('tra-vinh-2024', AGENCIES);
const MONTHS = ['2024-01', '2024-02'];
const quiet = { cancelled: false, step: () => undefined };
const said = { who: 'Trần Thị Bưởi', at: '2024-11-01 08:00:00.000' };

const { path, run, added, contents, remove } = new Lakes();
afterAll(remove);

const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
let archive: Record<string, Uint8Array>;

beforeAll(async () => {
  const folder: ReceivedFile[] = [];
  for (const month of MONTHS) {
    const forms = AGENCIES.map((agency, index) => new Form(plan, agency, month).fill(30 + index));
    const files = await Promise.all(
      forms.map(async ({ fileName, workbook }): Promise<ReceivedFile> => {
        const bytes = await writeWorkbook(workbook);
        return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
      }),
    );
    const drop = { period: periodOf(month), received: '2024-03-01', run: 'lượt' };
    await receive(port, files, checkHere, drop, { check: quiet, write: quiet });
    folder.push(...files);
    const asItIs = { acceptIncomplete: true, asOf: null };
    await consolidateInto(port, periodOf(month), asItIs, said, quiet);
    await lockPeriod(port, month, said, quiet);
  }
  const february = periodOf('2024-02');
  const made = await archivePeriod(port, february, folder, writeWorkbook, said.at, quiet);
  archive = unzipSync(made.bytes);
  writeFileSync(path('luu-tru.zip'), made.bytes);
  writeFileSync(path('so.xlsx'), await writeWorkbook(port.workbook));
});

/** All of a lake but its logs, which tell when they were written. */
function files(lake: string): Record<string, string> {
  const all = Object.entries(contents(lake)).filter(([name]) => !name.includes('_delta_log'));
  return Object.fromEntries(all);
}

it('the archive of a period makes what the workbook it was made of makes', () => {
  const first = added('tu-luu-tru', '--archive', 'luu-tru.zip').plans[0];
  expect(first).toMatchObject({ plan: plan.id, submissions: 6, added: 6 });
  expect(first.rows.locked).toBeGreaterThan(0);
  added('tu-so', '--ledger', 'so.xlsx');
  expect(files('tu-luu-tru')).toEqual(files('tu-so'));
});

it('each file counts once, from wherever and however often it comes', () => {
  const before = contents('tu-luu-tru');
  expect(added('tu-luu-tru', '--archive', 'luu-tru.zip').plans[0].added).toBe(0);
  expect(added('tu-luu-tru', '--ledger', 'so.xlsx').plans[0].added).toBe(0);
  expect(contents('tu-luu-tru')).toEqual(before);
  const both = added('ca-hai', '--ledger', 'so.xlsx', '--archive', 'luu-tru.zip', 'luu-tru.zip');
  expect(both.plans[0].submissions).toBe(6);
  expect(files('ca-hai')).toEqual(files('tu-so'));
});

it('the pane’s zip is, file for file, the folder the command line makes', async () => {
  const { plan: own, ledger: submissions, signed } = await readDesk(port);
  for (const [lake, withNames] of [
    ['khong-ten', false],
    ['co-ten', true],
  ] as const) {
    added(lake, '--ledger', 'so.xlsx', ...(withNames ? ['--names'] : []));
    const zipped = zippedLake({ plan: own, submissions, signed }, withNames, 0);
    if (!zipped.ok) throw new Error(zipped.refusal.code);
    for (const [name, bytes] of Object.entries(unzipSync(zipped.value))) {
      const whole = path(`${lake}-zip/${name}`);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, bytes);
    }
    expect(files(`${lake}-zip`)).toEqual(files(lake));
    expect(added(`${lake}-zip`, '--ledger', 'so.xlsx').plans[0].added).toBe(0);
  }
});

const ledgerIn = (files: Record<string, Uint8Array>) =>
  Object.keys(files).find((name) => name.endsWith('so-so-lieu.xlsx'))!;

it.each<[string, (files: Zippable) => void, string]>([
  [
    'whose workbook was changed',
    (files) => (files[ledgerIn(archive)] = archive[ledgerIn(archive)].slice(0, -1)),
    'so-so-lieu.xlsx',
  ],
  ['that lacks its workbook', (files) => delete files[ledgerIn(archive)], 'so-so-lieu.xlsx'],
  [
    'that lacks its list',
    (files) => {
      const list = Object.keys(archive).find((name) => name.endsWith('danh-muc.csv'))!;
      delete files[list];
    },
    'danh-muc.csv',
  ],
  [
    'an original of which is another file',
    (files) => {
      const original = Object.keys(archive).find((name) => name.includes('ban-goc/'))!;
      files[original] = archive[ledgerIn(archive)];
    },
    'ban-goc/',
  ],
  [
    'that is none',
    (files) => {
      for (const name of Object.keys(files)) delete files[name];
      files['anh.txt'] = new Uint8Array([1]);
    },
    '.zip',
  ],
])('an archive %s adds nothing, and is named', (_what, spoil, named) => {
  const spoilt: Zippable = { ...archive };
  spoil(spoilt);
  writeFileSync(path('hong.zip'), zipSync(spoilt));
  const before = contents('tu-luu-tru');
  const { code, err } = run('lake', 'tu-luu-tru', '--archive', 'hong.zip', '--lang', 'en');
  expect([code, err]).toEqual([2, expect.stringContaining('hong.zip')]);
  expect(err).toContain(named);
  expect(contents('tu-luu-tru')).toEqual(before);
});
