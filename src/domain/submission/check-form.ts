import type { Workbook } from '../../workbook/workbook';
import type { Period } from '../period/period';
import { cutOff, type Agency, type Plan } from '../plan/plan';
import type { Finding } from '../rules/finding';
import { RULES } from '../rules/registry';
import type { FormReading } from '../rules/rule';
import { assignedIndicators, assignedTasks } from '../template/form';
import { alignIndicators, alignTasks } from './align';
import { readIndicator } from './read-indicator';
import { readTask } from './read-task';
import type { Observation } from './submission';

export interface FormCheck {
  findings: Finding[];
  observations: Observation[];
}

/** Checks one identified form: align, read every cell, run every rule; one pass reports everything. */
export function checkForm(workbook: Workbook, plan: Plan, agency: Agency, period: Period): FormCheck {
  const findings: Finding[] = [];
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
  findings.push(...alignedIndicators.findings, ...alignedTasks.findings);

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
  };
  const withheld = new Set<Observation>();
  for (const rule of RULES) {
    rule.check(form, (found, touched) => {
      findings.push(found);
      for (const observation of touched) if (observation) withheld.add(observation);
    });
  }
  for (const observation of observationsOf(form)) {
    const doubtful = observation.of === 'indicator' ? alignedIndicators.doubtful : alignedTasks.doubtful;
    if (doubtful.has(observation.code)) withheld.add(observation);
  }
  for (const observation of withheld) observation.state = 'withheld';
  return { findings, observations: observationsOf(form) };
}

function observationsOf(form: FormReading): Observation[] {
  return [
    ...form.indicators.flatMap((reading) => [reading.numerator, reading.denominator, reading.value]),
    ...form.tasks.flatMap((reading) => [reading.status, reading.date, reading.text]),
  ].filter((observation) => observation !== null);
}
