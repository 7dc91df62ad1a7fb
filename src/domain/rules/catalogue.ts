import type { FindingCode, FindingFacts, Severity } from '../finding/finding';
import { FOUND, type Owner } from '../finding/found';
import { RULES } from './registry';

/**
 * What a code finds: its defects by their number in the catalogue of defects, and facts of an
 * example its sentence is said with.
 */
export interface CatalogueEntry {
  code: FindingCode;
  severity: Severity;
  owner: Owner;
  defects: readonly number[];
  example: FindingFacts[FindingCode];
}

/**
 * Everything the check finds, each code once: the catalogue docs/defects.md and `tonghop rules`
 * show. First what is found before a rule looks, last what is found beside the ledger.
 */
export function catalogue(): readonly CatalogueEntry[] {
  const codes = Object.keys(FOUND) as (keyof typeof FOUND)[];
  const found = codes.map((code): CatalogueEntry => {
    const { severity, owner, defects, example } = FOUND[code];
    return { code, severity, owner, defects, example };
  });
  const rules = RULES.map(({ code, severity, defects, example }): CatalogueEntry => ({
    code,
    severity,
    owner: 'rule',
    defects,
    example,
  }));
  return [
    ...found.filter(({ owner }) => owner !== 'rule'),
    ...rules,
    ...found.filter(({ owner }) => owner === 'rule'),
  ];
}
