import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingCode } from '../../src/domain/rules/finding';
import { ALIGNMENT } from './alignment.cases';
import type { DefectCase } from './case';
import { IDENTITY } from './identity.cases';
import { READING } from './reading.cases';

const RULES = join(__dirname, '..', '..', 'src', 'domain', 'rules');

/** Every defect a single form can have, by the code that finds it; the rules' stand beside the rules. */
export function defectCases(): ReadonlyMap<FindingCode, readonly DefectCase[]> {
  const folders = readdirSync(RULES, { withFileTypes: true }).filter((one) => one.isDirectory());
  const ofRules = folders.map(({ name }): [string, readonly DefectCase[]] => [
    name,
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    (require(join(RULES, name, `${name}.cases`)) as { cases: readonly DefectCase[] }).cases,
  ]);
  const others = Object.entries({ ...IDENTITY, ...ALIGNMENT, ...READING });
  return new Map([...others, ...ofRules] as [FindingCode, readonly DefectCase[]][]);
}
