import type { Opened, OpenedFile } from '../app/check-file';
import { concernsForm, isReadWhole } from '../domain/reading/identify';
import type { Sheet } from '../workbook/sheet';
import type { LegacyFormat } from '../xlsx/legacy/read';
import { RECEIVED, SHOWN } from '../xlsx/read/limits';
import { readBytes, readReceived, readWorkbook } from '../xlsx/read/workbook';
import { sniff } from '../xlsx/sniff';

/** Says when something is loaded that other files did not need: that time is not the file's. */
export type Loading = (isLoading: boolean) => void;

/**
 * Opens a received file, whatever kind of workbook it is; the reader for old kinds is loaded when
 * the first of them comes. Sheets that do not `matter` are read no further than that takes; null:
 * all do.
 */
export async function openReceived(
  bytes: Uint8Array,
  loading: Loading = () => undefined,
  matters: ((head: Sheet) => boolean) | null = isReadWhole,
): Promise<Opened> {
  const opened = readReceived(bytes, matters);
  if (opened.ok) return { ok: true, value: { workbook: opened.value, converted: null } };
  const format =
    opened.refusal.code === 'file-old-format'
      ? legacyFormat(bytes, opened.refusal.facts.format)
      : null;
  if (format === null || bytes.length > RECEIVED.fileBytes) return opened;
  loading(true);
  const { readLegacy } = await import('../xlsx/legacy/read');
  loading(false);
  const read = readLegacy(bytes, format);
  return read.ok ? { ok: true, value: { workbook: read.value, converted: format } } : read;
}

/** Opens a file to be looked at: with its boxes and heights where they are to be had. */
export async function openToShow(bytes: Uint8Array, loading?: Loading): Promise<Opened> {
  const read = (forEditing: boolean) =>
    readBytes(bytes, (_source, { workbook }): OpenedFile => ({ workbook, converted: null }), {
      limits: SHOWN,
      forEditing,
      matters: concernsForm,
    });
  const whole = read(true);
  if (whole.ok) return whole;
  // Boxes that hold nothing may be a million: then only what holds something.
  return whole.refusal.code === 'file-old-format' ? openReceived(bytes, loading) : read(false);
}

/**
 * Opens a workbook of the office's own, whole: a ledger is larger than anything somebody sends, a
 * table may be of an old kind.
 */
export async function openBook(bytes: Uint8Array): Promise<Opened> {
  const own = readWorkbook(bytes);
  if (own.ok) return { ok: true, value: { workbook: own.value, converted: null } };
  return own.refusal.code === 'file-old-format' ? openReceived(bytes, undefined, null) : own;
}

function legacyFormat(bytes: Uint8Array, named: unknown): LegacyFormat {
  switch (sniff(bytes)) {
    case 'xls':
      return '.xls';
    case 'xml-2003':
      return 'XML 2003';
    case 'html':
      return 'HTML';
    case 'csv':
      return '.csv';
    default:
      return named === '.ods' ? '.ods' : '.xlsb';
  }
}
