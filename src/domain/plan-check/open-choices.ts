import { measureOf } from '../measure/measure';
import { isAddable } from '../measure/units';
import { isOfEachPeriod, isOfEachUnit } from '../plan/each-unit-words';
import {
  figureUnit,
  findIndicator,
  isFilledBy,
  type Indicator,
  type Plan,
  type Target,
} from '../plan/plan';
import { doubt, type Doubt, type PlanRule } from './doubt';

/** Choices of a target that its words leave open, however certain its figure is. */

const COMPARED_WITH_FIGURE: ReadonlySet<string> = new Set(['>=', '<=', '=', '>', '<', 'between']);

function isSettled(plan: Plan, { code }: Indicator, heading: string): boolean {
  return plan.confirmations.some(
    (one) => one.who !== '' && one.code === code && one.heading === heading,
  );
}

function ofTargets(
  plan: Plan,
  find: (target: Target, indicator: Indicator, nth: number) => Doubt[],
): Doubt[] {
  const counted = new Map<string, number>();
  return plan.targets.flatMap((target) => {
    const nth = counted.get(target.indicator) ?? 0;
    counted.set(target.indicator, nth + 1);
    const indicator = findIndicator(plan, target.indicator);
    return indicator && COMPARED_WITH_FIGURE.has(target.operator)
      ? find(target, indicator, nth)
      : [];
  });
}

/** "Mỗi xã tối thiểu 05" held against the sum of all: whether that is meant somebody has to say. */
export const openScope: PlanRule = (plan) =>
  ofTargets(plan, (target, indicator, nth) => {
    const isOpen =
      target.scope === undefined &&
      target.agency === null &&
      measureOf(indicator).choices.overAgencies === 'added' &&
      [target.raw, indicator.name].some(isOfEachUnit);
    if (!isOpen || isSettled(plan, indicator, 'Phạm vi')) return [];
    const place = { table: 'targets' as const, row: indicator.code, heading: 'Phạm vi', nth };
    const found = isOfEachUnit(target.raw) ? target.raw : indicator.name;
    return [doubt('plan-scope-open', place, { found })];
  });

/** An amount that is added up over the year, held against its target in every single period. */
export const openYear: PlanRule = (plan) =>
  ofTargets(plan, (target, indicator, nth) => {
    const measure = measureOf(indicator);
    const isOpen =
      indicator.assess === 'every-period' &&
      target.assess === undefined &&
      target.until === undefined &&
      indicator.deadline === null &&
      indicator.kind === 'count' &&
      measure.isSummed &&
      measure.choices.compared === null &&
      ![target.raw, indicator.name].some(isOfEachPeriod);
    if (!isOpen || isSettled(plan, indicator, 'Cách đánh giá')) return [];
    const place = { table: 'targets' as const, row: indicator.code, heading: 'Cách đánh giá', nth };
    return [doubt('plan-year-open', place, { found: target.raw })];
  });

/**
 * Yields, incomes a head, percentages that agencies tell as one figure: added up they are no
 * figure of anything.
 */
export const addedRates: PlanRule = (plan) =>
  plan.indicators.flatMap((indicator) => {
    const measure = measureOf(indicator);
    const { typed, overAgencies } = measure.choices;
    const found = figureUnit(indicator);
    // An average of one figure has lost what it is of: "phút" alone can be added up.
    const isRight = isAddable(found) && indicator.kind !== 'duration';
    if (typed !== 'figure' || measure.hasParts || isRight) return [];
    if (isSettled(plan, indicator, TOGETHER)) return [];
    const isTogether =
      overAgencies === 'added' &&
      plan.agencies.filter((agency) => agency.reports && isFilledBy(indicator, agency)).length > 1;
    if (!isTogether && !measure.isSummed) return [];
    const heading = isTogether ? TOGETHER : 'Cách cộng qua các kỳ';
    const place = { table: 'indicators' as const, row: indicator.code, heading };
    return [doubt('plan-rate-added', place, { found, over: isTogether ? 'agencies' : 'periods' })];
  });

const TOGETHER = 'Cộng theo đơn vị';
