import type { FindingCode } from '../../src/domain/finding/finding';
import { ALIGNMENT } from './alignment.cases';
import type { DefectCase } from './case';
import { IDENTITY } from './identity.cases';
import { READING } from './reading.cases';
import { RULE_CASES } from './rule-cases';

/** Every defect a single form can have, by the code that finds it. */
export function defectCases(): ReadonlyMap<FindingCode, readonly DefectCase[]> {
  const all = Object.entries({ ...IDENTITY, ...ALIGNMENT, ...READING, ...RULE_CASES });
  return new Map(all as [FindingCode, readonly DefectCase[]][]);
}
