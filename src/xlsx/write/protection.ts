import type { WriteSheet } from 'hucre/xlsx';
import type { ProtectionOptions, Sheet } from '../../workbook/sheet';

type SheetProtection = NonNullable<WriteSheet['protection']>;

/**
 * In the file an attribute of 0 allows (ECMA-376 Part 1, 18.3.1.85); the library writes it for
 * true.
 */
const ATTRIBUTES: Partial<Record<keyof ProtectionOptions, keyof SheetProtection>> = {
  allowAutoFilter: 'autoFilter',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowInsertRows: 'insertRows',
  allowPivotTables: 'pivotTables',
  allowSort: 'sort',
};

export function toProtection({
  isProtected,
  protectionOptions,
}: Sheet): SheetProtection | undefined {
  if (!isProtected) return undefined;
  const protection: SheetProtection = {
    sheet: true,
    objects: !protectionOptions.allowEditObjects,
    scenarios: !protectionOptions.allowEditScenarios,
  };
  for (const [option, attribute] of Object.entries(ATTRIBUTES)) {
    if (protectionOptions[option as keyof ProtectionOptions])
      Object.assign(protection, { [attribute]: true });
  }
  return protection;
}
