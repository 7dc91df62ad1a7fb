import { tidy } from '../../text/normal-form';
import { isBlank } from '../../workbook/cell';
import { finding, type Finding } from '../finding/finding';
import { cellText } from '../table/cell-text';
import type { IndicatorColumn } from '../template/columns';
import type { Header } from './find-header';
import type { AlignedRow } from './match-rows';

/** Where the one figure of an indicator without parts stands in a form, and its columns beside. */
const PLACED: Partial<Record<IndicatorColumn, IndicatorColumn>> = {
  numerator: 'ratio',
  ratio: 'numerator',
  cumulativeNumerator: 'cumulativeRatio',
  cumulativeRatio: 'cumulativeNumerator',
  lastNumerator: 'lastRatio',
  lastRatio: 'lastNumerator',
  previousNumerator: 'previousRatio',
  previousRatio: 'previousNumerator',
};

/**
 * Where an indicator without parts has one figure under “Kết quả” and another under “Tử”: which of
 * them is meant nobody knows.
 */
export function figuresTwice(
  rows: readonly AlignedRow<IndicatorColumn>[],
  columns: Header<IndicatorColumn>['columns'],
  alone: ReadonlySet<string>,
): { code: string; finding: Finding }[] {
  if (!columns.has('ratio')) return [];
  return rows.flatMap((row) => {
    if (!alone.has(row.code)) return [];
    const [raw, other] = (['ratio', 'numerator'] as const).map((key) =>
      tidy(cellText(row.cell(key)?.value ?? null)),
    );
    if (raw === '' || other === '' || raw === other) return [];
    const facts = { raw, other, at: row.place('numerator').cell };
    return [{ code: row.code, finding: finding('figure-twice', row.place('ratio'), facts) }];
  });
}

/**
 * The rows of a form whose figures without parts are read by the name their figures have
 * (`numerator`), and stand under “Kết quả”. Forms of format 1 had them under “Tử”, and who types a
 * figure there is understood as well: where nothing stands under “Kết quả”, that one is meant.
 */
export function withFigureAlone(
  rows: AlignedRow<IndicatorColumn>[],
  columns: Header<IndicatorColumn>['columns'],
  alone: ReadonlySet<string>,
): AlignedRow<IndicatorColumn>[] {
  if (!columns.has('ratio')) return rows;
  return rows.map((row) => {
    if (!alone.has(row.code)) return row;
    const isUnderParts =
      isBlank(row.cell('ratio')?.value) && !isBlank(row.cell('numerator')?.value);
    const own = (key: IndicatorColumn) => {
      const placed = PLACED[key];
      const isMoved = placed !== undefined && columns.has(placed);
      if (!isMoved || (isUnderParts && (key === 'numerator' || key === 'ratio'))) return key;
      return placed;
    };
    return { ...row, place: (key) => row.place(own(key)), cell: (key) => row.cell(own(key)) };
  });
}
