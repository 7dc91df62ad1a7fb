import type { ProtectionOptions, Sheet } from '../../workbook/sheet';
import { accessDenied, ApiError } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';

const OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const satisfies readonly (keyof ProtectionOptions)[];

export class WorksheetProtection extends HostObject implements Answers<Excel.WorksheetProtection> {
  readonly className = 'WorksheetProtection';
  private password: string | undefined;
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  get protected(): boolean {
    return this.sheet.isProtected;
  }
  get options(): (Required<ProtectionOptions> & { selectionMode: 'Normal' }) | null {
    if (!this.sheet.isProtected) return null;
    const chosen = this.sheet.protectionOptions;
    const all = Object.fromEntries(
      OPTIONS.map((name) => [name, chosen[name] ?? false]),
    ) as Required<ProtectionOptions>;
    return { ...all, selectionMode: 'Normal' };
  }
  /** A file of ours would not hold it. */
  get hasPassword(): boolean {
    return this.sheet.isProtected && this.password !== undefined;
  }
  /**
   * Fails on a protected sheet (WorksheetProtection.protect in the typings; the code seen in
   * office-js#6784).
   */
  protect(options: ProtectionOptions = {}, password?: string): void {
    if (this.sheet.isProtected) throw accessDenied('WorksheetProtection.protect');
    const chosen = Object.fromEntries(
      OPTIONS.filter((name) => options?.[name]).map((name) => [name, true]),
    );
    this.password = password;
    this.host.model.protect(this.sheet, true, chosen);
  }
  /**
   * Fails on a sheet that is not protected, in builds of June 2026 (office-js#6784); before,
   * nothing happened.
   */
  unprotect(password?: string): void {
    if (!this.sheet.isProtected) throw accessDenied('WorksheetProtection.unprotect');
    if (this.password !== undefined && this.password !== password) {
      throw new ApiError('BadPassword', 'WorksheetProtection.unprotect');
    }
    this.password = undefined;
    this.host.model.protect(this.sheet, false);
  }
}
