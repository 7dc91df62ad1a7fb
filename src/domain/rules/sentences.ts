// Written by `npm run rules` from the folders of the rules; not edited by hand.

import type { Sentence } from './sentence';
import * as amountInOtherUnit from './amount-in-other-unit/amount-in-other-unit.sentences';
import * as carryOverMismatch from './carry-over-mismatch/carry-over-mismatch.sentences';
import * as cumulativeAsPeriod from './cumulative-as-period/cumulative-as-period.sentences';
import * as cumulativeFalls from './cumulative-falls/cumulative-falls.sentences';
import * as cumulativeMismatch from './cumulative-mismatch/cumulative-mismatch.sentences';
import * as doneInFuture from './done-in-future/done-in-future.sentences';
import * as doneOnDayBefore from './done-on-day-before/done-on-day-before.sentences';
import * as doneWithoutDate from './done-without-date/done-without-date.sentences';
import * as doneWithoutEvidence from './done-without-evidence/done-without-evidence.sentences';
import * as figuresARowOff from './figures-a-row-off/figures-a-row-off.sentences';
import * as formRowsShifted from './form-rows-shifted/form-rows-shifted.sentences';
import * as formSumDiffers from './form-sum-differs/form-sum-differs.sentences';
import * as fraction from './fraction/fraction.sentences';
import * as identityMismatch from './identity-mismatch/identity-mismatch.sentences';
import * as negative from './negative/negative.sentences';
import * as numeratorExceedsDenominator from './numerator-exceeds-denominator/numerator-exceeds-denominator.sentences';
import * as partsSwapped from './parts-swapped/parts-swapped.sentences';
import * as periodAsCumulative from './period-as-cumulative/period-as-cumulative.sentences';
import * as periodAsStock from './period-as-stock/period-as-stock.sentences';
import * as ratioMismatch from './ratio-mismatch/ratio-mismatch.sentences';
import * as ratioOverWhole from './ratio-over-whole/ratio-over-whole.sentences';
import * as ratioShownDiffers from './ratio-shown-differs/ratio-shown-differs.sentences';
import * as ratioWithoutDenominator from './ratio-without-denominator/ratio-without-denominator.sentences';
import * as sameAsLast from './same-as-last/same-as-last.sentences';
import * as sameFigureDiffers from './same-figure-differs/same-figure-differs.sentences';
import * as sumMissesRow from './sum-misses-row/sum-misses-row.sentences';
import * as timesTooLarge from './times-too-large/times-too-large.sentences';
import * as timesTooSmall from './times-too-small/times-too-small.sentences';
import * as tooManyDecimals from './too-many-decimals/too-many-decimals.sentences';
import * as totalDiffers from './total-differs/total-differs.sentences';

export type RuleCode =
  | 'amount-in-other-unit'
  | 'carry-over-mismatch'
  | 'cumulative-as-period'
  | 'cumulative-falls'
  | 'cumulative-mismatch'
  | 'done-in-future'
  | 'done-on-day-before'
  | 'done-without-date'
  | 'done-without-evidence'
  | 'figures-a-row-off'
  | 'form-rows-shifted'
  | 'form-sum-differs'
  | 'fraction'
  | 'identity-mismatch'
  | 'negative'
  | 'numerator-exceeds-denominator'
  | 'parts-swapped'
  | 'period-as-cumulative'
  | 'period-as-stock'
  | 'ratio-mismatch'
  | 'ratio-over-whole'
  | 'ratio-shown-differs'
  | 'ratio-without-denominator'
  | 'same-as-last'
  | 'same-figure-differs'
  | 'sum-misses-row'
  | 'times-too-large'
  | 'times-too-small'
  | 'too-many-decimals'
  | 'total-differs';

/** What every rule says, in the languages of its folder. */
export const SENTENCES: {
  [Code in RuleCode]: { vi: Sentence<Code>; en: Sentence<Code> };
} = {
  'amount-in-other-unit': amountInOtherUnit,
  'carry-over-mismatch': carryOverMismatch,
  'cumulative-as-period': cumulativeAsPeriod,
  'cumulative-falls': cumulativeFalls,
  'cumulative-mismatch': cumulativeMismatch,
  'done-in-future': doneInFuture,
  'done-on-day-before': doneOnDayBefore,
  'done-without-date': doneWithoutDate,
  'done-without-evidence': doneWithoutEvidence,
  'figures-a-row-off': figuresARowOff,
  'form-rows-shifted': formRowsShifted,
  'form-sum-differs': formSumDiffers,
  fraction: fraction,
  'identity-mismatch': identityMismatch,
  negative: negative,
  'numerator-exceeds-denominator': numeratorExceedsDenominator,
  'parts-swapped': partsSwapped,
  'period-as-cumulative': periodAsCumulative,
  'period-as-stock': periodAsStock,
  'ratio-mismatch': ratioMismatch,
  'ratio-over-whole': ratioOverWhole,
  'ratio-shown-differs': ratioShownDiffers,
  'ratio-without-denominator': ratioWithoutDenominator,
  'same-as-last': sameAsLast,
  'same-figure-differs': sameFigureDiffers,
  'sum-misses-row': sumMissesRow,
  'times-too-large': timesTooLarge,
  'times-too-small': timesTooSmall,
  'too-many-decimals': tooManyDecimals,
  'total-differs': totalDiffers,
};
