import { amountInOtherUnit } from './amount-in-other-unit/amount-in-other-unit';
import { carryOverMismatch } from './carry-over-mismatch/carry-over-mismatch';
import { cumulativeFalls } from './cumulative-falls/cumulative-falls';
import { cumulativeMismatch } from './cumulative-mismatch/cumulative-mismatch';
import { cumulativeAsPeriod } from './cumulative-as-period/cumulative-as-period';
import { doneOnDayBefore } from './done-on-day-before/done-on-day-before';
import { doneInFuture } from './done-in-future/done-in-future';
import { doneWithoutDate } from './done-without-date/done-without-date';
import { doneWithoutEvidence } from './done-without-evidence/done-without-evidence';
import { figuresARowOff } from './figures-a-row-off/figures-a-row-off';
import { formRowsShifted } from './form-rows-shifted/form-rows-shifted';
import { formSumDiffers } from './form-sum-differs/form-sum-differs';
import { tooManyDecimals } from './too-many-decimals/too-many-decimals';
import { fraction } from './fraction/fraction';
import { identityMismatch } from './identity-mismatch/identity-mismatch';
import { negative } from './negative/negative';
import { numeratorExceedsDenominator } from './numerator-exceeds-denominator/numerator-exceeds-denominator';
import { partsSwapped } from './parts-swapped/parts-swapped';
import { periodAsCumulative } from './period-as-cumulative/period-as-cumulative';
import { ratioMismatch } from './ratio-mismatch/ratio-mismatch';
import { ratioOverWhole } from './ratio-over-whole/ratio-over-whole';
import { ratioShownDiffers } from './ratio-shown-differs/ratio-shown-differs';
import { ratioWithoutDenominator } from './ratio-without-denominator/ratio-without-denominator';
import type { PastRule, Rule } from './rule';
import { sumMissesRow } from './sum-misses-row/sum-misses-row';
import { timesTooLarge } from './times-too-large/times-too-large';
import { timesTooSmall } from './times-too-small/times-too-small';
import { totalDiffers } from './total-differs/total-differs';
import { sameAsLast } from './same-as-last/same-as-last';
import { sameFigureDiffers } from './same-figure-differs/same-figure-differs';

/** Every rule, in the order it is run: first what one cell says, then what cells say together. */
export const RULES: readonly Rule[] = [
  negative,
  fraction,
  tooManyDecimals,
  figuresARowOff,
  cumulativeAsPeriod,
  periodAsCumulative,
  partsSwapped,
  amountInOtherUnit,
  timesTooLarge,
  timesTooSmall,
  numeratorExceedsDenominator,
  ratioMismatch,
  ratioShownDiffers,
  ratioWithoutDenominator,
  ratioOverWhole,
  cumulativeMismatch,
  cumulativeFalls,
  sameFigureDiffers,
  sameAsLast,
  formRowsShifted,
  formSumDiffers,
  totalDiffers,
  sumMissesRow,
  identityMismatch,
  carryOverMismatch,
  doneWithoutDate,
  doneInFuture,
  doneOnDayBefore,
  doneWithoutEvidence,
];

/** Those that can be asked with what the ledger knows of before. */
export const PAST_RULES: readonly PastRule[] = [
  figuresARowOff,
  cumulativeAsPeriod,
  periodAsCumulative,
  timesTooLarge,
  timesTooSmall,
];
