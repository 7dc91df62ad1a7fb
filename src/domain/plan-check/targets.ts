import { theOne } from '../../known/known';
import { measureOf } from '../measure/measure';
import { isValidOn, type Agency } from '../agency/agency';
import { isFilledBy, type Indicator, type Plan, type Target } from '../plan/plan';
import { hasFigures } from '../plan/target';
import { overTimeWords } from '../plan/words';
import { doubt, type Doubt, type PlanRule } from './doubt';

const at = (plan: Plan, target: Target) => ({
  table: 'targets' as const,
  row: target.indicator,
  heading: 'Ghi trong kế hoạch',
  nth: plan.targets.filter(({ indicator }) => indicator === target.indicator).indexOf(target),
});
const atIndicator = (indicator: Indicator, heading: string) => ({
  table: 'indicators' as const,
  row: indicator.code,
  from: indicator.from,
  heading,
});

function indicatorOf(plan: Plan, target: Target): Indicator {
  return theOne(plan.indicators, ({ code }) => code === target.indicator);
}

const OPERATOR_WORDS =
  /tối thiểu|tối đa|ít nhất|nhiều nhất|trên|dưới|vượt|không quá|trở lên|trở xuống|từ|tăng|giảm|bằng/i;

/**
 * What the owner has to confirm before a figure is judged by it: each target once, by the clearest
 * reason.
 */
export const openTarget: PlanRule = (plan) =>
  plan.targets
    .filter(({ confirmed }) => !confirmed)
    .map((target) => {
      const indicator = indicatorOf(plan, target);
      const facts = { found: target.raw, value: target.value ?? 0 };
      if (
        measureOf(indicator).choices.better === 'lower' &&
        (target.operator === '>=' || target.operator === '>')
      )
        return doubt('plan-operator-contradicts', at(plan, target), facts);
      // Words without a figure: a yes would have nothing to be held against.
      if (!hasFigures(target))
        return doubt(
          'plan-target-no-figure',
          { ...at(plan, target), heading: 'Mức' },
          { found: target.raw },
        );
      const { operator } = target;
      const isOpen = operator === '>=' || operator === '>' || operator === '=';
      if (isOpen && !OPERATOR_WORDS.test(target.raw))
        return doubt('plan-operator-not-written', at(plan, target), { ...facts, operator });
      return doubt('plan-target-unconfirmed', at(plan, target), facts);
    });

/** An increase is judged against figures that somebody must have. */
export const increaseWithoutBase: PlanRule = (plan) =>
  plan.targets
    .filter(({ operator }) => operator === 'increase')
    .map((target) => doubt('plan-increase-without-base', at(plan, target), {}));

/** A target for a level at which nobody fills the row. */
export const levelWithoutAgency: PlanRule = (plan) =>
  plan.targets.flatMap((target): Doubt[] => {
    const { level } = target;
    if (level === null) return [];
    const indicator = indicatorOf(plan, target);
    const some = plan.agencies.some(
      (agency) => agency.level === level && isFilledBy(indicator, agency),
    );
    return some
      ? []
      : [doubt('plan-level-without-agency', { ...at(plan, target), heading: 'Cấp' }, { level })];
  });

/** Targets of single agencies that never tell the figure: once for an indicator. */
export const targetNotAsked: PlanRule = (plan) =>
  plan.indicators.flatMap((indicator, index): Doubt[] => {
    const { code } = indicator;
    const rows = plan.indicators.filter((one) => one.code === code);
    if (rows[0] !== plan.indicators[index] || measureOf(indicator).isFromTasks) return [];
    const asked = (agency: Agency) => rows.some((one) => isFilledBy(one, agency));
    const named = plan.targets.flatMap((target) => {
      const agency =
        target.indicator === code && plan.agencies.find((one) => one.code === target.agency);
      return agency && !asked(agency) ? [{ target, agency }] : [];
    });
    if (named.length === 0) return [];
    const [{ target, agency }] = named;
    const facts = { found: agency.name, count: new Set(named.map((one) => one.agency)).size };
    const place = { ...at(plan, target), heading: 'Đơn vị' };
    return [doubt('plan-target-not-asked', place, facts)];
  });

/** Units of which each agency has one: their number is known before anybody reports. */
const ONE_EACH = new Set(['bộ phận', 'cơ quan', 'đơn vị']);

/** Of few, a percentage can only be met by more: 60% of 17 offices are 11 of them. */
export const smallDenominator: PlanRule = (plan) =>
  plan.targets.flatMap((target): Doubt[] => {
    const indicator = indicatorOf(plan, target);
    const { level, value, operator } = target;
    if (
      level === null ||
      value === null ||
      operator !== '>=' ||
      !ONE_EACH.has(indicator.denominator?.unit ?? '')
    )
      return [];
    // Of a level that changed in mid-year, those of the year's end.
    const end = `${plan.year}-12-31`;
    const isCounted = (agency: Agency) =>
      agency.level === level && agency.reports && isValidOn(agency, end);
    const count = plan.agencies.filter(
      (agency) => isCounted(agency) && isFilledBy(indicator, agency),
    ).length;
    const needed = measureOf(indicator).countNeeded(value, count);
    if (needed === null) return [];
    return [doubt('plan-small-denominator', at(plan, target), { value, count, needed })];
  });

/** Every indicator needs a target to be judged at all. */
export const noTarget: PlanRule = (plan) =>
  plan.indicators
    .filter(({ code }) => !plan.targets.some((target) => target.indicator === code))
    .map((indicator) => {
      const found = unreadTarget(plan, indicator.code);
      const facts = found === undefined ? {} : { found };
      return doubt('plan-no-target', atIndicator(indicator, 'Mã'), facts);
    });

/** The target of an appendix that was asked about and is not answered yet. */
function unreadTarget(plan: Plan, code: string): string | undefined {
  return plan.confirmations
    .filter((one) => one.who === '' && one.code === code)
    .map(({ question }) => /^Mức giao “([^”]*)”/.exec(question)?.[1])
    .find((found) => found !== undefined);
}

/** What is counted was named by the software until the owner agrees. */
export const proposedDefinition: PlanRule = (plan) =>
  plan.indicators
    .filter(({ proposedNames }) => proposedNames)
    .map((indicator) =>
      doubt('plan-definition-proposed', atIndicator(indicator, 'Định nghĩa tử, mẫu'), {
        numerator: indicator.numerator.name,
        denominator: indicator.denominator?.name ?? '',
        overTime: overTimeWords.write(indicator.overTime),
      }),
    );
