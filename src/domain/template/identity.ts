import type { CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { META_SHEET } from './meta-sheet';

/** What a form is: which plan and template it was made from, for whom, for when. */
export interface FormIdentity {
  plan: string;
  template: string;
  agency: string;
  period: string;
}

/**
 * The format of our forms; in every identity, so an older form can still be read: 1 had the columns
 * of `former-columns`.
 */
export const FORM_FORMAT = 2;
export type FormFormat = 1 | 2;

/**
 * Four places carry the identity: a custom property, a constant defined name, the meta sheet and a
 * visible cell.
 * Re-saving by other programs loses some of them (LibreOffice to .xls loses properties, .ods keeps
 * only cells).
 */
export const IDENTITY_PROPERTY = 'TongHop.MaBieu';
export const IDENTITY_NAME = 'TongHop_MaBieu';
export const META_IDENTITY_LABEL = 'Mã biểu';
export const VISIBLE_PREFIX = 'Mã biểu: ';
export const SAMPLE_PROPERTY = 'TongHop.SoLieuMau';
export const SAMPLE_MARK = 'SỐ LIỆU MẪU';
/** The row of a form's head that is kept for a mark under the title. */
export const MARK_ROW = 2;

/**
 * The agency of a form that was made for all: the sender picks one in the visible cell beside this
 * label.
 */
export const COMMON_AGENCY = '*';
export const PICKER_LABEL = 'Đơn vị:';

/** An agency in the list a sender picks from; the code first, since names repeat. */
export function pickerText({ code, name }: { code: string; name: string }): string {
  return `${code} – ${name}`;
}

const PATTERN = /TH(\d+)\/([^/\s"]+)\/([0-9a-f]{8})\/([^/\s"]+)\/(\d{4}(?:-[0-9A-Z]+)?)/;

export function identityText(identity: FormIdentity): string {
  return `TH${FORM_FORMAT}/${identity.plan}/${identity.template}/${identity.agency}/${identity.period}`;
}

/** Null when the text holds no identity of a format we know. */
export function parseIdentity(text: string): FormIdentity | null {
  const match = PATTERN.exec(text);
  if (!match || Number(match[1]) > FORM_FORMAT) return null;
  return { plan: match[2], template: match[3], agency: match[4], period: match[5] };
}

/** The format of the form a text claims to be; null where it claims none we know. */
function formatIn(text: string): FormFormat | null {
  const format = Number(PATTERN.exec(text)?.[1] ?? 0);
  return format === 1 || format === 2 ? format : null;
}

/** A form says what it is in one of so many rows, some put in above it included. */
const HEAD_ROWS = 20;

/** The format of the form a sheet is, as it says itself; null where it does not. */
export function formatOn(sheet: Sheet): FormFormat | null {
  for (let row = 0; row < HEAD_ROWS; row++)
    for (const { value } of sheet.rows.get(row)?.values() ?? []) {
      const format = mentionsIdentity(value) ? formatIn(value) : null;
      if (format !== null) return format;
    }
  return null;
}

/** The format of the form a workbook is; null where it does not say it. */
export function formatOf(workbook: Workbook): FormFormat | null {
  const meta = findSheet(workbook, META_SHEET);
  return (
    formatIn(workbook.properties.get(IDENTITY_PROPERTY) ?? '') ??
    formatIn(workbook.names.get(IDENTITY_NAME) ?? '') ??
    (meta ? formatOn(meta) : null)
  );
}

/** Every different identity a workbook claims, in order of trust; none for a foreign workbook. */
export function readIdentities(workbook: Workbook): FormIdentity[] {
  const claims: string[] = [];
  const property = workbook.properties.get(IDENTITY_PROPERTY);
  if (property) claims.push(property);
  const name = workbook.names.get(IDENTITY_NAME);
  if (name) claims.push(name);
  const meta = findSheet(workbook, META_SHEET);
  for (const sheet of meta
    ? [meta, ...workbook.sheets.filter((s) => s !== meta)]
    : workbook.sheets) {
    claims.push(...claimsOf(sheet));
  }
  const identities = claims.map(parseIdentity).filter((identity) => identity !== null);
  return [...new Map(identities.map((identity) => [identityText(identity), identity])).values()];
}

/**
 * What one sheet says of which form it is; a sheet that was moved in from another workbook brought
 * its own.
 */
export function identitiesOn(sheet: Sheet): FormIdentity[] {
  return claimsOf(sheet)
    .map(parseIdentity)
    .filter((identity) => identity !== null);
}

/** Moved into a workbook that has one, Excel calls it "_TongHop (2)". */
export function isMetaSheet({ name }: Pick<Sheet, 'name'>): boolean {
  return name.startsWith(META_SHEET);
}

/** Whether a sheet says which form it is. */
export function claimsIdentity(sheet: Sheet): boolean {
  return claimsOf(sheet).length > 0;
}

function claimsOf(sheet: Sheet): string[] {
  const claims: string[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row > 40) continue;
    for (const cell of cells.values()) if (mentionsIdentity(cell.value)) claims.push(cell.value);
  }
  return claims;
}

function mentionsIdentity(value: CellValue): value is string {
  return (
    typeof value === 'string' && value.length < 300 && value.includes('/') && PATTERN.test(value)
  );
}

/**
 * Whether a workbook says its figures are samples: by property, or by the mark in a visible cell.
 */
export function isSample(workbook: Workbook): boolean {
  if (workbook.properties.get(SAMPLE_PROPERTY) === 'true') return true;
  return workbook.sheets.some(isMarkedSample);
}

export function isMarkedSample(sheet: Sheet): boolean {
  return [...sheet.rows].some(
    ([row, cells]) =>
      row <= 12 &&
      [...cells.values()].some(
        (cell) => typeof cell.value === 'string' && cell.value.includes(SAMPLE_MARK),
      ),
  );
}
