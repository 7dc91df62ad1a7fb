import type { Workbook } from '../../workbook/workbook';
import type { Period } from '../period/period';
import { cutOff, type Agency, type Plan } from '../plan/plan';
import { planFor, plansBefore } from '../plan/plan-for';
import { finding, type Finding } from '../rules/finding';
import { RULES } from '../rules/registry';
import type { FormReading } from '../rules/rule';
import { commonTemplate } from '../template/common-form';
import { assignedForms, assignedIndicators, assignedTasks, templateOf } from '../template/form';
import { alignIndicators, alignStatForm, alignTasks } from './align';
import { readIndicator } from './read-indicator';
import { readStatRow, readTotals } from './read-stat-form';
import { readTask } from './read-task';
import type { Observation } from './submission';

export interface FormCheck {
  findings: Finding[];
  observations: Observation[];
}

/** Checks one identified form: align, read every cell, run every rule; one pass reports everything. */
export function checkForm(
  workbook: Workbook,
  whole: Plan,
  agency: Agency,
  period: Period,
  template: string,
): FormCheck {
  const { plan, findings } = askedBy(whole, agency, period, template);
  const indicators = assignedIndicators(plan, agency);
  const tasks = assignedTasks(plan, agency);
  const alignedIndicators = alignIndicators(
    workbook,
    plan,
    indicators.map(({ code, name }) => ({ code, label: name })),
  );
  const alignedTasks = alignTasks(
    workbook,
    plan,
    tasks.map(({ code, text }) => ({ code, label: text })),
  );
  const alignedForms = assignedForms(plan, agency).map((form) => ({ form, aligned: alignStatForm(workbook, form) }));
  findings.push(...alignedIndicators.findings, ...alignedTasks.findings);
  for (const { aligned } of alignedForms) findings.push(...aligned.findings);

  const form: FormReading = {
    plan,
    agency,
    period,
    cutOff: cutOff(plan, period),
    indicators: alignedIndicators.rows.map((row) =>
      readIndicator(
        indicators.find((indicator) => indicator.code === row.code)!,
        row,
        workbook.date1904,
        findings,
      ),
    ),
    tasks: alignedTasks.rows.map((row) =>
      readTask(
        tasks.find((task) => task.code === row.code)!,
        row,
        workbook.date1904,
        findings,
      ),
    ),
    forms: alignedForms.map(({ form: own, aligned }) => ({
      form: own,
      rows: aligned.rows.map((row) => readStatRow(own, row, workbook.date1904, findings)),
      totals: readTotals(own, aligned.sums),
    })),
  };
  const withheld = new Set<Observation>();
  for (const rule of RULES) {
    rule.check(form, (found, touched) => {
      findings.push(found);
      for (const observation of touched) if (observation) withheld.add(observation);
    });
  }
  for (const observation of observationsOf(form)) {
    if (isDoubtful(observation)) withheld.add(observation);
  }
  function isDoubtful({ of, code, row }: Observation): boolean {
    if (of === 'indicator') return alignedIndicators.doubtful.has(code);
    if (of === 'task') return alignedTasks.doubtful.has(code);
    return alignedForms.some(({ form: { code: own }, aligned }) => own === code && aligned.doubtful.has(row!));
  }
  for (const observation of withheld) observation.state = 'withheld';
  return { findings, observations: observationsOf(form) };
}

/**
 * The plan a form was made from: as it stands in the period or, of a form that was out before an adjustment, as it stood then. The
 * form is accepted; what it does not ask is said.
 */
function askedBy(whole: Plan, agency: Agency, period: Period, template: string): { plan: Plan; findings: Finding[] } {
  const now = planFor(whole, period);
  const isOf = (plan: Plan) => templateOf(plan, agency) === template || commonTemplate(plan, period) === template;
  if (isOf(now)) return { plan: now, findings: [] };
  const before = plansBefore(whole, period).find(({ plan }) => isOf(plan));
  if (!before) return { plan: now, findings: [] };
  const asked = codesAsked(before.plan, agency);
  const added = codesAsked(now, agency);
  const rows = added.filter((code) => !asked.includes(code)).join(', ');
  const dropped = asked.filter((code) => !added.includes(code)).join(', ');
  const facts = { adjusted: before.adjusted, rows, dropped };
  const isNoted = rows === '' && dropped === '';
  return {
    plan: before.plan,
    findings: [finding('form-before-adjustment', isNoted ? 'fixed' : 'warning', null, facts)],
  };
}

function codesAsked(plan: Plan, agency: Agency): string[] {
  const rows = [...assignedIndicators(plan, agency), ...assignedTasks(plan, agency)].map(({ code }) => code);
  return [...rows, ...assignedForms(plan, agency).map(({ code }) => `biểu ${code}`)];
}

function observationsOf(form: FormReading): Observation[] {
  return [
    ...form.indicators.flatMap((reading) => [reading.numerator, reading.denominator, reading.value]),
    ...form.tasks.flatMap((reading) => [reading.status, reading.date, reading.text]),
    ...form.forms.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()])),
  ].filter((observation) => observation !== null);
}
