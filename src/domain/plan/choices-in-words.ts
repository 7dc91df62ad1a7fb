import { wordKey } from '../../text/normal-form';
import { isNamedForEachUnit, isOfEachPeriod } from './each-unit-words';
import type { Indicator, Target } from './plan';

const CHANGE =
  /tốc độ tăng|tăng trưởng|mức tăng|tăng, giảm|tăng\/giảm|chênh lệch|biến động|thặng dư|bội chi/u;

/**
 * What words say of a figure typed alone: that it may be below 0, that each unit reaches it by
 * itself, and, of one that is added up over time, that its target is the year's. Until format 3 a
 * plan had no columns for it.
 */
export function withChoicesInWords(
  indicator: Indicator,
  targets: readonly Pick<Target, 'raw'>[],
): Indicator {
  if (indicator.kind !== 'count') return indicator;
  const name = wordKey(indicator.name);
  const isEach = isNamedForEachUnit(name);
  const isOfPeriods = [name, ...targets.map(({ raw }) => raw)].some(isOfEachPeriod);
  const isOfYear =
    indicator.assess === 'every-period' && indicator.overTime === 'flow' && !isEach && !isOfPeriods;
  return {
    ...indicator,
    ...(CHANGE.test(name) ? { sign: 'any' } : {}),
    ...(isEach ? { overAgencies: 'each' } : {}),
    ...(isOfYear ? { assess: 'whole-year' } : {}),
  };
}
