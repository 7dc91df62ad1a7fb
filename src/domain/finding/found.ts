import type { FoundFacts, PlanFacts, Severity } from './finding';

/** Which part of the check finds a defect; each has exactly one. */
export type Owner = 'intake' | 'identity' | 'alignment' | 'reading' | 'rule';

/** What is found of one kind: how grave it is is said here, and nowhere else. */
interface Found<Facts> {
  owner: Owner;
  severity: Severity;
  /** Where facts make it another than it mostly is. */
  severityOf?(facts: Facts): Severity;
  /** Numbers of the defects catalogue (docs/defects.md). */
  defects: readonly number[];
  /** Facts its sentence is shown with where the kinds are listed. */
  example: Facts;
}

/**
 * What is found without a rule: by reading the file, finding whose it is, its rows, its cells;
 * last, beside what the ledger knows, once a file is placed. A rule says its own (`rules/`).
 */
export const FOUND: { readonly [Code in keyof FoundFacts]: Found<FoundFacts[Code]> } = {
  'file-encrypted': { owner: 'intake', severity: 'error', defects: [69], example: {} },
  'file-scan': { owner: 'intake', severity: 'error', defects: [70], example: {} },
  'file-no-form': { owner: 'intake', severity: 'error', defects: [75], example: {} },
  'file-damaged': { owner: 'intake', severity: 'error', defects: [76], example: {} },
  'file-empty': { owner: 'intake', severity: 'error', defects: [], example: {} },
  'file-not-a-workbook': { owner: 'intake', severity: 'error', defects: [], example: {} },
  'file-too-large': {
    owner: 'intake',
    severity: 'error',
    defects: [],
    example: { most: 32, of: 'MB' },
  },
  'file-unreachable': { owner: 'intake', severity: 'error', defects: [], example: {} },
  'file-archive': { owner: 'intake', severity: 'error', defects: [], example: {} },
  'file-old-format': {
    owner: 'intake',
    severity: 'error',
    defects: [],
    example: { format: '.numbers' },
  },
  'file-too-slow': { owner: 'intake', severity: 'error', defects: [], example: { seconds: 2 } },
  'file-too-heavy': { owner: 'intake', severity: 'error', defects: [], example: {} },
  'file-fault': { owner: 'intake', severity: 'error', defects: [], example: { detail: '…' } },
  'findings-more': { owner: 'intake', severity: 'warning', defects: [], example: { count: 250 } },
  'scan-beside': {
    owner: 'intake',
    severity: 'fixed',
    defects: [74],
    example: { sheet: 'bc_t9.xlsx' },
  },
  'duplicate-file': {
    owner: 'intake',
    severity: 'warning',
    defects: [],
    example: { other: 'bc_t9.xlsx' },
  },
  'rule-fault': {
    owner: 'intake',
    severity: 'error',
    defects: [],
    example: { rule: 'negative', detail: '…' },
  },
  'file-converted': {
    owner: 'intake',
    severity: 'fixed',
    defects: [67, 68],
    example: { format: '.xls' },
  },
  'other-period': {
    owner: 'identity',
    severity: 'error',
    defects: [36],
    example: {
      found: 'Tháng 8/2026',
      expected: 'Tháng 9/2026',
    },
  },
  'agency-not-valid': {
    owner: 'identity',
    severity: 'error',
    defects: [63],
    example: {
      agency: 'Ủy ban nhân dân huyện Trà Cú',
      day: '2025-06-30',
      successor: '',
    },
  },
  'other-agency': {
    owner: 'identity',
    severity: 'error',
    defects: [66],
    example: { agency: 'Sở Tư pháp', other: 'Sở Nội vụ' },
  },
  'other-period-in-head': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      coded: 'Tháng 8/2026',
      said: 'Tháng 9/2026',
    },
  },
  'other-agency-in-head': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      coded: 'Sở Tư pháp',
      said: 'Sở Nội vụ',
    },
  },
  'accepted-period-again': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      found: 'Tháng 8/2026',
      expected: 'Tháng 9/2026',
    },
  },
  'identity-stated': {
    owner: 'identity',
    severity: 'warning',
    defects: [],
    example: {
      agency: 'Sở Nội vụ',
      period: 'Tháng 9/2026',
    },
  },
  'letters-lost': {
    owner: 'intake',
    severity: 'error',
    defects: [],
    example: { found: 'S? N?i v?' },
  },
  'marked-copy': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: { agency: 'Sở Nội vụ', period: 'Tháng 9/2026' },
  },
  'several-forms': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      forms: 'Sở Nội vụ (Tháng 9/2026); Sở Tư pháp (Tháng 9/2026)',
      count: 2,
    },
  },
  'other-plan': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      found: 'tra-vinh-2024',
      expected: 'vinh-long-2023',
    },
  },
  'agency-not-picked': { owner: 'identity', severity: 'error', defects: [], example: {} },
  'identity-missing': { owner: 'identity', severity: 'error', defects: [], example: {} },
  'identity-conflict': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      found: 'Sở Nội vụ, Tháng 9/2026; Sở Tư pháp, Tháng 9/2026',
    },
  },
  'identity-restored': {
    owner: 'identity',
    severity: 'fixed',
    defects: [],
    example: {
      agency: 'Sở Nội vụ',
      period: 'Tháng 9/2026',
    },
  },
  'unscheduled-period': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      found: '2026-13',
      allowed: '2026-01, 2026-02',
    },
  },
  'unknown-agency': { owner: 'identity', severity: 'error', defects: [], example: { code: 'SNV' } },
  'agency-misspelt': {
    owner: 'identity',
    severity: 'warning',
    defects: [61],
    example: {
      found: 'UBND xã Vĩnh Cháp',
      suggestion: 'UBND xã Vĩnh Chấp',
    },
  },
  'agency-abbreviated': {
    owner: 'identity',
    severity: 'fixed',
    defects: [62],
    example: {
      found: 'VP.UBND tỉnh',
      agency: 'Văn phòng Ủy ban nhân dân tỉnh',
    },
  },
  'agency-ambiguous': {
    owner: 'identity',
    severity: 'warning',
    defects: [64],
    example: {
      found: 'Vĩnh Long',
      agencies: 'Thành phố Vĩnh Long; Xã Vĩnh Long',
    },
  },
  'other-window': {
    owner: 'identity',
    severity: 'warning',
    defects: [37],
    example: {
      found: '01/9/2026 – 30/9/2026',
      expected: '15/8/2026 – 14/9/2026',
    },
  },
  'stamp-intact': {
    owner: 'identity',
    severity: 'fixed',
    defects: [],
    example: {
      at: '2026-09-15 16:20:00',
      explained: 2,
      warnings: 2,
    },
  },
  'stamp-changed': {
    owner: 'identity',
    severity: 'warning',
    defects: [],
    example: {
      at: '2026-09-15 16:20:00',
      cells: ['D12', 'E15'],
    },
  },
  'period-locked': {
    owner: 'identity',
    severity: 'error',
    defects: [73],
    example: { period: 'Tháng 9/2026' },
  },
  'versions-undecided': {
    owner: 'identity',
    severity: 'warning',
    defects: [71],
    example: { count: 3 },
  },
  'version-by-file-time': {
    owner: 'identity',
    severity: 'warning',
    defects: [],
    example: { count: 3, chosen: 'sửa lần 2.xlsx' },
  },
  'parts-joined': {
    owner: 'identity',
    severity: 'fixed',
    defects: [],
    example: {
      parts: 'Biểu chỉ tiêu – “chi_tieu.xlsx”; Biểu II.06a – “II06a.xlsx”',
    },
  },
  'part-waits': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: { other: 'II06a.xlsx' },
  },
  'part-twice': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: { forms: 'Biểu II.06a', other: 'II06a_sua.xlsx' },
  },
  'part-of-accepted': {
    owner: 'identity',
    severity: 'error',
    defects: [],
    example: {
      forms: 'Biểu II.06a',
      version: 1,
      file: 'bieu_t9.xlsx',
    },
  },
  late: {
    owner: 'identity',
    severity: 'warning',
    defects: [72],
    example: { days: 2, due: '2026-09-16' },
  },
  'form-before-adjustment': {
    owner: 'identity',
    severity: 'warning',
    severityOf: ({ rows, dropped }) => (rows === '' && dropped === '' ? 'fixed' : 'warning'),
    defects: [],
    example: {
      adjusted: '2026-07-01',
      rows: 'K08',
      dropped: '',
    },
  },
  'sheet-missing': {
    owner: 'alignment',
    severity: 'error',
    defects: [],
    example: { form: 'Biểu chỉ tiêu' },
  },
  'sheet-renamed': {
    owner: 'alignment',
    severity: 'fixed',
    defects: [51],
    example: {
      found: 'Sheet1 (2)',
      form: 'Biểu chỉ tiêu',
    },
  },
  'sheet-duplicate': {
    owner: 'alignment',
    severity: 'warning',
    defects: [52],
    example: {
      form: 'Biểu chỉ tiêu',
      other: 'Biểu chỉ tiêu',
    },
  },
  'column-missing': {
    owner: 'alignment',
    severity: 'error',
    defects: [48],
    example: { column: 'Trước hạn' },
  },
  'row-missing': {
    owner: 'alignment',
    severity: 'error',
    defects: [46],
    example: { code: 'K07', name: 'Tỷ lệ hồ sơ trực tuyến' },
  },
  'row-extra': {
    owner: 'alignment',
    severity: 'warning',
    defects: [45],
    example: { row: 15, text: '2a. Tự thêm' },
  },
  'headings-skipped': {
    owner: 'alignment',
    severity: 'fixed',
    defects: [54],
    example: { rows: [14] },
  },
  'rows-reordered': {
    owner: 'alignment',
    severity: 'fixed',
    defects: [47],
    example: { codes: 'K07' },
  },
  'column-renamed': {
    owner: 'alignment',
    severity: 'fixed',
    defects: [49],
    example: {
      found: 'Số HS đã GQ',
      column: 'Số hồ sơ đã giải quyết',
    },
  },
  realigned: {
    owner: 'alignment',
    severity: 'fixed',
    defects: [],
    example: {
      drifts: [
        { kind: 'rows-inserted', first: 27, last: 27 },
        { kind: 'column-moved', column: 'ĐVT', to: 'E' },
      ],
    },
  },
  'cells-shifted': { owner: 'alignment', severity: 'error', defects: [], example: { count: 12 } },
  'sheet-copy-set-aside': {
    owner: 'alignment',
    severity: 'fixed',
    defects: [],
    example: {
      form: 'Biểu chỉ tiêu',
      other: 'Biểu chỉ tiêu (2)',
    },
  },
  'hidden-figures': {
    owner: 'alignment',
    severity: 'warning',
    defects: [53],
    example: {
      rows: [14, 15, 16],
      columns: '',
      isSheetHidden: false,
    },
  },
  'form-line-edited': {
    owner: 'alignment',
    severity: 'warning',
    defects: [],
    example: {
      found: 'Tử: hồ sơ đã giải quyết',
      expected: 'Tử: hồ sơ tiếp nhận trực tuyến',
    },
  },
  'plan-column-edited': {
    owner: 'alignment',
    severity: 'warning',
    defects: [44],
    example: {
      column: 'Mức giao',
      found: '70',
      expected: '80',
    },
  },
  'stt-mangled': {
    owner: 'alignment',
    severity: 'fixed',
    defects: [41],
    example: { found: '06/01/2026', expected: '6.1' },
  },
  'row-duplicate': {
    owner: 'alignment',
    severity: 'error',
    defects: [],
    example: { code: 'K02', first: 'A12' },
  },
  'row-label-differs': {
    owner: 'alignment',
    severity: 'error',
    defects: [],
    example: { code: 'K02', other: 'K03' },
  },
  'row-unassigned': {
    owner: 'alignment',
    severity: 'warning',
    defects: [65],
    example: { code: 'K07' },
  },
  'cells-merged': {
    owner: 'alignment',
    severity: 'error',
    defects: [50],
    example: { area: 'D8:D10' },
  },
  'number-as-text': {
    owner: 'reading',
    severity: 'fixed',
    defects: [1, 2, 4, 6, 7],
    example: { raw: '95,5', value: 95.5 },
  },
  'text-legacy': {
    owner: 'reading',
    severity: 'fixed',
    defects: [56, 57],
    example: {
      encoding: 'TCVN3',
      raw: 'Tæng sè hå s¬',
      text: 'Tổng số hồ sơ',
      count: 12,
    },
  },
  'text-decomposed': {
    owner: 'reading',
    severity: 'fixed',
    defects: [58],
    example: { text: 'Tỷ lệ', count: 3 },
  },
  'text-tone': {
    owner: 'reading',
    severity: 'fixed',
    defects: [59],
    example: { found: 'Uỷ ban', text: 'Ủy ban', count: 1 },
  },
  'text-tidied': {
    owner: 'reading',
    severity: 'fixed',
    defects: [60],
    example: { text: 'Sở Nội vụ', count: 1 },
  },
  'text-like-formula': {
    owner: 'reading',
    severity: 'fixed',
    defects: [77],
    example: { raw: '=HYPERLINK(…)' },
  },
  'percent-as-text': {
    owner: 'reading',
    severity: 'fixed',
    defects: [9],
    example: { raw: '85%', value: 85 },
  },
  'percent-as-fraction': {
    owner: 'reading',
    severity: 'warning',
    defects: [8],
    example: { raw: '0,85', first: 85, second: 0.85 },
  },
  'ratio-without-parts': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: { given: 85 },
  },
  'formula-without-value': {
    owner: 'reading',
    severity: 'error',
    defects: [],
    example: { formula: 'SUM(D8:D10)' },
  },
  'form-blank': { owner: 'reading', severity: 'error', defects: [], example: { count: 84 } },
  'month-as-date': {
    owner: 'reading',
    severity: 'fixed',
    defects: [40],
    example: { raw: '44927', year: 2023, month: 1 },
  },
  'date-swapped': {
    owner: 'reading',
    severity: 'warning',
    defects: [38],
    example: { date: '2026-03-09', swapped: '2026-09-03' },
  },
  'date-of-another-year': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: {
      date: '2025-03-05',
      likely: '2026-03-05',
    },
  },
  'status-in-own-words': {
    owner: 'reading',
    severity: 'fixed',
    defects: [],
    example: { raw: 'Xong', state: 'Hoàn thành' },
  },
  'number-ambiguous': {
    owner: 'reading',
    severity: 'warning',
    defects: [3],
    example: {
      raw: '1.234',
      first: 1234,
      second: 1.234,
    },
  },
  'number-english': {
    owner: 'reading',
    severity: 'warning',
    defects: [5],
    example: {
      raw: '12,345',
      value: 12345,
      unit: 'hồ sơ',
    },
  },
  'number-percent-format': {
    owner: 'reading',
    severity: 'warning',
    defects: [10],
    example: { shown: '8500%', value: 85 },
  },
  'number-with-letters': {
    owner: 'reading',
    severity: 'warning',
    defects: [17],
    example: { raw: '1O5', suggestion: 105 },
  },
  'number-with-words': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: { raw: '15 (tạm tính)', values: [15] },
  },
  'not-a-number': { owner: 'reading', severity: 'error', defects: [], example: { raw: 'nhiều' } },
  'numbers-apart': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: { raw: '120\n130', values: [120, 130] },
  },
  'struck-out': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: { raw: '120', value: 120 },
  },
  blank: { owner: 'reading', severity: 'warning', defects: [18], example: {} },
  'form-row-blank': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: { row: 'Đất đai, môi trường' },
  },
  'status-blank': { owner: 'reading', severity: 'warning', defects: [], example: { code: 'T1' } },
  dash: { owner: 'reading', severity: 'warning', defects: [19], example: { raw: '-' } },
  'none-as-zero': {
    owner: 'reading',
    severity: 'fixed',
    defects: [20],
    example: { raw: 'Không', denominator: '120' },
  },
  'none-as-not-applicable': {
    owner: 'reading',
    severity: 'fixed',
    defects: [],
    example: { raw: 'KPS' },
  },
  'none-undecided': {
    owner: 'reading',
    severity: 'warning',
    defects: [],
    example: { raw: 'Không' },
  },
  'status-mark': { owner: 'reading', severity: 'fixed', defects: [21], example: { raw: 'x' } },
  'status-unknown': {
    owner: 'reading',
    severity: 'warning',
    defects: [22],
    example: {
      raw: 'Cơ bản hoàn thành',
      allowed: 'Hoàn thành / Đang thực hiện / Chưa thực hiện',
    },
  },
  estimate: { owner: 'reading', severity: 'error', defects: [23], example: { raw: 'khoảng 80' } },
  'target-as-result': {
    owner: 'reading',
    severity: 'error',
    defects: [24],
    example: { raw: 'Tối thiểu 80' },
  },
  'figure-twice': {
    owner: 'reading',
    severity: 'error',
    defects: [],
    example: { raw: '47', other: '48', at: 'F12' },
  },
  'several-values': {
    owner: 'reading',
    severity: 'error',
    defects: [25],
    example: { raw: '60%/50%' },
  },
  'formula-error': {
    owner: 'reading',
    severity: 'error',
    defects: [26],
    example: { error: '#REF!' },
  },
  'external-link': {
    owner: 'reading',
    severity: 'warning',
    defects: [27],
    example: { formula: "'[T8.xlsx]Sheet1'!C5" },
  },
  'date-as-text': {
    owner: 'reading',
    severity: 'fixed',
    defects: [39],
    example: { raw: '20.9.2026', date: '2026-09-20' },
  },
  'not-a-date': { owner: 'reading', severity: 'error', defects: [], example: { raw: 'sắp xong' } },
  'date-as-figure': {
    owner: 'reading',
    severity: 'error',
    defects: [78],
    example: { date: '2024-10-09' },
  },
  'far-from-own-history': {
    owner: 'rule',
    severity: 'warning',
    defects: [],
    example: {
      value: 960,
      low: 120,
      high: 180,
      periods: 8,
    },
  },
  'completion-taken-back': {
    owner: 'rule',
    severity: 'warning',
    defects: [],
    example: {
      raw: 'Đang thực hiện',
      period: '2024-01',
    },
  },
  'far-from-peers': {
    owner: 'rule',
    severity: 'warning',
    defects: [],
    example: { value: 12, low: 85, high: 100, agencies: 40 },
  },
};

