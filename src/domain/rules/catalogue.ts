import { RULES } from './registry';
import type { FindingCode, FindingFacts, Severity } from './finding';

/** Which part of the check finds a defect; each has exactly one. */
export type Owner = 'intake' | 'identity' | 'alignment' | 'reading' | 'rule';

/** What a code finds: its defects by their number in the catalogue of defects, and facts of an example its sentence is said with. */
export interface CatalogueEntryOf<Code extends FindingCode> {
  code: Code;
  severity: Severity;
  owner: Owner;
  defects: readonly number[];
  example: FindingFacts[Code];
}
export type CatalogueEntry = { [Code in FindingCode]: CatalogueEntryOf<Code> }[FindingCode];

function entry<Code extends FindingCode>(
  owner: Owner,
  severity: Severity,
  code: Code,
  defects: readonly number[],
  example: FindingFacts[Code],
): CatalogueEntry {
  const made: CatalogueEntryOf<Code> = { code, severity, owner, defects, example };
  return made as unknown as CatalogueEntry;
}

const none: Record<string, never> = {};
const raw = (text: string) => ({ raw: text });

/** What is found before a rule looks: by reading the file, finding whose it is, its rows, its cells. */
const FOUND: readonly CatalogueEntry[] = [
  entry('intake', 'error', 'file-encrypted', [69], none),
  entry('intake', 'error', 'file-scan', [70], none),
  entry('intake', 'error', 'file-no-form', [75], none),
  entry('intake', 'error', 'file-damaged', [76], none),
  entry('intake', 'error', 'file-empty', [], none),
  entry('intake', 'error', 'file-not-a-workbook', [], none),
  entry('intake', 'error', 'file-too-large', [], { limit: '50 MB' }),
  entry('intake', 'fixed', 'file-converted', [67, 68], { format: '.xls' }),
  entry('identity', 'error', 'other-period', [36], { found: 'Tháng 8/2026', expected: 'Tháng 9/2026' }),
  entry('identity', 'error', 'agency-not-valid', [63], {
    agency: 'Ủy ban nhân dân huyện Trà Cú',
    day: '2025-06-30',
    successor: '',
  }),
  entry('identity', 'error', 'other-agency', [66], { agency: 'Sở Tư pháp', other: 'Sở Nội vụ' }),
  entry('identity', 'error', 'other-plan', [], { found: 'tra-vinh-2024', expected: 'vinh-long-2023' }),
  entry('identity', 'error', 'agency-not-picked', [], none),
  entry('identity', 'warning', 'versions-undecided', [71], { count: 3 }),
  entry('identity', 'warning', 'version-by-file-time', [], { count: 3, chosen: 'sửa lần 2.xlsx' }),
  entry('identity', 'warning', 'late', [72], { days: 2, due: '2026-09-16' }),
  entry('identity', 'warning', 'form-before-adjustment', [], { adjusted: '2026-07-01', rows: 'K08', dropped: '' }),
  entry('alignment', 'error', 'sheet-missing', [], { form: 'Biểu chỉ tiêu' }),
  entry('alignment', 'fixed', 'sheet-renamed', [51], { found: 'Sheet1 (2)', form: 'Biểu chỉ tiêu' }),
  entry('alignment', 'warning', 'sheet-duplicate', [52], { form: 'Biểu chỉ tiêu', other: 'Biểu chỉ tiêu' }),
  entry('alignment', 'error', 'column-missing', [48], { column: 'Trước hạn' }),
  entry('alignment', 'error', 'row-missing', [46], { code: 'K07', name: 'Tỷ lệ hồ sơ trực tuyến' }),
  entry('alignment', 'warning', 'row-extra', [45], { row: 15, text: '2a. Tự thêm' }),
  entry('alignment', 'error', 'row-duplicate', [], { code: 'K02', first: 'A12' }),
  entry('alignment', 'error', 'row-label-differs', [], { code: 'K02', other: 'K03' }),
  entry('alignment', 'warning', 'row-unassigned', [65], { code: 'K07' }),
  entry('alignment', 'error', 'cells-merged', [50], { area: 'D8:D10' }),
  entry('reading', 'fixed', 'number-as-text', [1, 2, 4, 6, 7], { raw: '95,5', value: 95.5 }),
  entry('reading', 'warning', 'number-ambiguous', [3], { raw: '1.234', first: 1234, second: 1.234 }),
  entry('reading', 'warning', 'number-english', [5], { raw: '12,345', value: 12345, unit: 'hồ sơ' }),
  entry('reading', 'warning', 'number-percent-format', [10], { shown: '8500%', value: 85 }),
  entry('reading', 'warning', 'number-with-letters', [17], { raw: '1O5', suggestion: 105 }),
  entry('reading', 'error', 'not-a-number', [], raw('nhiều')),
  entry('reading', 'warning', 'blank', [18], none),
  entry('reading', 'warning', 'form-row-blank', [], { row: 'Đất đai, môi trường' }),
  entry('reading', 'warning', 'status-blank', [], { code: 'T1' }),
  entry('reading', 'warning', 'dash', [19], raw('-')),
  entry('reading', 'fixed', 'none-as-zero', [20], { raw: 'Không', denominator: '120' }),
  entry('reading', 'fixed', 'none-as-not-applicable', [], raw('KPS')),
  entry('reading', 'warning', 'none-undecided', [], raw('Không')),
  entry('reading', 'fixed', 'status-mark', [21], raw('x')),
  entry('reading', 'warning', 'status-unknown', [22], {
    raw: 'Cơ bản hoàn thành',
    allowed: 'Hoàn thành / Đang thực hiện / Chưa thực hiện',
  }),
  entry('reading', 'error', 'estimate', [23], raw('khoảng 80')),
  entry('reading', 'error', 'target-as-result', [24], raw('Tối thiểu 80')),
  entry('reading', 'error', 'several-values', [25], raw('60%/50%')),
  entry('reading', 'error', 'formula-error', [26], { error: '#REF!' }),
  entry('reading', 'warning', 'external-link', [27], { formula: "'[T8.xlsx]Sheet1'!C5" }),
  entry('reading', 'fixed', 'date-as-text', [39], { raw: '20.9.2026', date: '2026-09-20' }),
  entry('reading', 'error', 'not-a-date', [], raw('sắp xong')),
  entry('reading', 'error', 'date-as-figure', [78], { date: '2024-10-09' }),
];

