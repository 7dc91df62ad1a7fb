import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Agency } from '../agency/agency';
import { isFilledBy, type Filler, type Plan } from '../plan/plan';
import { META_SHEET } from './meta-sheet';

/**
 * The part of the plan a form asks about, carried in the form itself, so that its sender checks it
 * by the same rules before sending.
 * The province never reads it: it checks by its own plan.
 */

/** Below everything a reader of identities looks at, so that taking in a form never looks at it. */
const FIRST_ROW = 60;
/** A cell holds 32,767 characters. */
const CHUNK = 16_000;
const MARK = 'TongHop.KeHoachCuaBieu/1 ';

export function embedPlan(meta: Sheet, plan: Plan, agencies: readonly Agency[]): void {
  const text = MARK + JSON.stringify(partOf(plan, agencies));
  for (let at = 0, row = FIRST_ROW; at < text.length; at += CHUNK, row++)
    meta.put(row, 0, text.slice(at, at + CHUNK));
}

/** What these agencies are asked; nothing of the others. */
function partOf(plan: Plan, agencies: readonly Agency[]): Plan {
  const asked = <Row extends { filledBy: Filler[] }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => agencies.some((agency) => isFilledBy(row, agency)));
  const indicators = asked(plan.indicators);
  const codes = new Set(indicators.map(({ code }) => code));
  const parents = new Set(agencies.map(({ parent }) => parent));
  return {
    ...plan,
    agencies: plan.agencies.filter(
      (agency) => agencies.includes(agency) || parents.has(agency.code),
    ),
    indicators,
    tasks: asked(plan.tasks),
    forms: asked(plan.forms),
    targets: plan.targets.filter(({ indicator }) => codes.has(indicator)),
    successions: [],
    confirmations: [],
  };
}

/**
 * The plan a form carries; null for any other workbook, and for a form whose part of the plan was
 * damaged.
 */
export function planInForm(workbook: Workbook): Plan | null {
  const meta = findSheet(workbook, META_SHEET);
  let text = '';
  for (let row = FIRST_ROW; meta; row++) {
    const value = meta.value(row, 0);
    if (typeof value !== 'string') break;
    text += value;
  }
  if (!text.startsWith(MARK)) return null;
  try {
    const plan = JSON.parse(text.slice(MARK.length)) as Plan;
    return Array.isArray(plan.agencies) &&
      Array.isArray(plan.indicators) &&
      Array.isArray(plan.tasks)
      ? plan
      : null;
  } catch {
    return null;
  }
}
