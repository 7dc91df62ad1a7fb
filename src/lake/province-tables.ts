import type { SignedFigure } from '../domain/consolidation/signed-figures';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { grouped } from '../domain/grouped';
import type { Plan } from '../domain/plan/plan';
import type { Submission } from '../domain/submission/submission';
import { consolidatedRows, lockedRows } from './consolidated-rows';
import { entryOf, figureRows, flag, monthOf } from './figure-rows';
import { askedPeriods, PlanRows } from './plan-rows';
import { tableShape, type Row, type TableName, type TablePart } from './tables';

/** Everything one plan has for a lake. */
export interface Province {
  plan: Plan;
  submissions: readonly Submission[];
  signed: readonly SignedFigure[];
}

/**
 * The rows of every table of one plan, a part for each folder; in an order that depends on nothing
 * but the rows. Made period by period and told table by table: what was told is held no more.
 */
export function* provinceTables({ plan, submissions, signed }: Province): Generator<TablePart> {
  const inForce = inForceOf(plan, submissions);
  const planRows = new PlanRows(plan);
  // First: a figure no lake can hold is told at its cell, not by a total it is in.
  for (const { figures, taskReports } of figureRows(plan, submissions)) {
    yield* partsOf(plan, 'figures', figures);
    yield* partsOf(plan, 'task_reports', taskReports);
  }
  const consolidated: Row[] = [];
  for (const asked of askedPeriods(plan, inForce)) {
    planRows.add(asked);
    consolidated.push(...consolidatedRows(plan, submissions, asked));
  }
  for (const [table, rows] of planRows.tables()) {
    yield* partsOf(plan, table, rows);
    rows.length = 0;
  }
  const derived = [...inForce.all()].flatMap(({ agency, period }) => {
    const quarter = inForce.quarterOf(agency, period);
    return quarter ? [derivedRow(quarter, period)] : [];
  });
  yield* partsOf(plan, 'submissions', [...submissions.map(submissionRow), ...derived]);
  yield* partsOf(plan, 'consolidated', consolidated);
  yield* partsOf(plan, 'locked', lockedRows(plan, signed));
}

function partsOf(plan: Plan, table: TableName, rows: readonly Row[]): TablePart[] {
  const { partitions, columns } = tableShape(table);
  const sorted = (own: readonly Row[]): Row[] => {
    const keys = columns.filter(({ type }) => type !== 'decimal').map(({ name }) => name);
    const order = (a: Row, b: Row): number => {
      for (const key of keys) {
        const [left, right] = [a[key] ?? '', b[key] ?? ''];
        if (left !== right) return left < right ? -1 : 1;
      }
      return 0;
    };
    return [...own].sort(order);
  };
  if (rows.length === 0) return [];
  if (!partitions.includes('month'))
    return [{ table, plan: plan.id, month: null, rows: sorted(rows) }];
  const months = grouped(rows, ({ base }) => monthOf(String(base)));
  return [...months].sort().map(([key, own]) => {
    const [year, month] = key.split('-').map(Number);
    return { table, plan: plan.id, month: { year, month }, rows: sorted(own) };
  });
}

function submissionRow(submission: Submission): Row {
  const { hash, agency, period, version, part = 0, accepted, awaits = '', isBlank } = submission;
  const { sample, verdict, errors, warnings, received, late, file } = submission;
  return {
    ...{ submission: hash, agency, base: period, version, part, entry: entryOf(submission) },
    ...{ accepted: isBlank ? 'none' : accepted, awaits, derived: 0, blank: flag(isBlank) },
    ...{ sample: flag(sample), verdict, errors, warnings, received, late, file },
    ...groundsOf(submission),
    ...decisionOf(submission),
  };
}

function groundsOf({ grounds }: Submission): Row {
  const { reason, document, who } = grounds ?? { reason: '', document: '', who: '' };
  return { reason, document, who };
}

function decisionOf({ decision }: Submission): Row {
  const none = { kind: '', reason: '', document: '', who: '', at: '' };
  const { kind, reason, document, who, at } = decision ?? none;
  return {
    ...{ decision: kind, decision_reason: reason, decision_document: document },
    ...{ decision_who: who, decided_at: at },
  };
}

/** A month its quarter's report tells stands as handed in, with the report it comes from. */
function derivedRow(quarter: Submission, month: string): Row {
  return { ...submissionRow({ ...quarter, period: month, version: 0 }), part: 0, derived: 1 };
}
