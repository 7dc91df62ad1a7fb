import { lastOf, theOne } from '../known/known';
import { coverage, cumulativeEntries, total, type Entry } from '../domain/consolidation/coverage';
import { formEntries } from '../domain/consolidation/form-result';
import { sum } from '../domain/decimal/decimal';
import type { InForce } from '../domain/ledger/in-force';
import { measureOf } from '../domain/measure/measure';
import type { Period } from '../domain/period/period';
import { lastDay } from '../domain/period/window';
import { family } from '../domain/plan/family';
import type { Agency } from '../domain/agency/agency';
import { cutOff, isFilledBy, tilesBefore, type Indicator, type Plan } from '../domain/plan/plan';
import { cellOf, completed } from '../domain/plan/stat-cells';
import type { PreviousFigures } from '../domain/template/form-frame';
import { previousColumns } from '../domain/template/stat-columns';
import { previousFigureKey } from '../domain/template/stat-rows';

/**
 * What a form prints of the time before its period; all of it is what the ledger knows completely,
 * nothing is guessed.
 */
export interface Before {
  /** Null when nothing is known: the form leaves lũy kế empty rather than wrong. */
  indicators: PreviousFigures | null;
  forms: Map<string, number>;
  /** A part of another agency went over into this one: nothing of before can be compared. */
  isSplit: boolean;
}

/** Of one agency: an agency that took over others carries on their figures. */
export function figuresBefore(
  plan: Plan,
  agency: Agency,
  period: Period,
  inForce: InForce | null,
): Before {
  const own = family(plan, agency.code, lastDay(period));
  const before = tilesBefore(plan, period);
  if (before.length === 0)
    return { indicators: startOfYear(plan), forms: new Map(), isSplit: false };
  if (own === null || !inForce)
    return { indicators: null, forms: new Map(), isSplit: own === null };
  const last = lastOf(before);
  const ours = ofFamily(plan, own);
  const known: PreviousFigures = new Map();
  for (const indicator of plan.indicators) {
    if (measureOf(indicator).isFromTasks || !isFilledBy(indicator, agency)) continue;
    const lastly = figureOf(
      indicator,
      coverage(ours, indicator, last, inForce, cutOff(plan, last)),
    );
    const soFar = measureOf(indicator).isSummed
      ? figureOf(indicator, cumulativeEntries(ours, indicator, last, inForce, cutOff(plan, last)))
      : null;
    known.set(indicator.code, { last: lastly, cumulative: soFar });
  }
  return { indicators: known, forms: formsBefore(ours, last, inForce), isSplit: false };
}

/** The plan with no other agencies: what is looked up for one of a thousand looks at no other. */
export function ofFamily(plan: Plan, own: ReadonlySet<string>): Plan {
  return { ...plan, agencies: plan.agencies.filter(({ code }) => own.has(code)) };
}

function startOfYear(plan: Plan): PreviousFigures {
  const nothing = { last: null, cumulative: { numerator: 0, denominator: 0 } };
  const summed = plan.indicators.filter((indicator) => measureOf(indicator).isSummed);
  return new Map(summed.map(({ code }) => [code, nothing]));
}

/** Null unless every part of it was reported. */
function figureOf(
  indicator: Indicator,
  entries: readonly Entry[],
): { numerator: number; denominator: number } | null {
  if (entries.length === 0 || entries.some(({ figure }) => figure.kind !== 'figure')) return null;
  const { numerator, denominator, value } = total(indicator, entries);
  return { numerator: numerator ?? value!, denominator: denominator ?? 0 };
}

/**
 * The columns an identity compares with, of the last base period, over the agencies of the plan.
 */
export function formsBefore(plan: Plan, last: Period, inForce: InForce): Map<string, number> {
  const known = new Map<string, number>();
  for (const form of plan.forms) {
    const entries = formEntries(plan, form, last, inForce);
    const grids = entries.map(({ asked, rows }) => completed(asked, rows));
    for (const row of form.rows) {
      for (const column of previousColumns(form)) {
        const values = grids.map((grid) => grid.get(row.key)?.get(column) ?? null);
        if (values.length === 0 || values.includes(null)) continue;
        const cell = cellOf(
          form,
          row,
          theOne(form.columns, ({ code }) => code === column),
        );
        // Of shares and ranks that two agencies had, their successor had none.
        if (values.length > 1 && cell.overAgencies !== 'added') continue;
        known.set(previousFigureKey(form.code, row.key, column), sum(values as number[]));
      }
    }
  }
  return known;
}
