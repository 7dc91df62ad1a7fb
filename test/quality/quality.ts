import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProcesses } from '../../src/cli/check-processes';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Finding } from '../../src/domain/finding/finding';
import { APPENDICES, appendicesReport, measureAppendices } from './appendices';
import { compare, type Compared } from './compare-readers';
import { defectsMeasured } from './defects';
import known from './known-differences.json';
import { YEAR_HEADING, yearMeasured } from './year/page';

/**
 * `npm run quality`: writes what is measured into docs/quality.md; `npm run quality -- year` only
 * the part of made-up years, `-- defects` that of labelled defects, `-- appendices` that of
 * appendices.
 */
async function main(): Promise<void> {
  const target = join(process.cwd(), 'docs', 'quality.md');
  if (process.argv[2] === 'year') {
    const page = readFileSync(target, 'utf8');
    const end = page.indexOf(FOREIGN);
    const start = page.includes(YEAR_HEADING) ? page.indexOf(YEAR_HEADING) : end;
    writeFileSync(target, [page.slice(0, start), yearMeasured(), '\n', page.slice(end)].join(''));
    return;
  }
  if (process.argv[2] === 'appendices') {
    const page = readFileSync(target, 'utf8');
    const report = appendicesReport(await measureAppendices());
    writeFileSync(target, page.slice(0, page.indexOf(APPENDICES)) + report);
    return;
  }
  const defects = await defectsMeasured();
  if (process.argv[2] === 'defects') {
    const page = readFileSync(target, 'utf8');
    writeFileSync(target, [HEAD, defects, page.slice(page.indexOf(YEAR_HEADING))].join('\n'));
    return;
  }
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const folder = join(process.cwd(), '..', 'shared', 'corpus');
  const foreign = existsSync(folder) ? report(await foreignFiles(folder)) : kept(before);
  if (!existsSync(folder))
    console.log(
      'The corpus of foreign workbooks is not beside the project: that part stays as it was.',
    );
  const appendices = appendicesReport(await measureAppendices());
  writeFileSync(target, [HEAD, defects, yearMeasured(), foreign, appendices].join('\n'));
  console.log(target);
}

const HEAD = [
  '# Chất lượng đo được',
  '',
  'Trang này do `npm run quality` ghi. `test/defects` và `test/intake/corpus.test.ts` giữ đúng các kết quả này.',
  '',
].join('\n');
const FOREIGN = '## Đọc tệp lạ';

function kept(before: string): string {
  const at = before.indexOf(FOREIGN);
  const end = before.indexOf(APPENDICES);
  return at < 0 ? '' : before.slice(at, end < 0 ? undefined : end);
}

async function foreignFiles(folder: string): Promise<Result[]> {
  const pool = checkProcesses(2);
  const plan = builtinPlan('tra-vinh-2024')!;
  const results = await Promise.all(
    readdirSync(folder)
      .filter((one) => /\.(xls[xmb]?|ods)$/.test(one))
      .map(async (name): Promise<Result> => {
        const bytes = new Uint8Array(readFileSync(join(folder, name)));
        const options = { period: null, partial: false };
        const { findings } = await pool.check(plan, name, bytes.slice(), options, () => false);
        return { name, outcome: outcomeOf(findings), compared: compare(name, bytes) };
      }),
  );
  pool.close();
  return results;
}

interface Result {
  name: string;
  outcome: string;
  compared: Compared | null;
}

/** None of the files is a form of ours: one that could be read holds no form. */
function outcomeOf(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first.code !== 'file-no-form') return first.code;
  const converted = findings.find((one) => one.code === 'file-converted');
  return converted?.code === 'file-converted' ? `đọc được (${converted.facts.format})` : 'đọc được';
}

function report(results: Result[]): string {
  const outcomes = new Map<string, Result[]>();
  for (const one of results) outcomes.set(one.outcome, [...(outcomes.get(one.outcome) ?? []), one]);
  const compared = results.map((one) => one.compared).filter((one) => one !== null);
  const cells = compared.reduce((sum, one) => sum + one.cells, 0);
  const same = compared.reduce((sum, one) => sum + one.same, 0);
  const odd = compared.filter((one) => one.differences.length > 0 || one.other !== null);
  const reasons = known as Record<string, string>;
  return [
    FOREIGN,
    '',
    `${results.length} tệp lấy từ bộ kiểm thử của các dự án bảng tính công khai, không tệp nào do chúng tôi làm. Mỗi tệp hoặc đọc được, hoặc bị từ chối có lý do; không tệp nào làm dừng phần mềm.`,
    '',
    '| Kết quả | Số tệp |',
    '|---|---|',
    ...[...outcomes]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([name, some]) => `| \`${name}\` | ${some.length} |`),
    '',
    `Các tệp .xlsx, .xlsm đọc được có ${cells.toLocaleString('vi')} ô có giá trị; ${same.toLocaleString('vi')} ô (${((100 * same) / cells).toFixed(4).replace('.', ',')}%) giống hệt kết quả của SheetJS, một bộ đọc khác. Tệp định dạng cũ (.xls, .xlsb, .ods) ở đây cũng đọc bằng SheetJS nên không đối chiếu.`,
    '',
    '| Tệp khác nhau | Ô | Vì sao |',
    '|---|---|---|',
    ...odd.map(
      (one) =>
        `| ${one.file} | ${(one.differences[0] ?? one.other ?? '').replace(/\|/g, '≠')} | ${reasons[one.file] ?? '**chưa rõ**'} |`,
    ),
    '',
    'Bị từ chối:',
    '',
    ...[...outcomes]
      .filter(([name]) => name.startsWith('file-'))
      .map(
        ([name, some]) =>
          `- \`${name}\`: ${some.map((one) => one.name.split('__').pop()).join(', ')}`,
      ),
    '',
  ].join('\n');
}

void main();
