import type { CellValue } from '../../workbook/cell';

/** How Excel takes what is written into a cell through values or formulas. */
export function cellInput(input: unknown, format: string | undefined): { value: CellValue; formula?: string } {
  if (input === null || input === '') return { value: null };
  if (typeof input === 'number' || typeof input === 'boolean') return { value: input };
  const text = String(input);
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === '@') return { value: text };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text.slice(1) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (/^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/.test(text)) return { value: { error: text } };
  return { value: text };
}
