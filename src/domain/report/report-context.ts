import { theOne } from '../../known/known';
import type { Basis } from '../consolidation/basis';
import type { Consolidation } from '../consolidation/consolidation';
import { writeFigures, FIGURES_WORD, type FiguresSheet } from './figures-sheet';
import { writeFormFigures, FORM_FIGURES_WORD, type FormFigures } from './form-figures';
import { handIns, type HandIn } from './hand-in';

/**
 * What every table, chart and sentence of a period's report is made of: coverage is looked up once,
 * and all tell the same.
 */
export interface ReportContext extends Pick<
  Basis,
  'plan' | 'period' | 'inForce' | 'day' | 'options'
> {
  basis: Basis;
  result: Consolidation;
  figures: FiguresSheet;
  /** Of the statistics forms, by code. */
  forms: ReadonlyMap<string, FormFigures>;
  board: readonly HandIn[];
}

export function reportContext(basis: Basis, result: Consolidation): ReportContext {
  const { plan, period, inForce, day, options, submissions } = basis;
  const forms = result.forms.map(({ form: code }) => {
    const form = theOne(plan.forms, (one) => one.code === code);
    const name = `${FORM_FIGURES_WORD} ${code} ${period.id}`;
    return [code, writeFormFigures(name, plan, form, period, inForce)] as const;
  });
  return {
    basis,
    plan,
    period,
    result,
    options,
    inForce,
    day,
    figures: writeFigures(`${FIGURES_WORD} ${period.id}`, basis),
    forms: new Map(forms),
    board: handIns(plan, period, submissions, inForce),
  };
}
