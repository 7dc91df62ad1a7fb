import { RULES } from './registry';
import type { FindingCode, FindingFacts, Severity } from '../finding/finding';

/** Which part of the check finds a defect; each has exactly one. */
export type Owner = 'intake' | 'identity' | 'alignment' | 'reading' | 'rule';

/**
 * What a code finds: its defects by their number in the catalogue of defects, and facts of an
 * example its sentence is said with.
 */
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

/**
 * What is found before a rule looks: by reading the file, finding whose it is, its rows, its cells.
 */
const FOUND: readonly CatalogueEntry[] = [
  entry('intake', 'error', 'file-encrypted', [69], none),
  entry('intake', 'error', 'file-scan', [70], none),
  entry('intake', 'error', 'file-no-form', [75], none),
  entry('intake', 'error', 'file-damaged', [76], none),
  entry('intake', 'error', 'file-empty', [], none),
  entry('intake', 'error', 'file-not-a-workbook', [], none),
  entry('intake', 'error', 'file-too-large', [], { most: 32, of: 'MB' }),
  entry('intake', 'error', 'file-unreachable', [], none),
  entry('intake', 'error', 'file-archive', [], none),
  entry('intake', 'error', 'file-old-format', [], { format: '.numbers' }),
  entry('intake', 'error', 'file-too-slow', [], { seconds: 20 }),
  entry('intake', 'error', 'file-too-heavy', [], none),
  entry('intake', 'error', 'file-fault', [], { detail: '…' }),
  entry('intake', 'warning', 'findings-more', [], { count: 250 }),
  entry('intake', 'fixed', 'scan-beside', [74], { sheet: 'bc_t9.xlsx' }),
  entry('intake', 'warning', 'duplicate-file', [], { other: 'bc_t9.xlsx' }),
  entry('intake', 'error', 'rule-fault', [], { rule: 'negative', detail: '…' }),
  entry('intake', 'fixed', 'file-converted', [67, 68], { format: '.xls' }),
  entry('identity', 'error', 'other-period', [36], {
    found: 'Tháng 8/2026',
    expected: 'Tháng 9/2026',
  }),
  entry('identity', 'error', 'agency-not-valid', [63], {
    agency: 'Ủy ban nhân dân huyện Trà Cú',
    day: '2025-06-30',
    successor: '',
  }),
  entry('identity', 'error', 'other-agency', [66], { agency: 'Sở Tư pháp', other: 'Sở Nội vụ' }),
  entry('identity', 'error', 'other-period-in-head', [], {
    coded: 'Tháng 8/2026',
    said: 'Tháng 9/2026',
  }),
  entry('identity', 'error', 'other-agency-in-head', [], {
    coded: 'Sở Tư pháp',
    said: 'Sở Nội vụ',
  }),
  entry('identity', 'error', 'accepted-period-again', [], {
    found: 'Tháng 8/2026',
    expected: 'Tháng 9/2026',
  }),
  entry('identity', 'warning', 'identity-stated', [], {
    agency: 'Sở Nội vụ',
    period: 'Tháng 9/2026',
  }),
  entry('intake', 'error', 'letters-lost', [], { found: 'S? N?i v?' }),
  entry('identity', 'error', 'several-forms', [], {
    forms: 'Sở Nội vụ (Tháng 9/2026); Sở Tư pháp (Tháng 9/2026)',
    count: 2,
  }),
  entry('identity', 'error', 'other-plan', [], {
    found: 'tra-vinh-2024',
    expected: 'vinh-long-2023',
  }),
  entry('identity', 'error', 'agency-not-picked', [], none),
  entry('identity', 'error', 'identity-missing', [], none),
  entry('identity', 'error', 'identity-conflict', [], {
    found: 'TH1/…/29461/2026-09; TH1/…/29462/2026-09',
  }),
  entry('identity', 'fixed', 'identity-restored', [], {
    agency: 'Sở Nội vụ',
    period: 'Tháng 9/2026',
  }),
  entry('identity', 'error', 'unscheduled-period', [], {
    found: '2026-13',
    allowed: '2026-01, 2026-02',
  }),
  entry('identity', 'error', 'unknown-agency', [], { code: 'SNV' }),
  entry('identity', 'warning', 'agency-misspelt', [61], {
    found: 'UBND xã Vĩnh Cháp',
    suggestion: 'UBND xã Vĩnh Chấp',
  }),
  entry('identity', 'fixed', 'agency-abbreviated', [62], {
    found: 'VP.UBND tỉnh',
    agency: 'Văn phòng Ủy ban nhân dân tỉnh',
  }),
  entry('identity', 'warning', 'agency-ambiguous', [64], {
    found: 'Vĩnh Long',
    agencies: 'Thành phố Vĩnh Long; Xã Vĩnh Long',
  }),
  entry('identity', 'warning', 'other-window', [37], {
    found: '01/9/2026 – 30/9/2026',
    expected: '15/8/2026 – 14/9/2026',
  }),
  entry('identity', 'fixed', 'stamp-intact', [], {
    at: '2026-09-15 16:20:00',
    explained: 2,
    warnings: 2,
  }),
  entry('identity', 'warning', 'stamp-changed', [], {
    at: '2026-09-15 16:20:00',
    cells: ['D12', 'E15'],
  }),
  entry('identity', 'error', 'period-locked', [73], { period: 'Tháng 9/2026' }),
  entry('identity', 'warning', 'versions-undecided', [71], { count: 3 }),
  entry('identity', 'warning', 'version-by-file-time', [], { count: 3, chosen: 'sửa lần 2.xlsx' }),
  entry('identity', 'fixed', 'parts-joined', [], {
    parts: 'Biểu chỉ tiêu – “chi_tieu.xlsx”; Biểu II.06a – “II06a.xlsx”',
  }),
  entry('identity', 'error', 'part-waits', [], { other: 'II06a.xlsx' }),
  entry('identity', 'error', 'part-twice', [], { forms: 'Biểu II.06a', other: 'II06a_sua.xlsx' }),
  entry('identity', 'error', 'part-of-accepted', [], {
    forms: 'Biểu II.06a',
    version: 1,
    file: 'bieu_t9.xlsx',
  }),
  entry('identity', 'warning', 'late', [72], { days: 2, due: '2026-09-16' }),
  entry('identity', 'warning', 'form-before-adjustment', [], {
    adjusted: '2026-07-01',
    rows: 'K08',
    dropped: '',
  }),
  entry('alignment', 'error', 'sheet-missing', [], { form: 'Biểu chỉ tiêu' }),
  entry('alignment', 'fixed', 'sheet-renamed', [51], {
    found: 'Sheet1 (2)',
    form: 'Biểu chỉ tiêu',
  }),
  entry('alignment', 'warning', 'sheet-duplicate', [52], {
    form: 'Biểu chỉ tiêu',
    other: 'Biểu chỉ tiêu',
  }),
  entry('alignment', 'error', 'column-missing', [48], { column: 'Trước hạn' }),
  entry('alignment', 'error', 'row-missing', [46], { code: 'K07', name: 'Tỷ lệ hồ sơ trực tuyến' }),
  entry('alignment', 'warning', 'row-extra', [45], { row: 15, text: '2a. Tự thêm' }),
  entry('alignment', 'fixed', 'headings-skipped', [54], { rows: [14] }),
  entry('alignment', 'fixed', 'rows-reordered', [47], { codes: 'K07' }),
  entry('alignment', 'fixed', 'column-renamed', [49], {
    found: 'Số HS đã GQ',
    column: 'Số hồ sơ đã giải quyết',
  }),
  entry('alignment', 'fixed', 'realigned', [], {
    drifts: [
      { kind: 'rows-inserted', first: 27, last: 27 },
      { kind: 'column-moved', column: 'ĐVT', to: 'E' },
    ],
  }),
  entry('alignment', 'error', 'cells-shifted', [], { count: 12 }),
  entry('alignment', 'fixed', 'sheet-copy-set-aside', [], {
    form: 'Biểu chỉ tiêu',
    other: 'Biểu chỉ tiêu (2)',
  }),
  entry('alignment', 'warning', 'hidden-figures', [53], {
    rows: [14, 15, 16],
    columns: '',
    isSheetHidden: false,
  }),
  entry('alignment', 'warning', 'form-line-edited', [], {
    found: 'Tử: hồ sơ đã giải quyết',
    expected: 'Tử: hồ sơ tiếp nhận trực tuyến',
  }),
  entry('alignment', 'warning', 'plan-column-edited', [44], {
    column: 'Chỉ tiêu năm',
    found: '70',
    expected: '80',
  }),
  entry('alignment', 'fixed', 'stt-mangled', [41], { found: '06/01/2026', expected: '6.1' }),
  entry('alignment', 'error', 'row-duplicate', [], { code: 'K02', first: 'A12' }),
  entry('alignment', 'error', 'row-label-differs', [], { code: 'K02', other: 'K03' }),
  entry('alignment', 'warning', 'row-unassigned', [65], { code: 'K07' }),
  entry('alignment', 'error', 'cells-merged', [50], { area: 'D8:D10' }),
  entry('reading', 'fixed', 'number-as-text', [1, 2, 4, 6, 7], { raw: '95,5', value: 95.5 }),
  entry('reading', 'fixed', 'text-legacy', [56, 57], {
    encoding: 'TCVN3',
    raw: 'Tæng sè hå s¬',
    text: 'Tổng số hồ sơ',
    count: 12,
  }),
  entry('reading', 'fixed', 'text-decomposed', [58], { text: 'Tỷ lệ', count: 3 }),
  entry('reading', 'fixed', 'text-tone', [59], { found: 'Uỷ ban', text: 'Ủy ban', count: 1 }),
  entry('reading', 'fixed', 'text-tidied', [60], { text: 'Sở Nội vụ', count: 1 }),
  entry('reading', 'fixed', 'text-like-formula', [77], raw('=HYPERLINK(…)')),
  entry('reading', 'fixed', 'percent-as-text', [9], { raw: '85%', value: 85 }),
  entry('reading', 'warning', 'percent-as-fraction', [8], { raw: '0,85', first: 85, second: 0.85 }),
  entry('reading', 'warning', 'ratio-without-parts', [], { given: 85 }),
  entry('reading', 'error', 'formula-without-value', [], { formula: 'SUM(D8:D10)' }),
  entry('reading', 'error', 'form-blank', [], { count: 84 }),
  entry('reading', 'fixed', 'month-as-date', [40], { raw: '44927', year: 2023, month: 1 }),
  entry('reading', 'warning', 'date-swapped', [38], { date: '2026-03-09', swapped: '2026-09-03' }),
  entry('reading', 'warning', 'date-of-another-year', [], {
    date: '2025-03-05',
    likely: '2026-03-05',
  }),
  entry('reading', 'fixed', 'status-in-own-words', [], { raw: 'Xong', state: 'Hoàn thành' }),
  entry('reading', 'warning', 'number-ambiguous', [3], {
    raw: '1.234',
    first: 1234,
    second: 1.234,
  }),
  entry('reading', 'warning', 'number-english', [5], {
    raw: '12,345',
    value: 12345,
    unit: 'hồ sơ',
  }),
  entry('reading', 'warning', 'number-percent-format', [10], { shown: '8500%', value: 85 }),
  entry('reading', 'warning', 'number-with-letters', [17], { raw: '1O5', suggestion: 105 }),
  entry('reading', 'error', 'not-a-number', [], raw('nhiều')),
  entry('reading', 'warning', 'numbers-apart', [], { raw: '120\n130', values: [120, 130] }),
  entry('reading', 'warning', 'struck-out', [], { raw: '120', value: 120 }),
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

/** Found beside what the ledger knows, once a file is placed. */
const FOUND_IN_LEDGER: readonly CatalogueEntry[] = [
  entry('rule', 'warning', 'far-from-own-history', [], {
    value: 960,
    low: 120,
    high: 180,
    periods: 8,
  }),
  entry('rule', 'warning', 'completion-taken-back', [], {
    raw: 'Đang thực hiện',
    period: '2024-01',
  }),
  entry('rule', 'warning', 'far-from-peers', [], { value: 12, low: 85, high: 100, agencies: 40 }),
];

/**
 * Everything the check finds, each code once: the catalogue docs/defects.md and `tonghop rules`
 * show.
 */
export function catalogue(): readonly CatalogueEntry[] {
  const rules = RULES.map(({ code, severity, defects, example }) =>
    entry('rule', severity, code, defects, example),
  );
  return [...FOUND, ...rules, ...FOUND_IN_LEDGER];
}
