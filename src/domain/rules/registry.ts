// Written by `npm run rules` from the folders of the rules; not edited by hand.

import { inOrder, isPast } from './order';
import type { PastRule, Rule } from './rule';
import { amountInOtherUnit } from './amount-in-other-unit/amount-in-other-unit';
import { carryOverMismatch } from './carry-over-mismatch/carry-over-mismatch';
import { cumulativeAsPeriod } from './cumulative-as-period/cumulative-as-period';
import { cumulativeFalls } from './cumulative-falls/cumulative-falls';
import { cumulativeMismatch } from './cumulative-mismatch/cumulative-mismatch';
import { doneInFuture } from './done-in-future/done-in-future';
import { doneOnDayBefore } from './done-on-day-before/done-on-day-before';
import { doneWithoutDate } from './done-without-date/done-without-date';
import { doneWithoutEvidence } from './done-without-evidence/done-without-evidence';
import { figuresARowOff } from './figures-a-row-off/figures-a-row-off';
import { formRowsShifted } from './form-rows-shifted/form-rows-shifted';
import { formSumDiffers } from './form-sum-differs/form-sum-differs';
import { fraction } from './fraction/fraction';
import { identityMismatch } from './identity-mismatch/identity-mismatch';
import { negative } from './negative/negative';
import { numeratorExceedsDenominator } from './numerator-exceeds-denominator/numerator-exceeds-denominator';
import { partsSwapped } from './parts-swapped/parts-swapped';
import { periodAsCumulative } from './period-as-cumulative/period-as-cumulative';
import { periodAsStock } from './period-as-stock/period-as-stock';
import { ratioMismatch } from './ratio-mismatch/ratio-mismatch';
import { ratioOverWhole } from './ratio-over-whole/ratio-over-whole';
import { ratioShownDiffers } from './ratio-shown-differs/ratio-shown-differs';
import { ratioWithoutDenominator } from './ratio-without-denominator/ratio-without-denominator';
import { sameAsLast } from './same-as-last/same-as-last';
import { sameFigureDiffers } from './same-figure-differs/same-figure-differs';
import { sumMissesRow } from './sum-misses-row/sum-misses-row';
import { timesTooLarge } from './times-too-large/times-too-large';
import { timesTooSmall } from './times-too-small/times-too-small';
import { tooManyDecimals } from './too-many-decimals/too-many-decimals';
import { totalDiffers } from './total-differs/total-differs';

/** Every rule, in the order it is run. */
export const RULES: readonly Rule[] = inOrder([
  amountInOtherUnit,
  carryOverMismatch,
  cumulativeAsPeriod,
  cumulativeFalls,
  cumulativeMismatch,
  doneInFuture,
  doneOnDayBefore,
  doneWithoutDate,
  doneWithoutEvidence,
  figuresARowOff,
  formRowsShifted,
  formSumDiffers,
  fraction,
  identityMismatch,
  negative,
  numeratorExceedsDenominator,
  partsSwapped,
  periodAsCumulative,
  periodAsStock,
  ratioMismatch,
  ratioOverWhole,
  ratioShownDiffers,
  ratioWithoutDenominator,
  sameAsLast,
  sameFigureDiffers,
  sumMissesRow,
  timesTooLarge,
  timesTooSmall,
  tooManyDecimals,
  totalDiffers,
]);

/** Those that can be asked with what the ledger knows of before. */
export const PAST_RULES: readonly PastRule[] = RULES.filter(isPast);
