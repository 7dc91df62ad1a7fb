import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readLedger } from '../../src/domain/ledger/ledger-tables';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { long } from '../long';
import { scratch, tonghop, type Ran } from './tonghop';

/**
 * Two runs at once, runs that are killed, links, files of others: nothing that was accepted is
 * lost, nothing foreign written over.
 */
const folder = scratch();
afterAll(folder.remove);

const PLAN = 'vinh-chap-2024';
const SHIM = resolve(__dirname, '../../src/cli/tonghop.js');
const AGENCIES = ['MC', 'TPHT', 'VP'];
const path = (name: string) => join(folder.path, name);
const run = (...args: string[]): Ran => tonghop(folder.path, ...args);

function put(name: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), bytes);
}

beforeAll(async () => {
  run('plan', PLAN, '--out', 'plan.xlsx');
  for (const agency of AGENCIES)
    put(
      `nop/${agency}/biểu.xlsx`,
      await writeWorkbook(Form.of(agency, '2024-03', PLAN).fill().workbook),
    );
});

const words = (agency: string, ledger: string, out = 'r.xlsx') => [
  ...[
    'consolidate',
    'plan.xlsx',
    '--period',
    '2024-03',
    '--in',
    `nop/${agency}`,
    '--ledger',
    ledger,
  ],
  ...['--out', out, '--received', '2024-03-18'],
];

/** Who is in a ledger; half a submission is none. */
function acceptedIn(ledger: string): string[] {
  const book = readWorkbook(new Uint8Array(readFileSync(path(ledger))));
  if (!book.ok) throw new Error(book.refusal.code);
  const read = readLedger(book.value, builtinPlan(PLAN)!);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.interrupted).toEqual([]);
  return read.value.submissions.map(({ agency }) => agency).sort();
}

function start(
  args: readonly string[],
  node: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(process.execPath, [...node, SHIM, ...args], { cwd: folder.path });
  const ran = { code: -1, out: '', err: '' };
  child.stdout.on('data', (data) => (ran.out += data));
  child.stderr.on('data', (data) => (ran.err += data));
  return {
    child,
    ended: new Promise((done) => child.on('close', (code) => done({ ...ran, code: code ?? -1 }))),
  };
}

/** What lies in the folder that no command was asked for. */
function debris(): string[] {
  return readdirSync(folder.path).filter((name) => name.startsWith('.') || name.endsWith('.tmp'));
}

const lockOf = (ledger: string) => path(`.${ledger}.khoa`);

describe('two runs on one ledger', () => {
  it('at once: whatever is said to be accepted is there, and who was refused is told so', async () => {
    const runs = AGENCIES.map((agency) => start(words(agency, 'cùng.xlsx', `${agency}.xlsx`)));
    const ran = await Promise.all(runs.map(({ ended }) => ended));
    const done = AGENCIES.filter((_, index) => ran[index].code === 0);
    expect(acceptedIn('cùng.xlsx')).toEqual(done);
    expect(done.length).toBeGreaterThan(0);
    for (const { code, err } of ran.filter(({ code: one }) => one !== 0)) {
      expect(code).toBe(2);
      expect(err).toMatch(/Một lượt chạy khác đang ghi sổ “cùng\.xlsx”.*0 phút|1 phút/);
    }
    expect(debris()).toEqual([]);
  });

  it('a ledger held by a process at work is refused, with how long; one of a process that has ended is not', () => {
    const holder = (pid: number, host: string, started: string) =>
      put('.giữ.xlsx.khoa', JSON.stringify({ pid, host, started, birth: null, token: 'khác' }));
    const hoursAgo = new Date(Date.now() - 3 * 3_600_000).toISOString();
    holder(process.pid, hostname(), new Date().toISOString());
    const held = run(...words('MC', 'giữ.xlsx'));
    expect(held.code).toBe(2);
    expect(held.err).toMatch(
      new RegExp(`tiến trình ${process.pid}, bắt đầu cách đây 0 phút.*“\\.giữ\\.xlsx\\.khoa”`),
    );
    expect([existsSync(path('giữ.xlsx')), existsSync(path('r.xlsx'))]).toEqual([false, false]);

    holder(1, 'máy-khác', hoursAgo);
    expect(run(...words('MC', 'giữ.xlsx'), '--lang', 'en').err).toMatch(
      /computer máy-khác.*3 hours ago/,
    );

    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    holder(ended, hostname(), hoursAgo);
    const taken = run(...words('MC', 'giữ.xlsx'));
    expect(taken.code).toBe(0);
    expect(taken.err).toMatch(/cách đây 3 giờ\) đã bị dừng giữa chừng/);
    expect(existsSync(lockOf('giữ.xlsx'))).toBe(false);
    expect(acceptedIn('giữ.xlsx')).toEqual(['MC']);
  });

  it('a ledger somebody else wrote in the meantime is not written over', async () => {
    run(...words('MC', 'đổi.xlsx'));
    const { child, ended } = start(words('VP', 'đổi.xlsx'));
    await until(() => existsSync(lockOf('đổi.xlsx')), child);
    // Whoever it was knows nothing of locks.
    writeFileSync(path('đổi.xlsx'), 'của người khác');
    expect(await ended).toMatchObject({ code: 2, err: expect.stringMatching(/đổi\.xlsx/) });
    expect(readFileSync(path('đổi.xlsx'), 'utf8')).toBe('của người khác');
  });
});