/** The example of every rule, in the order of the registry. */
const EXAMPLES: { [Code in FindingCode]?: FindingFacts[Code] } = {
  negative: { value: -5, unit: 'hồ sơ' },
  fraction: { value: 12.5, unit: 'hồ sơ' },
  'numerator-exceeds-denominator': { numerator: 120, denominator: 100 },
  'ratio-mismatch': { given: 95, numerator: 90, denominator: 100, computed: 90 },
  'ratio-without-denominator': raw('100%'),
  'cumulative-mismatch': { given: 950, computed: 960 },
  'cumulative-falls': { given: 900, previous: 950 },
  'same-figure-differs': { other: 'NQ02-5', value: 98, otherValue: 100 },
  'same-as-last': { count: 14 },
  'form-sum-differs': { column: '3', given: 500, computed: 498 },
  'total-differs': { given: 100, computed: 98 },
  'identity-mismatch': { identity: '3 = 7 + 11', left: 500, right: 498 },
  'carry-over-mismatch': { identity: '6 = 11 kỳ trước', given: 40, previous: 35 },
  'done-without-date': { code: 'T1' },
  'done-in-future': { date: '2026-12-25', cutOff: '2026-09-14' },
  'done-without-evidence': { code: 'T1' },
};

/** Everything the check finds, each code once: the catalogue docs/defects.md and `tonghop rules` show. */
export function catalogue(): readonly CatalogueEntry[] {
  const rules = RULES.map(({ code, severity, defects }) =>
    entry('rule', severity, code, defects, EXAMPLES[code] as FindingFacts[typeof code]),
  );
  return [...FOUND, ...rules];
}
