import type { InForce } from '../domain/ledger/in-force';
import { periodOf, type Period } from '../domain/period/period';
import { expectedTiles, findAgency, isFilledBy, type Plan } from '../domain/plan/plan';
import { planFor } from '../domain/plan/plan-for';
import {
  brokenSides,
  checkedIdentities,
  inputColumns,
  looksBack,
  withComputed,
  type StatForm,
  type StatTerm,
} from '../domain/plan/stat-form';
import { finding, type Finding } from '../domain/rules/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { previousFigureKey } from '../domain/template/stat-rows';
import { family } from '../domain/plan/family';
import { formsBefore } from './previous-figures';

/**
 * What a form carries over against what the ledger has of the period before (defect 31): the form may print nothing of it, or have been
 * changed. Silent where the ledger does not know it, and where the form's own print was already found to differ.
 */
export function carryOverFindings(plan: Plan, file: CheckedFile, inForce: InForce): Finding[] {
  if (file.agency === null || file.period === null || file.accepted === 'none') return [];
  const period = periodOf(file.period);
  const agency = findAgency(plan, file.agency);
  const last = tileBefore(plan, period);
  const own = agency && family(plan, agency.code);
  if (!agency || !last || !own) return [];
  const standing = planFor(plan, period);
  const before = formsBefore(standing, own, last, inForce);
  if (before.size === 0) return [];
  const known = new Set(file.findings.filter(({ code }) => code === 'carry-over-mismatch').map(({ cell }) => cell));
  return standing.forms
    .filter((form) => isFilledBy(form, agency))
    .flatMap((form) => formFindings(form, file, before))
    .filter(({ cell }) => !known.has(cell));
}

/** The expected base period just before, of the same year. */
function tileBefore(plan: Plan, period: Period): Period | undefined {
  const whole = expectedTiles(plan, { ...period, firstMonth: 1, lastMonth: Math.max(1, period.firstMonth - 1) });
  return period.firstMonth === 1 ? undefined : whole.at(-1);
}

function formFindings(form: StatForm, file: CheckedFile, before: ReadonlyMap<string, number>): Finding[] {
  const identities = checkedIdentities(form).filter(looksBack);
  return form.rows.flatMap(({ key }) => {
    const own = file.observations.filter((one) => one.of === 'form' && one.code === form.code && one.row === key);
    const typed = inputColumns(form).map(({ code }): [string, number | null] => {
      const value = own.find(({ measure, state }) => measure === code && state !== 'withheld')?.value;
      return [code, typeof value === 'number' ? value : null];
    });
    const columns = withComputed(form, new Map(typed));
    const valueOf = ({ column, isPrevious }: StatTerm): number | null =>
      (isPrevious ? before.get(previousFigureKey(form.code, key, column)) : columns.get(column)) ?? null;
    return identities.flatMap((identity): Finding[] => {
      const broken = brokenSides(identity, valueOf);
      if (!broken) return [];
      const at = own.find(({ measure }) => measure === identity.left[0].column) ?? own[0];
      return [
        finding('carry-over-mismatch', 'warning', at, {
          identity: identity.text,
          given: broken.left,
          previous: broken.right,
        }),
      ];
    });
  });
}
