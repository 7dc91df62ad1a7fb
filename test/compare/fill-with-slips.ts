import { fillForm } from '../../src/cli/sample/fill-form';
import { Random, seedOf } from '../../src/cli/sample/random';
import { assignedForms, assignedIndicators } from '../../src/domain/plan/assigned';
import type { Agency } from '../../src/domain/agency/agency';
import { findIndicator, type Plan } from '../../src/domain/plan/plan';
import { inputColumns } from '../../src/domain/plan/stat-form';
import type { Period } from '../../src/domain/period/period';
import { alignIndicators, alignStatForm, type AlignedRow } from '../../src/domain/reading/align';
import type { IndicatorColumn } from '../../src/domain/template/columns';
import { columnKey } from '../../src/domain/template/stat-columns';
import type { CellValue } from '../../src/workbook/cell';
import type { Workbook } from '../../src/workbook/workbook';

type Slip = Partial<Record<IndicatorColumn, CellValue>>;

/** What people type: wrong, in words, in the wrong place, or in no place at all. */
const SLIPS: readonly ((numerator: number, denominator: number) => Slip)[] = [
  (_, of) => ({ numerator: of + 7 }),
  (part) => ({ numerator: -part }),
  (part) => ({ numerator: part + 0.5 }),
  () => ({ numerator: 'Không' }),
  () => ({ numerator: 'Không phát sinh', denominator: 'Không phát sinh' }),
  () => ({ numerator: 0, denominator: 0, ratio: 100 }),
  () => ({ numerator: null }),
  () => ({ numerator: null, denominator: null }),
  () => ({ numerator: null, denominator: null, ratio: 0.85 }),
  () => ({ numerator: null, denominator: null, ratio: '91,5%' }),
  () => ({ numerator: null, denominator: null, ratio: 120 }),
  (part, of) => ({ ratio: (100 * part) / of + 3 }),
  (part, of) => ({ ratio: part / of }),
  (part) => ({ cumulativeNumerator: part - 1 }),
  (part, of) => ({ cumulativeNumerator: part + 100, cumulativeDenominator: of + 100 }),
  (part) => ({ numerator: part * 1000 }),
  (part, of) => ({ numerator: `${part} hồ sơ`, denominator: `1.${of}` }),
  () => ({ numerator: '-' }),
];

/**
 * A form as an agency sends it: made-up figures, and in most a slip or two; the same on every
 * machine.
 */
export function fillWithSlips(
  workbook: Workbook,
  plan: Plan,
  agency: Agency,
  period: Period,
): void {
  fillForm(workbook, plan, agency, period);
  const dice = new Random(seedOf(`${plan.id} ${agency.code} ${period.id}`));
  const expected = assignedIndicators(plan, agency).map(({ code, name }) => ({
    code,
    label: name,
  }));
  for (const row of alignIndicators(workbook, plan, expected).rows) {
    const indicator = findIndicator(plan, row.code)!;
    const figure = (key: IndicatorColumn) => Number(row.cell(key)?.value);
    const [numerator, denominator] = [figure('numerator'), figure('denominator')];
    if (indicator.denominator === null) {
      for (const key of [
        'denominator',
        'ratio',
        'cumulativeDenominator',
        'cumulativeRatio',
      ] as const)
        type(row, key, null);
    }
    if (dice.whole(1, 10) > 1) continue;
    const slip = SLIPS[dice.whole(0, SLIPS.length - 1)](numerator, denominator);
    for (const [key, value] of Object.entries(slip)) type(row, key as IndicatorColumn, value);
  }
  for (const form of assignedForms(plan, agency)) {
    const columns = inputColumns(form);
    for (const row of alignStatForm(workbook, form).rows) {
      // Received and settled alike, nothing left over: the form agrees with itself.
      const count = dice.whole(0, 40);
      const wrong =
        dice.whole(1, 15) === 1 ? columns[dice.whole(0, columns.length - 1)].code : null;
      for (const { code } of columns) {
        const cell = row.cell(columnKey(code));
        if (cell) cell.value = code === wrong ? -1 : code === '4' || code === '8' ? count : 0;
      }
    }
  }
}

/** Typed over whatever stands there. */
function type(row: AlignedRow<IndicatorColumn>, key: IndicatorColumn, value: CellValue): void {
  const cell = row.cell(key);
  if (!cell) return;
  cell.value = value;
  delete cell.formula;
}
