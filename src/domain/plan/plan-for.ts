import { addDays, type CivilDate } from '../../text/date';
import { madeOnce } from '../made-once';
import type { Period, PeriodId } from '../period/period';
import {
  cutOff,
  expectedTiles,
  standsOn,
  type Filler,
  type Plan,
  type Standing,
  type Target,
} from './plan';

/**
 * The plan as it stands in a period (Điều chỉnh kế hoạch): of each row and target the last version
 * by the period's cut-off, without rows that stand in none of its base periods. A row's `from` is
 * the day its first version began.
 */
export function planFor(plan: Plan, period: Period): Plan {
  const known = madeOnce(STANDING, plan, () => new Map<PeriodId, Plan>());
  return madeOnce(known, period.id, () => standingIn(plan, period));
}

/** One plan for a period, so that what is prepared from it is prepared once. */
const STANDING = new WeakMap<Plan, Map<PeriodId, Plan>>();

function standingIn(plan: Plan, period: Period): Plan {
  if (!isAdjusted(plan)) return plan;
  const parts = expectedTiles(plan, period);
  const days = (parts.length > 0 ? parts : [period]).map((part) => cutOff(plan, part));
  const day = cutOff(plan, period);
  const rows = <Row extends Versioned>(all: readonly Row[]): Row[] =>
    lastVersions(all, day).filter((row) => days.some((one) => standsOn(row, one)));
  return {
    ...plan,
    indicators: rows(plan.indicators),
    tasks: rows(plan.tasks),
    forms: rows(plan.forms),
    targets: targetsOn(plan.targets, day),
  };
}

/**
 * The plan as it was before each of its adjustments that a period knows of, the latest first: what
 * a form may ask that went out before the plan was adjusted.
 */
export function plansBefore(plan: Plan, period: Period): { adjusted: CivilDate; plan: Plan }[] {
  const last = cutOff(plan, period);
  return adjustments(plan)
    .filter((day) => day <= last)
    .map((day) => ({ adjusted: day, plan: planFor(planBefore(plan, day), period) }));
}

/** Every day on which a row or target begins, or the day after one ended; the latest first. */
function adjustments(plan: Plan): CivilDate[] {
  const days = [...plan.indicators, ...plan.tasks, ...plan.forms].flatMap(({ from, until }) => [
    ...(from ? [from] : []),
    ...(until ? [addDays(until, 1)] : []),
  ]);
  const ofTargets = plan.targets.flatMap(({ from, until }) => [
    ...(from ? [from] : []),
    ...(until ? [addDays(until, 1)] : []),
  ]);
  return [...new Set([...days, ...ofTargets])].sort().reverse();
}

function planBefore(plan: Plan, day: CivilDate): Plan {
  const rows = <Row extends Standing>(all: readonly Row[]): Row[] =>
    all
      .filter(({ from }) => (from ?? '') < day)
      .map((row) =>
        row.until !== undefined && addDays(row.until, 1) >= day
          ? { ...row, until: undefined }
          : row,
      );
  return {
    ...plan,
    indicators: rows(plan.indicators),
    tasks: rows(plan.tasks),
    forms: rows(plan.forms),
    targets: plan.targets
      .filter(({ from }) => (from ?? '') < day)
      .map((target) =>
        target.until !== undefined && addDays(target.until, 1) >= day
          ? { ...target, until: undefined }
          : target,
      ),
  };
}

function isAdjusted(plan: Plan): boolean {
  const isDated = ({ from, until }: Pick<Standing, 'from' | 'until'>) =>
    from !== undefined || until !== undefined;
  return (
    [...plan.indicators, ...plan.tasks, ...plan.forms].some(isDated) || plan.targets.some(isDated)
  );
}

type Versioned = Standing & { code: string; filledBy: Filler[] };

function lastVersions<Row extends Versioned>(rows: readonly Row[], day: CivilDate): Row[] {
  const byCode = new Map<string, Row[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()].flatMap((all) => {
    const begun = all.filter(({ from }) => (from ?? '') <= day).sort(byBeginning);
    const last = begun.at(-1);
    if (!last) return [];
    const { from: _, ...rest } = last;
    const first = begun[0].from;
    const filledBefore = begun.slice(1).map((next, index) => ({
      until: addDays(next.from!, -1),
      filledBy: begun[index].filledBy,
    }));
    const versions = filledBefore.length > 0 ? { filledBefore } : {};
    return [{ ...rest, ...versions, ...(first === undefined ? {} : { from: first }) } as Row];
  });
}

function byBeginning(a: Standing, b: Standing): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

/**
 * Of the targets for the same level or agency, the last that began by that day, and of several that
 * began together the one that ends first; none that ended before it.
 */
export function targetsOn(targets: readonly Target[], day: CivilDate): Target[] {
  const begun = targets.filter((target) => standsOn(target, day));
  return begun.filter(
    (target) =>
      !begun.some(
        (other) =>
          other.indicator === target.indicator &&
          other.level === target.level &&
          other.agency === target.agency &&
          comesBefore(target, other),
      ),
  );
}

function comesBefore(one: Target, other: Target): boolean {
  const [from, otherFrom] = [one.from ?? '', other.from ?? ''];
  return otherFrom > from || (otherFrom === from && (other.until ?? OPEN) < (one.until ?? OPEN));
}

const OPEN = '9999-12-31';
