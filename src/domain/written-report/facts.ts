import { knownAt, theOne } from '../../known/known';
import type { CivilDate } from '../../text/date';
import type { Agency, Level } from '../agency/agency';
import type {
  Consolidation,
  Figure,
  IndicatorResult,
  TaskResult,
  TaskStatus,
} from '../consolidation/consolidation';
import { narrativesOf, type Narrative } from '../consolidation/narratives';
import type { Period } from '../period/period';
import { deadlineDay, type Indicator, type Plan, type Target, type Task } from '../plan/plan';
import { assessOf, generalTarget, hasFigures, isOfYear } from '../plan/target';
import type { Told } from '../consolidation/told-beside';
import type { HandIn } from '../report/hand-in';
import type { ReportContext } from '../report/report-context';
import { againstTarget, change, type Gap } from './gap';
import { isDueNext, nextPeriod } from './next-period';

/**
 * What a report says of a period in words: every fact its sentences need, taken from the result and
 * from nothing else, so that document, tables and JSON hold the same figures. The sentences are
 * made late (locale/written-report.ts).
 */
export interface ReportFacts {
  plan: Plan;
  period: Period;
  result: Consolidation;
  board: readonly HandIn[];
  handIn: HandInFacts;
  indicators: IndicatorFacts[];
  tasks: TaskFacts[];
  /** The period after this one, whose tasks are named ahead; null where the plan's year ends. */
  next: Period | null;
  difficulties: TaskDifficulties[];
}

export interface HandInFacts {
  /** Agencies whose latest form came by its day, after it, and of which nobody said when. */
  onTime: Agency[];
  late: { agency: Agency; days: number }[];
  dayUnknown: Agency[];
  missing: Agency[];
  returned: Agency[];
}

export interface IndicatorFacts {
  indicator: Indicator;
  result: IndicatorResult;
  /**
   * The figure it is judged by: the period's, or the year's so far where its target is of the whole
   * year.
   */
  judged: Figure;
  /** The target for all; null where there is none, or only targets of levels and agencies. */
  target: Target | null;
  /**
   * How far the result is from the target for all; null where the target holds nothing to be
   * compared with.
   */
  gap: Gap | null;
  levels: LevelFacts[];
  /** Against the period before; null where one of the two has no result. */
  change: number | null;
  /** How much of the period before was reported. */
  toldBefore: Told;
  missing: Agency[];
  noBasis: Agency[];
  notMet: Agency[];
  /** Who has no form that counts in the period at all: missing in every indicator they fill. */
  silent: Agency[];
}

export interface LevelFacts {
  level: Level;
  result: IndicatorResult['levels'][number];
  target: Target | null;
  gap: Gap | null;
}

export interface TaskFacts {
  task: Task;
  result: TaskResult;
  /** The agencies it stands at like that. */
  of(status: TaskStatus): Agency[];
  due: CivilDate | null;
  isDueNext: boolean;
}

/** What agencies wrote of a task, those who wrote the same together, most agencies first. */
export interface TaskDifficulties {
  task: Task;
  texts: { text: string; agencies: Agency[] }[];
}

export function reportFacts({
  plan,
  period,
  result,
  inForce,
  figures,
  board,
}: ReportContext): ReportFacts {
  const next = nextPeriod(period);
  const silent = agenciesOf(plan, [...result.missing, ...result.returned]);
  return {
    plan,
    period,
    result,
    board,
    handIn: handInFacts(plan, board, result),
    indicators: plan.indicators.map((indicator) => {
      const own = theOne(result.indicators, ({ code }) => code === indicator.code);
      const { told } = knownAt(figures.ranges, indicator.code);
      return indicatorFacts(plan, indicator, own, told.previous, silent);
    }),
    tasks: plan.tasks.map((task) => {
      const own = theOne(result.tasks, ({ code }) => code === task.code);
      return taskFacts(plan, task, own, period, next);
    }),
    next,
    difficulties: difficultiesOf(plan, narrativesOf(plan, period, inForce)),
  };
}

