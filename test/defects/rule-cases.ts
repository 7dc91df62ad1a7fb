// Written by `npm run rules` from the folders of the rules; not edited by hand.

import { cases as amountInOtherUnit } from '../../src/domain/rules/amount-in-other-unit/amount-in-other-unit.cases';
import { cases as carryOverMismatch } from '../../src/domain/rules/carry-over-mismatch/carry-over-mismatch.cases';
import { cases as cumulativeAsPeriod } from '../../src/domain/rules/cumulative-as-period/cumulative-as-period.cases';
import { cases as cumulativeFalls } from '../../src/domain/rules/cumulative-falls/cumulative-falls.cases';
import { cases as cumulativeMismatch } from '../../src/domain/rules/cumulative-mismatch/cumulative-mismatch.cases';
import { cases as doneInFuture } from '../../src/domain/rules/done-in-future/done-in-future.cases';
import { cases as doneOnDayBefore } from '../../src/domain/rules/done-on-day-before/done-on-day-before.cases';
import { cases as doneWithoutDate } from '../../src/domain/rules/done-without-date/done-without-date.cases';
import { cases as doneWithoutEvidence } from '../../src/domain/rules/done-without-evidence/done-without-evidence.cases';
import { cases as figuresARowOff } from '../../src/domain/rules/figures-a-row-off/figures-a-row-off.cases';
import { cases as formRowsShifted } from '../../src/domain/rules/form-rows-shifted/form-rows-shifted.cases';
import { cases as formSumDiffers } from '../../src/domain/rules/form-sum-differs/form-sum-differs.cases';
import { cases as fraction } from '../../src/domain/rules/fraction/fraction.cases';
import { cases as identityMismatch } from '../../src/domain/rules/identity-mismatch/identity-mismatch.cases';
import { cases as negative } from '../../src/domain/rules/negative/negative.cases';
import { cases as numeratorExceedsDenominator } from '../../src/domain/rules/numerator-exceeds-denominator/numerator-exceeds-denominator.cases';
import { cases as partsSwapped } from '../../src/domain/rules/parts-swapped/parts-swapped.cases';
import { cases as periodAsCumulative } from '../../src/domain/rules/period-as-cumulative/period-as-cumulative.cases';
import { cases as periodAsStock } from '../../src/domain/rules/period-as-stock/period-as-stock.cases';
import { cases as ratioMismatch } from '../../src/domain/rules/ratio-mismatch/ratio-mismatch.cases';
import { cases as ratioOverWhole } from '../../src/domain/rules/ratio-over-whole/ratio-over-whole.cases';
import { cases as ratioShownDiffers } from '../../src/domain/rules/ratio-shown-differs/ratio-shown-differs.cases';
import { cases as ratioWithoutDenominator } from '../../src/domain/rules/ratio-without-denominator/ratio-without-denominator.cases';
import { cases as sameAsLast } from '../../src/domain/rules/same-as-last/same-as-last.cases';
import { cases as sameFigureDiffers } from '../../src/domain/rules/same-figure-differs/same-figure-differs.cases';
import { cases as sumMissesRow } from '../../src/domain/rules/sum-misses-row/sum-misses-row.cases';
import { cases as timesTooLarge } from '../../src/domain/rules/times-too-large/times-too-large.cases';
import { cases as timesTooSmall } from '../../src/domain/rules/times-too-small/times-too-small.cases';
import { cases as tooManyDecimals } from '../../src/domain/rules/too-many-decimals/too-many-decimals.cases';
import { cases as totalDiffers } from '../../src/domain/rules/total-differs/total-differs.cases';

/** The cases beside every rule. */
export const RULE_CASES = {
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