/** Looks again and again, as long as the process is there. */
async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error('it ended before');
    await new Promise((done) => setTimeout(done, 2));
  }
}

describe('a run that is killed', () => {
  it('leaves the old ledger or the new one, and the next run takes up from there and cleans up', async () => {
    run(...words('MC', 'chết.xlsx'));
    const before = readFileSync(path('chết.xlsx'));
    for (const delay of long([0, 300], [0, 50, 100, 150, 200, 250, 300, 350, 400, 500, 600, 800])) {
      writeFileSync(path('chết.xlsx'), before);
      const { child, ended } = start(words('VP', 'chết.xlsx'));
      await until(() => existsSync(lockOf('chết.xlsx')), child);
      await new Promise((done) => setTimeout(done, delay));
      child.kill('SIGKILL');
      const { code } = await ended;
      const there = acceptedIn('chết.xlsx');
      expect([['MC'], ['MC', 'VP']]).toContainEqual(there);
      if (code === 0) expect(there).toEqual(['MC', 'VP']);
      expect(run(...words('TPHT', 'chết.xlsx'))).toMatchObject({ code: 0 });
      expect(acceptedIn('chết.xlsx')).toEqual([...there, 'TPHT'].sort());
      expect(debris()).toEqual([]);
    }
  });

  it('in the moment it takes the ledger keeps nobody from it', async () => {
    // Whatever call puts the lock there is the last thing this run does.
    put(
      'giết.cjs',
      `const fs = require('node:fs');
      const isLock = (one) => typeof one === 'string' && one.endsWith('.khoa');
      const end = () => process.kill(process.pid, 'SIGKILL');
      const { openSync, writeFileSync, linkSync, renameSync } = fs;
      fs.writeFileSync = (path, ...more) => {
        if (!isLock(path)) return writeFileSync(path, ...more);
        fs.closeSync(openSync(path, 'wx'));
        end();
      };
      for (const [name, call] of Object.entries({ linkSync, renameSync }))
        fs[name] = (from, to) => (call(from, to), isLock(to) && end());`,
    );
    const { child, ended } = start(words('MC', 'lúc khóa.xlsx'), ['--require', path('giết.cjs')]);
    await ended;
    expect([child.signalCode, existsSync(lockOf('lúc khóa.xlsx'))]).toEqual(['SIGKILL', true]);
    expect(run(...words('MC', 'lúc khóa.xlsx'))).toMatchObject({
      code: 0,
      err: expect.stringMatching(/đã bị dừng giữa chừng/),
    });
    expect(acceptedIn('lúc khóa.xlsx')).toEqual(['MC']);
    expect(debris()).toEqual([]);
  });

  it('as people end one, with Ctrl+C, leaves no lock', async () => {
    const { child, ended } = start(words('MC', 'dừng.xlsx'));
    await until(() => existsSync(lockOf('dừng.xlsx')), child);
    child.kill('SIGINT');
    expect((await ended).code).not.toBe(0);
    expect(debris()).toEqual([]);
  });

  it('leaves files half written that the next one clears away, and none of a run at work', () => {
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    put(`.tonghop-${ended}-${machine}.tmp`, 'nửa');
    put(`.tonghop-${process.pid}-${machine}.tmp`, 'đang ghi');
    put(`.tonghop-${ended}-0123abcd.tmp`, 'của máy khác');
    expect(run('plans', '--json', 'p.json').code).toBe(0);
    expect(debris().sort()).toEqual(
      [`.tonghop-${process.pid}-${machine}.tmp`, `.tonghop-${ended}-0123abcd.tmp`].sort(),
    );
    debris().forEach((name) => rmSync(path(name)));
  });
});

describe('a link is followed', () => {
  it.each([
    ['to a ledger', true],
    ['to one that is not there yet', false],
  ])('%s', (_what, isThere) => {
    const name = isThere ? 'thật.xlsx' : 'chưa có.xlsx';
    mkdirSync(path('sổ'), { recursive: true });
    if (isThere) run(...words('MC', `sổ/${name}`));
    symlinkSync(`sổ/${name}`, path(`đến ${name}`));
    expect(run(...words('VP', `đến ${name}`)).code).toBe(0);
    expect([
      lstatSync(path(`đến ${name}`)).isSymbolicLink(),
      readlinkSync(path(`đến ${name}`)),
    ]).toEqual([true, `sổ/${name}`]);
    expect(acceptedIn(`sổ/${name}`)).toEqual(isThere ? ['MC', 'VP'] : ['VP']);
    expect(run(...words('VP', `đến ${name}`, `sổ/${name}`))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/hai lần/),
    });
  });
});

