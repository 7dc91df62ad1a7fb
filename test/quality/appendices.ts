import { planFromAppendix } from '../../src/app/plan-from-appendix';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { readAppendix } from '../../src/domain/appendix/read-appendix';
import { caseFiles } from '../appendix/case-files';
import { emptyTally, FIELDS, measure, type Field, type Tally } from '../appendix/measure-reading';
import { MORE_SAMPLES } from '../appendix/more-samples';
import { SAMPLES } from '../appendix/samples';
import { seedAppendices } from '../appendix/seeds';

/** How appendices are read, held against what a person reads. */

export interface Measured {
  source: 'sample' | 'case' | 'seed';
  name: string;
  what: string;
  tally: Tally;
}

const VINH_LONG = { year: 2026, province: { code: '86', span: 'from-2025-07-01' as const } };

export async function measureAppendices(): Promise<Measured[]> {
  const measured: Measured[] = [...SAMPLES, ...MORE_SAMPLES].map(
    ({ id, what, rows, workbook, year, province }) => {
      const read = planFromAppendix(workbook(), national as National, { year, province });
      if (!read.ok) throw new Error(`${id}: ${read.refusal.code}`);
      return { source: 'sample', name: id, what, tally: measure(rows, read.value) };
    },
  );
  for (const { name, rows, workbook } of caseFiles()) {
    const read = planFromAppendix(await workbook(), national as National, VINH_LONG);
    if (!read.ok) throw new Error(`${name}: ${read.refusal.code}`);
    measured.push({ source: 'case', name, what: '', tally: measure(rows, read.value) });
  }
  for (const { plan, what, workbook, rows } of seedAppendices()) {
    const { marks, indicators, targets, tasks } = readAppendix(workbook, plan.agencies, plan.year);
    measured.push({
      source: 'seed',
      name: plan.id,
      what,
      tally: measure(rows, { plan: { ...plan, indicators, targets, tasks }, marks }),
    });
  }
  return measured;
}

export function added(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies)
    for (const field of FIELDS) {
      sum[field].right += tally[field].right;
      sum[field].asked += tally[field].asked;
      sum[field].open += tally[field].open;
      sum[field].wrong.push(...tally[field].wrong);
    }
  return sum;
}

/**
 * The share of a field that was read right and not asked about, of all that the appendix says;
 * what it leaves open can only be asked.
 */
export function shareRight({ right, asked, wrong }: Tally[Field]): number {
  const all = right + asked + wrong.length;
  return all === 0 ? 1 : right / all;
}

const TITLES: Record<Field, string> = {
  row: 'Dòng',
  section: 'Mục',
  owner: 'Đơn vị',
  deadline: 'Thời hạn',
  target: 'Mức giao',
  bound: 'Tối thiểu/tối đa',
};

export const APPENDICES = '## Đọc phụ lục của quyết định';

export function appendicesReport(measured: readonly Measured[]): string {
  const cell = ({ right, asked, open, wrong }: Tally[Field]): string =>
    `${right} / ${asked} / ${open} / ${wrong.length}`;
  const row = (name: string, tally: Tally): string =>
    `| ${name} | ${FIELDS.map((field) => cell(tally[field])).join(' | ')} |`;
  const of = (source: Measured['source']): Measured[] =>
    measured.filter((one) => one.source === source);
  const total = added(measured.map(({ tally }) => tally));
  const percent = (field: Field): string =>
    `${(100 * shareRight(total[field])).toFixed(1).replace('.', ',')}%`;
  return [
    APPENDICES,
    '',
    'Mỗi ô: đúng không cần hỏi / được hỏi ở ô của phụ lục / được hỏi vì chính văn bản để ngỏ / sai mà không hỏi. Tỷ lệ ở dòng cuối không tính phần văn bản để ngỏ. “Mức” là con số, cho ai, từ khi nào; “tối thiểu/tối đa” là phép so sánh – phụ lục chỉ ghi “27.000” thì luôn hỏi và không bao giờ tự ghi *Đã xác nhận*.',
    'Kết quả mong đợi do người đọc ghi bằng tay (`test/appendix/samples.ts`, `case-files.ts`; năm kế hoạch có sẵn). Các phụ lục đầu bảng (tên không có .xlsx, không có năm) là bịa, SỐ LIỆU MẪU. Văn bản để ngỏ: mức chỉ ghi con số, không ghi tối thiểu hay tối đa; mức ghi bằng lời; thời hạn không nêu ngày hoặc kỳ (“Định kỳ trong năm”, “100 ngày kể từ…”).',
    '',
    `| Phụ lục | ${FIELDS.map((field) => TITLES[field]).join(' | ')} |`,
    `|---|${FIELDS.map(() => '---').join('|')}|`,
    ...of('sample').map(({ name, tally }) => row(name, tally)),
    ...of('case').map(({ name, tally }) => row(name, tally)),
    ...of('seed').map(({ name, tally }) => row(name, tally)),
    row('**Cộng**', total),
    `| **Đúng không cần hỏi** | ${FIELDS.map(percent).join(' | ')} |`,
    '',
    'Ba kế hoạch tra-vinh-2024, tra-cu-2023, hai-duong-2024 không có phụ lục dạng bảng: từng đoạn của văn bản được ghi thành một dòng của bảng, nên nhiều dòng không nêu đơn vị và được hỏi.',
    '',
    ...of('sample').map(({ name, what }) => `- ${name}: ${what}.`),
    '',
  ].join('\n');
}
