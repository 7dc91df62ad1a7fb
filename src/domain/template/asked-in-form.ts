import type { Agency } from '../agency/agency';
import { assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import type { Plan } from '../plan/plan';
import type { StatForm } from '../plan/stat-form';
import type { FormLine } from './form-lines';
import { indicatorLines } from './indicator-rows';
import { taskLines } from './task-rows';
import { templateVersion } from './template-version';

/** What the form of an agency asks by a plan as it stands in a period. */
export interface AskedInForm {
  indicators: AskedRows;
  tasks: AskedRows;
  forms: readonly StatForm[];
  /** The version of the form. */
  template: string;
}

export interface AskedRows {
  /** The rows as they are found again: by code, then by label. */
  expected: readonly { code: string; label: string }[];
  lines: readonly FormLine[];
}

/** Of one plan: what each agency is asked, and each form by what it asks. */
interface Known {
  ofAgency: WeakMap<Agency, AskedInForm>;
  forms: Map<string, AskedInForm>;
}

const KNOWN = new WeakMap<Plan, Known>();

/** Made once for all agencies of a plan that are asked the same. */
export function askedInForm(plan: Plan, agency: Agency): AskedInForm {
  const known = KNOWN.get(plan) ?? { ofAgency: new WeakMap(), forms: new Map() };
  KNOWN.set(plan, known);
  const before = known.ofAgency.get(agency);
  if (before) return before;
  const asked = askedOf(plan, agency, known.forms);
  known.ofAgency.set(agency, asked);
  return asked;
}

function askedOf(plan: Plan, agency: Agency, forms: Map<string, AskedInForm>): AskedInForm {
  const indicators = assignedIndicators(plan, agency);
  const tasks = assignedTasks(plan, agency);
  const own = assignedForms(plan, agency);
  const key = JSON.stringify([
    which(plan.indicators, indicators),
    which(plan.tasks, tasks),
    own.map(({ code, rows }) => [code, rows.map((row) => row.key)]),
  ]);
  const before = forms.get(key);
  if (before) return before;
  const asked: AskedInForm = {
    indicators: {
      expected: indicators.map(({ code, name }) => ({ code, label: name })),
      lines: indicatorLines(indicators),
    },
    tasks: {
      expected: tasks.map(({ code, text }) => ({ code, label: text })),
      lines: taskLines(tasks),
    },
    forms: own,
    template: templateVersion(indicators, tasks, own),
  };
  forms.set(key, asked);
  return asked;
}

/** Which of all rows some are: a plan may have several versions of one code. */
function which<Row>(all: readonly Row[], some: readonly Row[]): string {
  const own = new Set(some);
  return all.map((row) => (own.has(row) ? '1' : '0')).join('');
}
