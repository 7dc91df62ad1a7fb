import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook as ExcelJs } from 'exceljs';
import { issueTemplates } from '../../src/app/issue-templates';
import { fillForm } from '../../src/cli/sample/fill-form';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { periodOf } from '../../src/domain/period/period';
import { Sheet } from '../../src/workbook/sheet';
import { writeWorkbook } from '../../src/xlsx/write/workbook';

export const PLAN = builtinPlan('tra-vinh-2024')!;
const PERIODS = ['2024-01', '2024-02', '2024-03', '2024-04'];

export interface SubmissionFile {
  path: string;
  bytes: Uint8Array;
  producer: string;
}

/**
 * Four months of forms of a province, filled in, a third each as our own writer, LibreOffice and
 * exceljs save them. With `workingSheets` every agency has kept a list of 300 dossiers beside its
 * form, as many do.
 */
export async function submissions(workingSheets: boolean): Promise<SubmissionFile[]> {
  const kind = workingSheets ? 'day-du' : 'bieu';
  const folder = join(tmpdir(), `tong-hop-bench-${kind}-${await asIssuedNow()}`);
  const done = join(folder, 'xong');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    await make(folder, workingSheets);
    writeFileSync(done, '');
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'nguon')
    .flatMap(({ name: producer }) =>
      readdirSync(join(folder, producer)).map((path) => ({
        path,
        producer,
        bytes: new Uint8Array(readFileSync(join(folder, producer, path))),
      })),
    );
}

/**
 * What tells forms of this template from those an earlier run made of another: a check of old ones
 * costs what they lack.
 */
async function asIssuedNow(): Promise<string> {
  const issued = issueTemplates(PLAN, PERIODS[0], [], null);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const [{ agency, make: makeForm }] = issued.value;
  const form = makeForm();
  fillForm(form, PLAN, agency, periodOf(PERIODS[0]));
  return createHash('sha256')
    .update(await writeWorkbook(form))
    .digest('hex')
    .slice(0, 8);
}

async function make(folder: string, workingSheets: boolean): Promise<void> {
  for (const name of ['tonghop', 'libreoffice', 'exceljs', 'nguon'])
    mkdirSync(join(folder, name), { recursive: true });
  const toLibreOffice: string[] = [];
  let index = 0;
  for (const id of PERIODS) {
    const issued = issueTemplates(PLAN, id, [], null);
    if (!issued.ok) throw new Error(issued.refusal.code);
    for (const { agency, fileName, make: makeForm } of issued.value) {
      const form = makeForm();
      fillForm(form, PLAN, agency, periodOf(id));
      if (workingSheets) form.sheets.push(workingSheet(index));
      const bytes = await writeWorkbook(form);
      if (index % 3 === 0) writeFileSync(join(folder, 'tonghop', fileName), bytes);
      else if (index % 3 === 1) {
        const source = join(folder, 'nguon', fileName);
        writeFileSync(source, bytes);
        toLibreOffice.push(source);
      } else {
        const book = new ExcelJs();
        await book.xlsx.load(bytes.slice().buffer as never);
        await book.xlsx.writeFile(join(folder, 'exceljs', fileName));
      }
      index++;
    }
  }
  const target = join(folder, 'libreoffice');
  const args = ['--headless', '--convert-to', 'xlsx', '--outdir', target, ...toLibreOffice];
  const { error, status } = spawnSync('soffice', args, { stdio: 'ignore' });
  if (error || status !== 0)
    throw new Error('npm run bench needs LibreOffice (soffice) for the files of one producer');
}

const WORDS = [
  'Cấp giấy chứng nhận',
  'Đăng ký khai sinh',
  'Chứng thực bản sao',
  'Xác nhận tình trạng hôn nhân',
];

function workingSheet(seed: number): Sheet {
  const sheet = new Sheet('Danh sách hồ sơ');
  for (let row = 0; row < 300; row++) {
    const number = (seed * 7919 + row * 104_729) % 100_000;
    sheet.put(row, 0, row + 1);
    sheet.put(row, 1, `H${number}-${row}`);
    sheet.put(row, 2, WORDS[number % 4]);
    for (let column = 3; column < 12; column++)
      sheet.put(row, column, ((number * column) % 1000) / 10);
  }
  return sheet;
}
