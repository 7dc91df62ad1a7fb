import { knownAt } from '../known/known';
import type { InForce } from '../domain/ledger/in-force';
import { periodOf } from '../domain/period/period';
import { findAgency, isFilledBy, tilesBefore, type Plan } from '../domain/plan/plan';
import { lastDay } from '../domain/period/window';
import { planFor } from '../domain/plan/plan-for';
import { formOf } from '../domain/plan/assigned';
import { appliesTo, completed } from '../domain/plan/stat-cells';
import {
  brokenSides,
  checkedIdentities,
  looksBack,
  type StatForm,
  type StatTerm,
} from '../domain/plan/stat-form';
import type { Finding } from '../domain/finding/finding';
import { carryOverMismatch } from '../domain/rules/carry-over-mismatch/carry-over-mismatch';
import { formRowsShifted, shiftIn } from '../domain/rules/form-rows-shifted/form-rows-shifted';
import type { CheckedFile } from '../domain/submission/submission';
import { previousFigureKey } from '../domain/template/stat-rows';
import { family } from '../domain/plan/family';
import { formsBefore, ofFamily } from './previous-figures';

/**
 * What a form carries over against what the ledger has of the period before (defect 31): the form
 * may print nothing of it, or have been changed. Silent where the ledger does not know it, and
 * where the form's own print was already found to differ. Figures that stand a row from where they
 * belong are one thing to say: a warning, for what the form itself shows agrees.
 */
export function carryOverFindings(plan: Plan, file: CheckedFile, inForce: InForce): Finding[] {
  if (file.agency === null || file.period === null || file.accepted === 'none') return [];
  const period = periodOf(file.period);
  const agency = findAgency(plan, file.agency);
  const last = tilesBefore(plan, period).at(-1);
  const own = agency && family(plan, agency.code, lastDay(period));
  if (!agency || !last || !own) return [];
  const standing = planFor(plan, period);
  const before = formsBefore(ofFamily(standing, own), last, inForce);
  if (before.size === 0) return [];
  const known = new Set(
    file.findings.filter(({ code }) => code === 'carry-over-mismatch').map(({ cell }) => cell),
  );
  return standing.forms
    .filter((form) => isFilledBy(form, agency))
    .flatMap((form) => formFindings(formOf(form, agency), file, before))
    .filter(({ cell }) => !known.has(cell));
}

function formFindings(
  form: StatForm,
  file: CheckedFile,
  before: ReadonlyMap<string, number>,
): Finding[] {
  const identities = checkedIdentities(form).filter(looksBack);
  const ofRow = (key: string) =>
    file.observations.filter(
      (one) => one.of === 'form' && one.code === form.code && one.row === key,
    );
  const figures = completed(
    form,
    new Map(
      form.rows.map(({ key }) => [
        key,
        new Map(
          ofRow(key).flatMap(({ measure, state, value }): [string, number | null][] =>
            typeof value === 'number' && state !== 'withheld' ? [[measure, value]] : [],
          ),
        ),
      ]),
    ),
  );
  const rows = form.rows.map((row) => {
    const own = ofRow(row.key);
    const previous = form.columns.flatMap(({ code }): [string, number][] => {
      const value = before.get(previousFigureKey(form.code, row.key, code));
      return value === undefined ? [] : [[code, value]];
    });
    const placeOf = (column: string) => own.find(({ measure }) => measure === column) ?? own[0];
    return { row, columns: knownAt(figures, row.key), previous: new Map(previous), placeOf };
  });
  const shift = shiftIn(form, rows);
  if (shift) {
    const place = rows[shift.at[0]].placeOf(shift.identity.left[0].column);
    const facts = { rows: shift.at.length, isBelow: shift.step === 1, byLedger: true as const };
    return [formRowsShifted.found(place, facts)];
  }
  return rows.flatMap(({ row, columns, previous, placeOf }) =>
    identities.flatMap((identity): Finding[] => {
      if (!appliesTo(form, identity, row)) return [];
      const valueOf = ({ column, isPrevious }: StatTerm): number | null =>
        (isPrevious ? previous.get(column) : columns.get(column)) ?? null;
      const broken = brokenSides(identity, valueOf);
      if (!broken) return [];
      const facts = { identity: identity.text, given: broken.left, previous: broken.right };
      return [carryOverMismatch.found(placeOf(identity.left[0].column), facts)];
    }),
  );
}
