import type { CellStyle } from 'hucre/xlsx';
import type { Edge, Style } from '../../workbook/cell';

/**
 * What a cell without a font of its own has. A font that tells no name is another one in every
 * program.
 */
export const DEFAULT_FONT = { name: 'Times New Roman', size: 12 };

/** A look as the library takes it. */
export function toCellStyle(style: Style): CellStyle {
  return {
    font: {
      name: style.fontName ?? DEFAULT_FONT.name,
      size: style.fontSize ?? DEFAULT_FONT.size,
      bold: style.bold,
      italic: style.italic,
      underline: style.underline,
      strikethrough: style.strikethrough,
      vertAlign: style.superscript ? 'superscript' : undefined,
      color: style.fontColor ? { rgb: style.fontColor.slice(1) } : undefined,
    },
    fill: style.fill
      ? { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill.slice(1) } }
      : undefined,
    border: borderOf(style),
    alignment: {
      horizontal: style.align,
      vertical: style.verticalAlign,
      wrapText: style.wrap,
      indent: style.indent,
    },
    numFmt: style.format,
    protection: style.unlocked ? { locked: false } : undefined,
  };
}

function borderOf({ border, edges }: Style): CellStyle['border'] {
  const thin = { style: 'thin' as const };
  if (border) return { top: thin, bottom: thin, left: thin, right: thin };
  if (!edges) return undefined;
  const side = (edge: Edge | undefined) =>
    edge && { style: edge.style, color: edge.color ? { rgb: edge.color.slice(1) } : undefined };
  return {
    top: side(edges.top),
    bottom: side(edges.bottom),
    left: side(edges.left),
    right: side(edges.right),
  };
}

/** A conditional format's look: fonts carry no name or size there. */
export function toDifferentialStyle({ bold, italic, fontColor, fill }: Style): CellStyle {
  return {
    font:
      bold || italic || fontColor
        ? { bold, italic, color: fontColor ? { rgb: fontColor.slice(1) } : undefined }
        : undefined,
    // In a differential style the colour that shows is the background one (ECMA-376 Part 1,
    // 18.8.14).
    fill: fill
      ? {
          type: 'pattern',
          pattern: 'solid',
          fgColor: { rgb: fill.slice(1) },
          bgColor: { rgb: fill.slice(1) },
        }
      : undefined,
  };
}
