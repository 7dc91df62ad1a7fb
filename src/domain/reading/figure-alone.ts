import { isBlank } from '../../workbook/cell';
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
