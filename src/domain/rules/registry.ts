import { carryOverMismatch } from './carry-over-mismatch';
import { cumulativeFalls } from './cumulative-falls';
import { cumulativeMismatch } from './cumulative-mismatch';
import { doneInFuture } from './done-in-future';
import { doneWithoutDate } from './done-without-date';
import { doneWithoutEvidence } from './done-without-evidence';
import { formSumDiffers } from './form-sum-differs';
import { fraction } from './fraction';
import { identityMismatch } from './identity-mismatch';
import { negative } from './negative';
import { numeratorExceedsDenominator } from './numerator-exceeds-denominator';
import { ratioMismatch } from './ratio-mismatch';
import { ratioWithoutDenominator } from './ratio-without-denominator';
import type { Rule } from './rule';
import { totalDiffers } from './total-differs';
import { sameAsLast } from './same-as-last';
import { sameFigureDiffers } from './same-figure-differs';

/** Every rule, in the order it is run: first what one cell says, then what cells say together. */
export const RULES: readonly Rule[] = [
  negative,
  fraction,
  numeratorExceedsDenominator,
  ratioMismatch,
  ratioWithoutDenominator,
  cumulativeMismatch,
  cumulativeFalls,
  sameFigureDiffers,
  sameAsLast,
  formSumDiffers,
  totalDiffers,
  identityMismatch,
  carryOverMismatch,
  doneWithoutDate,
  doneInFuture,
  doneWithoutEvidence,
];