function handInFacts(
  plan: Plan,
  board: readonly HandIn[],
  { missing, returned }: Consolidation,
): HandInFacts {
  const accepted = board.filter(({ agency }) => ![...missing, ...returned].includes(agency.code));
  const lateBy = ({ latest }: HandIn) => latest?.late ?? null;
  return {
    onTime: accepted.filter((one) => lateBy(one) === 0).map(({ agency }) => agency),
    late: accepted.flatMap((one) => {
      const days = lateBy(one);
      return days ? [{ agency: one.agency, days }] : [];
    }),
    dayUnknown: accepted.filter((one) => lateBy(one) === null).map(({ agency }) => agency),
    missing: agenciesOf(plan, missing),
    returned: agenciesOf(plan, returned),
  };
}

function indicatorFacts(
  plan: Plan,
  indicator: Indicator,
  result: IndicatorResult,
  toldBefore: Told,
  silent: Agency[],
): IndicatorFacts {
  const target = generalTarget(plan, indicator.code);
  const ofLevels = plan.targets.filter(
    (one) => one.indicator === indicator.code && one.agency === null && one.level !== null,
  );
  const isHeldAgainstYear = isOfYear(assessOf(indicator, target));
  const judged = isHeldAgainstYear ? result.cumulative : result;
  return {
    indicator,
    result,
    judged,
    target,
    gap:
      target && hasFigures(target)
        ? againstTarget(result.change === undefined ? judged.value : result.change, target)
        : null,
    levels:
      target || ofLevels.length === 0
        ? []
        : result.levels.map((own) => {
            const asked = ofLevels.find(({ level }) => level === own.level) ?? null;
            // What a level reached in the year so far is no part of a result.
            const gap =
              asked && !isHeldAgainstYear && result.compared === undefined && hasFigures(asked)
                ? againstTarget(own.value, asked)
                : null;
            return { level: own.level, result: own, target: asked, gap };
          }),
    change: result.previous ? change(result.value, result.previous.value) : null,
    toldBefore,
    missing: agenciesOf(plan, Object.keys(result.missingMonths)),
    noBasis: agenciesOf(plan, result.noBasis),
    notMet: agenciesOf(plan, result.notMet),
    silent,
  };
}

function taskFacts(
  plan: Plan,
  task: Task,
  result: TaskResult,
  period: Period,
  next: Period | null,
): TaskFacts {
  const isOpen = result.agencies.some(
    ({ status }) => status !== 'done-on-time' && status !== 'done-late',
  );
  return {
    task,
    result,
    of: (status) =>
      agenciesOf(
        plan,
        result.agencies.filter((one) => one.status === status).map(({ agency }) => agency),
      ),
    due: deadlineDay(plan, task.deadline),
    isDueNext:
      next !== null &&
      (isOpen || task.deadline?.kind === 'recurring') &&
      isDueNext(plan, task, period, next),
  };
}

/** In the order of the register. */
function agenciesOf(plan: Plan, codes: readonly string[]): Agency[] {
  const wanted = new Set(codes);
  return plan.agencies.filter(({ code }) => wanted.has(code));
}

function difficultiesOf(
  { tasks: order }: Plan,
  narratives: readonly Narrative[],
): TaskDifficulties[] {
  const tasks = new Map<Task, Map<string, { text: string; agencies: Agency[] }>>();
  for (const { task, agency, last, gone } of narratives) {
    if (gone) continue;
    const texts = tasks.get(task) ?? new Map<string, { text: string; agencies: Agency[] }>();
    tasks.set(task, texts);
    const key = last.text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s.;,]+/g, ' ')
      .trim();
    const same = texts.get(key);
    if (same) same.agencies.push(agency);
    else texts.set(key, { text: last.text, agencies: [agency] });
  }
  return order.flatMap((task) => {
    const texts = tasks.get(task);
    return texts
      ? [{ task, texts: [...texts.values()].sort((a, b) => b.agencies.length - a.agencies.length) }]
      : [];
  });
}