/** How grave each fault and each doubt of a plan is. */
export const OF_PLANS: { readonly [Code in keyof PlanFacts]: Severity } = {
  'plan-fault-no-sheet': 'error',
  'plan-fault-no-column': 'error',
  'plan-fault-no-item': 'error',
  'plan-fault-newer-format': 'error',
  'plan-fault-bad-cell': 'error',
  'plan-fault-empty': 'error',
  'plan-fault-formula': 'error',
  'plan-fault-duplicate-code': 'error',
  'plan-fault-unknown-agency': 'error',
  'plan-fault-unknown-indicator': 'error',
  'plan-fault-unknown-row': 'error',
  'plan-fault-form-incomplete': 'error',
  'plan-fault-unknown-column': 'error',
  'plan-fault-column-undefined': 'error',
  'plan-document-open': 'warning',
  'plan-form-basis-ended': 'warning',
  'plan-operator-contradicts': 'error',
  'plan-operator-not-written': 'warning',
  'plan-target-no-figure': 'warning',
  'plan-target-unconfirmed': 'warning',
  'plan-scope-open': 'warning',
  'plan-year-open': 'warning',
  'plan-rate-added': 'warning',
  'plan-increase-without-base': 'warning',
  'plan-target-not-asked': 'error',
  'plan-level-without-agency': 'error',
  'plan-small-denominator': 'fixed',
  'plan-no-target': 'warning',
  'plan-indicator-linked': 'fixed',
  'plan-indicator-twice': 'warning',
  'plan-definition-proposed': 'fixed',
  'plan-no-lead': 'warning',
  'plan-collective-lead': 'fixed',
  'plan-agency-misspelt': 'warning',
  'plan-agency-abolished': 'warning',
  'plan-two-paths': 'warning',
  'plan-deadline-year': 'error',
  'plan-deadline-outside-year': 'warning',
  'plan-periodic-without-frequency': 'warning',
  'plan-no-deadline': 'warning',
  'plan-deadline-not-dated': 'warning',
  'plan-before-day': 'fixed',
  'plan-task-twice': 'warning',
  'plan-document-in-future': 'error',
  'plan-document-two-dates': 'warning',
  'plan-cell-truncated': 'error',
  'plan-repeated-word': 'fixed',
  'plan-fault-identities-contradict': 'error',
  'plan-confirmation-open': 'warning',
};
