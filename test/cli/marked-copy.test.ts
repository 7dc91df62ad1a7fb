import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop, validated } from './tonghop';

const folder = scratch();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => tonghop(folder.path, ...args);

interface File {
  file: string;
  verdict: string;
  agency: string | null;
  accepted: string;
  findings: { code: string; message: string }[];
}

it('a marked copy that is handed in is known as one, and is no version of anything', async () => {
  run('plan', 'vinh-chap-2024', '--out', 'ke-hoach.xlsx');
  const form = Form.of('VP', '2024-03', 'vinh-chap-2024').fill();
  const sound = await writeWorkbook(form.workbook);
  const [code] = form.plan.indicators.map((one) => one.code).filter((one) => form.has(one));
  form.type(code, 'note', 'đã rà soát').type(code, 'numerator', '12 hồ sơ, 3 hồ sơ');
  writeFileSync(at('biểu.xlsx'), await writeWorkbook(form.workbook));
  mkdirSync(at('trả lại'));
  run('check', 'ke-hoach.xlsx', 'biểu.xlsx', '--annotate', 'trả lại');
  const [marked] = readdirSync(at('trả lại'));
  const { out, code: ended } = run(
    ...['check', 'ke-hoach.xlsx', `trả lại/${marked}`, '--json', '-'],
  );
  const [file] = validated<{ files: File[] }>('check', out).files;
  expect([ended, file.verdict, file.accepted, file.agency]).toEqual([1, 'errors', 'none', null]);
  expect(file.findings.map((one) => one.code)).toEqual(['marked-copy']);
  expect(file.findings[0].message).toMatch(
    /tệp đánh dấu lỗi của Văn phòng.*, kỳ tháng 3\/2024: vui lòng sửa trong tệp của đơn vị/,
  );
  // Beside the repaired file it is in nobody's way.
  mkdirSync(at('nộp'));
  writeFileSync(at('nộp/VP.xlsx'), sound);
  copyFileSync(at(`trả lại/${marked}`), at('nộp/VP_danh-dau.xlsx'));
  const taken = run(
    ...['consolidate', 'ke-hoach.xlsx', '--period', '2024-03', '--in', 'nộp'],
    ...['--out', 'r.xlsx', '--received', '2024-03-18', '--json', 'r.json'],
  );
  const { files } = validated<{ files: File[] }>('consolidate', readFileSync(at('r.json'), 'utf8'));
  expect(taken.code).toBe(1);
  expect(files.map((one) => [one.accepted, one.findings.map((found) => found.code)])).toEqual([
    ['all', []],
    ['none', ['marked-copy']],
  ]);
});
