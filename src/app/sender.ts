import type { Actor } from '../domain/actor';
import { cellName } from '../workbook/address';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { isError, type CellValue } from '../workbook/cell';
import { formatDate, dateFromSerial } from '../text/date';
import { formatNumber } from '../text/number';
import { periodOf } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import { planFor } from '../domain/plan/plan-for';
import { repairsOf, type Repair } from '../domain/repair/repair';
import { writeReasons, writeRepairLog } from '../domain/reading/form-tables';
import type { Finding, FindingCode } from '../domain/finding/finding';
import { makeStamp, stampCells, stampFoot, type Stamp } from '../domain/stamp/stamp';
import { checkForm } from '../domain/check/check-form';
import type { CheckedFile } from '../domain/submission/submission';
import { COMMON_AGENCY, readIdentities } from '../domain/template/identity';
import { META_SHEET } from '../domain/template/meta-sheet';
import { isFormSheet } from '../domain/reading/align';
import { makeForm } from '../domain/template/form';
import { checkFile } from './check-file';
import { inTurn } from './in-turn';
import type { CellEdit, Undo, WorkbookPort } from './ports';

/** A form as its sender has it open: what was found, and how each finding can be settled. */
export interface CheckedForm {
  file: CheckedFile;
  /** Of the finding with the same index: one way, several to choose from, or none. */
  repairs: readonly (readonly Repair[])[];
}

/**
 * Checks the open form as it stands now, by the rules the province checks it by (*Kiểm tra biểu*).
 */
export async function checkOpenForm(port: WorkbookPort, plan: Plan): Promise<CheckedForm> {
  const workbook = await port.readWhole();
  const typed = copyOf(workbook);
  const file = checkFile(plan, '', '', { ok: true, value: { workbook, converted: null } }, ANY);
  const issued = issuedForm(plan, file);
  return { file, repairs: file.findings.map((found) => repairsOf(found, typed, issued)) };
}

const ANY = { period: null, partial: false };

/**
 * Where the layout moved, or the form was made for all, nothing is put back: it would stand in the
 * wrong row.
 */
const MOVED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'realigned',
  'rows-reordered',
  'column-renamed',
  'row-missing',
  'row-duplicate',
  'form-before-adjustment',
]);

function issuedForm(
  plan: Plan,
  { agency: code, period: id, findings }: CheckedFile,
): Workbook | null {
  const agency = code === null ? undefined : findAgency(plan, code);
  if (!agency || id === null || findings.some((one) => MOVED.has(one.code))) return null;
  const period = periodOf(id);
  return makeForm({ plan: planFor(plan, period), agency, period, previous: null });
}

/** Cells before texts are decoded in place: what was typed is what a repair is shown beside. */
function copyOf(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map(({ name, rows }) => {
    const copy = new Sheet(name);
    for (const [row, cells] of rows) copy.rows.set(row, new Map(cells));
    return copy;
  });
  return emptyWorkbook(sheets);
}

/** What a repair would write, as people read it. */
export function repairShown({ value, formula, format }: Repair): string {
  if (formula !== undefined) return `=${formula}`;
  return shown(value, format);
}

function shown(value: CellValue, format?: string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  const date = format?.includes('yyyy') ? dateFromSerial(value) : null;
  return date ? formatDate(date) : formatNumber(value, 6);
}

/** A repair a person agreed to, with the finding it settles. */
export interface Agreed {
  found: Finding;
  repair: Repair;
}

/**
 * Writes what was agreed to and logs each in the form: what stood there, what stands now, by which
 * rule, who and when. One undo.
 */
export async function repairForm(
  port: WorkbookPort,
  agreed: readonly Agreed[],
  actor: Actor,
): Promise<Undo> {
  const edits = agreed.map(({ repair: { sheet, cell, value, formula, format } }): CellEdit => ({
    sheet,
    cell,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
  }));
  const lines = agreed.map(({ found, repair }) => ({
    ...actor,
    sheet: repair.sheet,
    cell: repair.cell,
    label: found.label ?? '',
    before: repair.before,
    after: repairShown(repair),
    code: found.code,
  }));
  return inTurn([() => port.appendRows([writeRepairLog(lines)]), () => port.editCells(edits)]);
}

/** A warning stands for this reason: it goes with the form. */
export async function explain(
  port: WorkbookPort,
  found: Finding,
  said: { warning: string; reason: string },
  actor: Actor,
): Promise<Undo> {
  const { sheet, cell, label, code } = found;
  return port.appendRows([
    writeReasons([
      { sheet: sheet ?? '', cell: cell ?? '', label: label ?? '', code, ...said, ...actor },
    ]),
  ]);
}

/** A form with errors takes no stamp. */
export type Stamped = { stamp: Stamp; undo: Undo } | { errors: number };

/**
 * Checks the form once more as it stands and stamps it (*Đánh dấu đã kiểm tra*): in the meta sheet,
 * and at the foot of every page.
 */
export async function stampForm(port: WorkbookPort, plan: Plan, actor: Actor): Promise<Stamped> {
  const workbook = await port.readWhole();
  const sheets = workbook.sheets.filter(
    (sheet) => sheet.visibility === 'visible' && isFormSheet(sheet),
  );
  const [identity] = readIdentities(workbook);
  const file = checkFile(plan, '', '', { ok: true, value: { workbook, converted: null } }, ANY);
  const errors = file.findings.filter(({ severity }) => severity === 'error').length;
  const agency = file.agency === null ? undefined : findAgency(plan, file.agency);
  if (errors > 0 || !agency || file.period === null) return { errors: Math.max(1, errors) };
  const { inputs } = checkForm(
    workbook,
    plan,
    agency,
    periodOf(file.period),
    identity?.template ?? '',
  );
  const warnings = file.findings.filter(
    ({ severity, code }) => severity === 'warning' && code !== 'stamp-changed',
  );
  const stamp = makeStamp(
    {
      ...actor,
      template:
        identity?.agency === COMMON_AGENCY
          ? `${identity.template} (biểu chung)`
          : (identity?.template ?? ''),
      errors,
      warnings: warnings.length,
      explained: warnings.filter(({ reason }) => reason !== null).length,
    },
    inputs(),
  );
  const cells = stampCells(stamp).map(({ row, column, value }): CellEdit => ({
    sheet: META_SHEET,
    cell: cellName(row, column),
    value,
  }));
  const names = sheets.map(({ name }) => name);
  const undo = await inTurn([
    () => port.editCells(cells),
    () => port.writeFoot(names, stampFoot(stamp)),
  ]);
  return { stamp, undo };
}
