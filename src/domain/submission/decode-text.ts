import { decodeLegacy, type Decoded } from '../../text/legacy-encoding';
import { cellName } from '../../workbook/address';
import type { Workbook } from '../../workbook/workbook';
import { finding, type Finding } from '../rules/finding';

/**
 * Texts of TCVN3 and VNI (defects 56, 57) put into Unicode in place, before anything of the workbook is compared: names, headings
 * and what was typed alike. One notice a sheet and encoding, at the first such cell.
 */
export function decodeTexts(workbook: Workbook): Finding[] {
  const findings: Finding[] = [];
  for (const sheet of workbook.sheets) {
    const found = new Map<string, { place: { sheet: string; cell: string }; raw: string; count: number } & Decoded>();
    for (const [row, cells] of sheet.rows) {
      for (const [column, cell] of cells) {
        if (typeof cell.value !== 'string') continue;
        const decoded = decodeLegacy(cell.value, cell.style?.fontName);
        if (!decoded) continue;
        const place = { sheet: sheet.name, cell: cellName(row, column) };
        const before = found.get(decoded.encoding);
        if (before) before.count++;
        else found.set(decoded.encoding, { place, raw: cell.value, count: 1, ...decoded });
        sheet.set(row, column, { ...cell, value: decoded.text });
      }
    }
    for (const { place, ...facts } of found.values()) findings.push(finding('text-legacy', 'fixed', place, facts));
    const name = decodeLegacy(sheet.name, undefined);
    if (name) sheet.name = name.text;
  }
  return findings;
}