describe('what this product did not write is not written over', () => {
  const json = ['plans', '--json'];
  it.each([
    ['somebody’s JSON', 'của-tôi.json', '{"version":1,"name":"x"}'],
    ['a list of somebody’s', 'danh-sách.json', '[1,2]'],
    ['the ledger’s own JSON', 'sổ.json', '{"version":1,"plan":"a","submissions":[]}'],
    ['text', 'ghi chú.txt', 'việc cần làm'],
    ['a form', 'biểu.xlsx', 'PK'],
    ['JSON cut short', 'cụt.json', '{"version":1,"pla'],
  ])('%s', (_what, name, content) => {
    put(name, content);
    const { code, err } = run(...json, name);
    expect([code, err]).toEqual([2, expect.stringMatching(/không ghi đè/)]);
    expect(readFileSync(path(name), 'utf8')).toBe(content);
  });

  it('not through a link either', () => {
    put('quý.txt', 'quý');
    symlinkSync('quý.txt', path('nối.json'));
    expect(run(...json, 'nối.json').code).toBe(2);
    expect(readFileSync(path('quý.txt'), 'utf8')).toBe('quý');
  });

  it('a report is made again, unless somebody has worked in it since', () => {
    const again = words('MC', 'sổ 2.xlsx', 'báo cáo.xlsx');
    expect([run(...again).code, run(...again).code]).toEqual([0, 0]);
    const parts = unzipSync(new Uint8Array(readFileSync(path('báo cáo.xlsx'))));
    const said = strFromU8(parts['docProps/core.xml']);
    const saved = said.replace(/(<dcterms:modified[^>]*>)[^<]*/, '$12024-03-20T08:00:00Z');
    put('báo cáo.xlsx', zipSync({ ...parts, 'docProps/core.xml': strToU8(saved) }));
    const before = readFileSync(path('báo cáo.xlsx'));
    expect(run(...again)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/có người sửa và lưu lại/),
    });
    expect(readFileSync(path('báo cáo.xlsx')).equals(before)).toBe(true);
  });

  it('an empty file and JSON of our own may be, whichever command made it', () => {
    put('ra.json', '');
    expect(run(...json, 'ra.json').code).toBe(0);
    for (const args of [
      ['rules'],
      ['check-plan', 'plan.xlsx'],
      ['check', 'plan.xlsx', 'nop/MC/biểu.xlsx'],
      ['plans'],
    ])
      expect([0, 1]).toContain(run(...args, '--json', 'ra.json').code);
    expect(JSON.parse(readFileSync(path('ra.json'), 'utf8')).plans).toHaveLength(7);
    put('rỗng.xlsx', '');
    expect(run('plan', PLAN, '--out', 'rỗng.xlsx').code).toBe(0);
    put('sổ rỗng.xlsx', '');
    put('báo cáo rỗng.xlsx', '');
    expect(run(...words('MC', 'sổ rỗng.xlsx', 'báo cáo rỗng.xlsx')).code).toBe(0);
    expect(acceptedIn('sổ rỗng.xlsx')).toEqual(['MC']);
  });

  const posix = process.platform === 'win32' ? it.skip : it;
  posix('a device is written to and stays what it is', () => {
    expect(run(...json, '/dev/null').code).toBe(0);
    expect(run(...words('MC', 'thiết bị.xlsx', '/dev/null'), '--json', '/dev/null').code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const { out } = run('check', 'plan.xlsx', 'nop/MC/biểu.xlsx', '--json', '/dev/stdout');
    expect(out).toContain('"plan": "vinh-chap-2024"');
    expect(readdirSync('/dev').filter((name) => /tonghop|tmp$/.test(name))).toEqual([]);
  });
});

describe('a file somebody has open', () => {
  it.each([
    ['Excel', '~$mở.xlsx'],
    ['LibreOffice', '.~lock.mở.xlsx#'],
  ])('in %s is refused by name before any work, and nothing is written', (_program, owner) => {
    put(owner, 'x');
    for (const args of [
      words('MC', 'mở.xlsx', 'kết quả.xlsx'),
      words('MC', 'khác.xlsx', 'mở.xlsx'),
    ]) {
      const { code, err } = run(...args);
      expect([code, err]).toEqual([2, expect.stringMatching(/“mở\.xlsx” đang mở/)]);
      expect(err).toContain(owner);
    }
    expect(
      ['mở.xlsx', 'kết quả.xlsx', 'khác.xlsx'].filter((name) => existsSync(path(name))),
    ).toEqual([]);
    rmSync(path(owner));
  });
});
