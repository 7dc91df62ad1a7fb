import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop, validated } from './tonghop';

/**
 * Which files of the folders a person names are read, which are not, and that nothing of it is
 * silent.
 */
const folder = scratch();
afterAll(folder.remove);

const PLAN = 'vinh-chap-2024';
let form: Uint8Array;

const path = (name: string) => join(folder.path, name);
function put(name: string, bytes: Uint8Array | string = form): void {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), bytes);
}

beforeAll(async () => {
  form = await writeWorkbook(Form.of('TPHT', '2024-03', PLAN).fill().workbook);
  tonghop(folder.path, 'plan', PLAN, '--out', 'plan.xlsx');
});

interface Json {
  accepted: number;
  files: { file: string; verdict: string; findings: { code: string }[] }[];
  skipped: string[];
}

function consolidate(where: string, ...args: string[]) {
  const plan = where === '.' ? 'plan.xlsx' : path('plan.xlsx');
  const { code, out, err } = tonghop(
    path(where),
    ...[
      'consolidate',
      plan,
      '--period',
      '2024-03',
      '--out',
      path('r.xlsx'),
      '--received',
      '2024-03-18',
    ],
    ...['--json', '-', ...args],
  );
  return { code, err, json: code === 2 ? null : validated<Json>('consolidate', out) };
}

describe('a folder that is named is read, whatever it is called', () => {
  it.each([
    ['above', 'here', '../nop'],
    ['two levels above', 'here/below', '../../nop'],
    ['the folder one stands in', 'nop', '.'],
    ['below a dot-directory', '.', '.data/nop'],
    ['a dot-directory', '.', '.nop'],
    ['named as what is skipped within folders', '.', 'nhận.tmp'],
    ['so named, reached in a roundabout way', '.', './nhận.tmp/../nhận.tmp/'],
  ])('%s', (_what, where, given) => {
    mkdirSync(path(where), { recursive: true });
    put(join(where, given, 'biểu.xlsx'));
    const { code, json } = consolidate(where, '--in', given);
    expect(json!.files).toHaveLength(1);
    expect([code, json!.accepted]).toEqual([0, 1]);
  });

  it('links to files and to folders are followed, a circle of them once', () => {
    put('ở-nơi-khác/biểu.xlsx');
    put('ở-nơi-khác/cả-thư-mục/biểu khác.xlsx', new TextEncoder().encode('x'));
    mkdirSync(path('liên-kết/trong'), { recursive: true });
    symlinkSync(path('ở-nơi-khác/biểu.xlsx'), path('liên-kết/tệp.xlsx'));
    symlinkSync('../ở-nơi-khác/cả-thư-mục', path('liên-kết/thư-mục'));
    symlinkSync('..', path('liên-kết/trong/vòng'));
    symlinkSync(path('liên-kết/trong'), path('liên-kết/a-vòng'));
    const { json } = consolidate('.', '--in', 'liên-kết');
    expect(json!.files.map(({ file }) => file)).toEqual([
      'liên-kết/thư-mục/biểu khác.xlsx',
      'liên-kết/tệp.xlsx',
    ]);
    expect(json!.accepted).toBe(1);
    symlinkSync('liên-kết', path('đến-liên-kết'));
    expect(consolidate('.', '--in', 'đến-liên-kết').json!.accepted).toBe(1);
  });

  it('a link that leads nowhere is a file nobody can open', () => {
    put('đứt/biểu.xlsx');
    symlinkSync('không-có.xlsx', path('đứt/mất.xlsx'));
    const { code, json } = consolidate('.', '--in', 'đứt');
    expect(code).toBe(1);
    expect(json!.files.map(({ file, findings }) => [file, findings[0]?.code])).toEqual([
      ['đứt/biểu.xlsx', 'text-tidied'],
      ['đứt/mất.xlsx', 'file-unreachable'],
    ]);
  });
});

