import { accessDenied, ApiError } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';

/**
 * Protects the structure: sheets are then neither added, deleted, renamed, moved, copied, hidden
 * nor shown.
 */
export class WorkbookProtection extends HostObject implements Answers<Excel.WorkbookProtection> {
  readonly className = 'WorkbookProtection';
  private password: string | undefined;
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get protected(): boolean {
    return this.host.isStructureProtected;
  }
  protect(password?: string): void {
    if (this.protected) throw accessDenied('WorkbookProtection.protect');
    this.password = password;
    this.host.isStructureProtected = true;
  }
  unprotect(password?: string): void {
    if (!this.protected) return;
    if (this.password !== undefined && this.password !== password) {
      throw new ApiError('BadPassword', 'WorkbookProtection.unprotect');
    }
    this.host.isStructureProtected = false;
  }
}
