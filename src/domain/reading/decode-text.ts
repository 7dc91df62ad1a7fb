import { decodeLegacy, type Decoded, type LegacyEncoding } from '../../text/legacy-encoding';
import { cellName } from '../../workbook/address';
import type { Cell } from '../../workbook/cell';
import type { Workbook } from '../../workbook/workbook';
import { finding, type Finding } from '../finding/finding';

/**
 * Texts of TCVN3 and VNI (defects 56, 57) put into Unicode in place, before anything of the
 * workbook is compared: names, headings and what was typed alike; the name of a sheet stays what
 * the person sees. One notice a sheet and encoding, at the first such cell.
 */
export function decodeTexts(workbook: Workbook): Finding[] {
  const findings: Finding[] = [];
  for (const sheet of workbook.sheets) {
    const found = new Map<
      LegacyEncoding,
      { place: { sheet: string; cell: string }; raw: string; count: number } & Decoded
    >();
    const taken = new Set<Cell>();
    const take = (row: number, column: number, cell: Cell, likely?: LegacyEncoding) => {
      if (typeof cell.value !== 'string' || taken.has(cell)) return;
      const decoded = decodeLegacy(cell.value, cell.style?.fontName, likely);
      if (!decoded) return;
      const place = { sheet: sheet.name, cell: cellName(row, column) };
      const before = found.get(decoded.encoding);
      if (before) before.count++;
      else found.set(decoded.encoding, { place, raw: cell.value, count: 1, ...decoded });
      const read = { ...cell, value: decoded.text };
      sheet.set(row, column, read);
      taken.add(read);
    };
    for (const [row, cells] of sheet.rows)
      for (const [column, cell] of cells) take(row, column, cell);
    // One word may be sense in both encodings; it is of the one its sheet is of.
    const [likely, ...more] = found.keys();
    if (likely !== undefined && more.length === 0)
      for (const [row, cells] of sheet.rows)
        for (const [column, cell] of cells) take(row, column, cell, likely);
    for (const { place, ...facts } of found.values())
      findings.push(finding('text-legacy', place, facts));
  }
  return findings;
}
