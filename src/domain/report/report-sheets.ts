import type { PeriodId } from '../period/period';
import { CONTROL_WORD } from './control-sheet';
import { FIGURES_WORD } from './figures-sheet';
import { handInTable } from './hand-in-table';
import { indicatorTable } from './indicator-table';
import { matrixTable } from './matrix-table';
import { REPORT_TABLES } from './report-tables';
import { sheetNameOf } from './report-table';
import { taskTable } from './task-table';

/** The sheets of one period's report that others look into. */
export function reportSheetNames(
  period: PeriodId,
): Record<'indicators' | 'tasks' | 'handIn' | 'matrix' | 'figures', string> {
  return {
    indicators: sheetNameOf(indicatorTable, period),
    tasks: sheetNameOf(taskTable, period),
    handIn: sheetNameOf(handInTable, period),
    matrix: sheetNameOf(matrixTable, period),
    figures: sheetNameOf({ word: FIGURES_WORD }, period),
  };
}

/**
 * The sheets that are looked at before they are made anew: people typed into them, or they may have
 * become empty.
 */
export function standingSheetNames(period: PeriodId): string[] {
  return REPORT_TABLES.filter(({ isTyped, isOptional }) => isTyped ?? isOptional).map((table) =>
    sheetNameOf(table, period),
  );
}

/** What the sheets of every plan's report are called, without the period. */
export const REPORT_WORDS: readonly string[] = [
  ...REPORT_TABLES.map(({ word }) => word),
  CONTROL_WORD,
  FIGURES_WORD,
];