describe('what is skipped is said, with a count', () => {
  it('system files, hidden folders, entries of archives, the command’s own files', () => {
    put('lẫn/biểu.xlsx');
    put('lẫn/~$biểu.xlsx', 'x');
    put('lẫn/.ẩn/biểu.xlsx');
    put('lẫn/.ẩn/sâu/nữa.xlsx');
    put(
      'lẫn/nén.zip',
      zipSync({ 'Thumbs.db': new Uint8Array(3), 'ghi chú.pdf': new Uint8Array(3) }),
    );
    const { err, json } = consolidate('.', '--in', 'lẫn', '--ledger', 'lẫn/so.xlsx');
    expect(json!.skipped).toEqual([
      'lẫn/.ẩn/biểu.xlsx',
      'lẫn/.ẩn/sâu/nữa.xlsx',
      'lẫn/nén.zip/Thumbs.db',
      'lẫn/~$biểu.xlsx',
    ]);
    expect(err).toMatch(/Bỏ qua 4 tệp.*lẫn\/\.ẩn\/biểu\.xlsx/);
    expect(consolidate('.', '--in', 'lẫn', '--ledger', 'lẫn/so.xlsx').err).toMatch(
      /Bỏ qua 5 tệp.*lẫn\/so\.xlsx/,
    );
    expect(consolidate('.', '--in', 'lẫn', '--ledger', 'lẫn/so.xlsx', '--lang', 'en').err).toMatch(
      /5 files left out/,
    );
  });
});

describe('a run that finds no file says so', () => {
  it('and cannot be done, unless its ledger holds accepted figures', () => {
    mkdirSync(path('rỗng/trong'), { recursive: true });
    const none = consolidate('.', '--in', 'rỗng', '--ledger', 'mới.xlsx');
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/Không có tệp nào.*“rỗng”/);
    expect(existsSync(path('mới.xlsx'))).toBe(false);

    put('chỉ-hệ-thống/Thumbs.db', 'x');
    const skipped = consolidate('.', '--in', 'chỉ-hệ-thống', 'rỗng', '--lang', 'en');
    expect(skipped.code).toBe(2);
    expect(skipped.err).toMatch(/No file.*“chỉ-hệ-thống”, “rỗng”.*1 file/);

    put('có/biểu.xlsx');
    expect(consolidate('.', '--in', 'có', '--ledger', 'sổ.xlsx').code).toBe(0);
    const known = consolidate('.', '--in', 'rỗng', '--ledger', 'sổ.xlsx');
    expect([known.code, known.json!.accepted, known.json!.files]).toEqual([0, 1, []]);
    expect(known.err).toMatch(/Không có tệp nào/);
  });

  it('and that its ledger holds only what was returned', async () => {
    const wrong = Form.of('TPHT', '2024-03', PLAN).fill();
    wrong.type('NQ02-2', 'numerator', -4);
    put('sai/biểu.xlsx', await writeWorkbook(wrong.workbook));
    expect(consolidate('.', '--in', 'sai', '--ledger', 'trả lại.xlsx').code).toBe(1);
    const alone = consolidate('.', '--ledger', 'trả lại.xlsx');
    expect([alone.code, alone.err]).toEqual([2, expect.stringMatching(/1 bản nộp .*trả lại/)]);
    const empty = consolidate('.', '--in', 'rỗng', '--ledger', 'trả lại.xlsx', '--lang', 'en');
    expect([empty.code, empty.err]).toEqual([2, expect.stringMatching(/1 submission, none of/)]);
  });

  it('a file where a folder is asked for is called one', () => {
    put('có/biểu.xlsx');
    const { code, err } = consolidate('.', '--in', 'có/biểu.xlsx');
    expect(code).toBe(2);
    expect(err).toMatch(/là tệp, cần một thư mục/);
  });
});

it('nothing but what was asked for is left in the folders', () => {
  expect(
    readdirSync(folder.path).filter((name) => /tmp$/.test(name) && name !== 'nhận.tmp'),
  ).toEqual([]);
});
