import { knownAt } from '../../known/known';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../workbook/address';
import type { Edge, LineStyle, Side, Style } from '../../workbook/cell';
import type { ProtectionOptions, Sheet } from '../../workbook/sheet';
import { accessDenied, invalidArgument, notKept } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import { DEFAULT_COLUMN_CHARACTERS, DEFAULT_ROW_POINTS, POINTS_PER_CHARACTER } from './sizes';

const HORIZONTAL = {
  General: undefined,
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;
const VERTICAL = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
} as const;

/** The looks of some areas: reading gives null where cells differ, writing changes every cell. */
export class RangeFormat extends HostObject implements Answers<Excel.RangeFormat> {
  readonly className = 'RangeFormat';
  readonly font: RangeFont;
  readonly fill: RangeFill;
  readonly borders: RangeBorderCollection;
  readonly protection: FormatProtection;
  private readonly looks: Looks;

  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super();
    this.looks = new Looks(host, sheet, areas);
    this.font = new RangeFont(this.looks);
    this.fill = new RangeFill(this.looks);
    this.borders = new RangeBorderCollection(this.looks);
    this.protection = new FormatProtection(this.looks);
  }

  get horizontalAlignment(): string | null {
    return this.looks.common((style) => keyOf(HORIZONTAL, style.align));
  }
  set horizontalAlignment(value: string) {
    this.looks.change({ align: oneOf(HORIZONTAL, value, 'RangeFormat.horizontalAlignment') });
  }
  get verticalAlignment(): string | null {
    return this.looks.common((style) => keyOf(VERTICAL, style.verticalAlign ?? 'bottom'));
  }
  set verticalAlignment(value: string) {
    const align = oneOf(VERTICAL, value, 'RangeFormat.verticalAlignment');
    this.looks.change({ verticalAlign: align === 'bottom' ? undefined : align });
  }
  get wrapText(): boolean | null {
    return this.looks.common((style) => style.wrap ?? false);
  }
  set wrapText(value: boolean) {
    this.looks.change({ wrap: value || undefined });
  }
  get indentLevel(): number | null {
    return this.looks.common((style) => style.indent ?? 0);
  }
  set indentLevel(value: number) {
    if (!(value >= 0 && value <= 250)) throw invalidArgument('RangeFormat.indentLevel');
    this.looks.change({ indent: value || undefined });
  }
  get columnWidth(): number | null {
    return same(
      this.columns().map(
        (column) => this.sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_CHARACTERS,
      ),
      POINTS_PER_CHARACTER,
    );
  }
  set columnWidth(points: number) {
    if (!(points >= 0 && points <= 255 * POINTS_PER_CHARACTER))
      throw invalidArgument('RangeFormat.columnWidth');
    this.looks.guard('columnWidth', 'allowFormatColumns');
    for (const column of this.columns())
      this.sheet.columnWidths.set(column, points / POINTS_PER_CHARACTER);
    this.host.looked(this.sheet);
  }
  get rowHeight(): number | null {
    return same(
      this.rows().map((row) => this.sheet.rowHeights.get(row) ?? DEFAULT_ROW_POINTS),
      1,
    );
  }
  set rowHeight(points: number) {
    if (!(points >= 0 && points <= 409.5)) throw invalidArgument('RangeFormat.rowHeight');
    this.looks.guard('rowHeight', 'allowFormatRows');
    for (const row of this.rows()) this.sheet.rowHeights.set(row, points);
    this.host.looked(this.sheet);
  }
  get useStandardWidth(): boolean | null {
    return this.columns().every((column) => !this.sheet.columnWidths.has(column));
  }
  set useStandardWidth(value: boolean) {
    if (value) for (const column of this.columns()) this.sheet.columnWidths.delete(column);
    this.host.looked(this.sheet);
  }
  /** As wide as the longest text (a guess at Excel's measure: a character is a character). */
  autofitColumns(): void {
    this.looks.guard('autofitColumns', 'allowFormatColumns');
    for (const column of this.columns()) {
      let longest = 0;
      for (const cells of this.sheet.rows.values())
        longest = Math.max(longest, String(cells.get(column)?.value ?? '').length);
      if (longest > 0) this.sheet.columnWidths.set(column, Math.min(255, longest + 1));
    }
    this.host.looked(this.sheet);
  }
  /** Rows without a height of their own fit what they hold. */
  autofitRows(): void {
    this.looks.guard('autofitRows', 'allowFormatRows');
    for (const row of this.rows()) this.sheet.rowHeights.delete(row);
    this.host.looked(this.sheet);
  }

  private rows(): number[] {
    return this.areas.flatMap(({ top, bottom }) => lines(top, Math.min(bottom, top + 20_000)));
  }
  private columns(): number[] {
    return this.areas.flatMap(({ left, right }) => lines(left, right));
  }
}

function lines(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function same(values: readonly number[], scale: number): number | null {
  return values.every((value) => value === values[0]) ? values[0] * scale : null;
}

function keyOf<T extends Record<string, unknown>>(map: T, value: unknown): string {
  return Object.keys(map).find((key) => map[key] === value) ?? Object.keys(map)[0];
}

function oneOf<T extends Record<string, unknown>>(
  map: T,
  value: string,
  location: string,
): T[keyof T] {
  if (!Object.hasOwn(map, value)) throw invalidArgument(location);
  return map[value] as T[keyof T];
}

/** "#RRGGBB" or a name of HTML; "" clears. */
export function colour(value: unknown, location: string): string | undefined {
  if (value === '') return undefined;
  if (typeof value !== 'string') throw invalidArgument(location);
  if (/^#?[0-9a-f]{6}$/i.test(value)) return `#${value.replace('#', '').toUpperCase()}`;
  const named = NAMED_COLOURS[value.toLowerCase()];
  if (!named) throw invalidArgument(location);
  return named;
}

const NAMED_COLOURS: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
  lightyellow: '#FFFFE0',
  lightgray: '#D3D3D3',
  lightgreen: '#90EE90',
  lightblue: '#ADD8E6',
  pink: '#FFC0CB',
};

class Looks {
  constructor(
    readonly host: ExcelHost,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {}

  guard(member: string, allowed: keyof ProtectionOptions): void {
    if (this.sheet.isProtected && !this.sheet.protectionOptions[allowed])
      throw accessDenied(`RangeFormat.${member}`);
  }

  change(part: Style): void {
    // Styles are shared between cells: each is changed once.
    const changed = new Map<Style, Style>();
    this.changeEach((style) => {
      let made = changed.get(style);
      if (!made) changed.set(style, (made = { ...style, ...part }));
      return made;
    });
  }

  changeEach(change: (style: Style, row: number, column: number, area: Area) => Style): void {
    this.guard('', 'allowFormatCells');
    // Equal styles stay one object, so the writer and the grid can compare them cheaply.
    const made = new Map<string, Style>();
    const known = new Map<Style, Style>();
    const shared = (style: Style): Style => {
      let one = known.get(style);
      if (!one) {
        const key = JSON.stringify(style);
        if (!made.has(key)) made.set(key, style);
        known.set(style, (one = knownAt(made, key)));
      }
      return one;
    };
    const used = this.areas.some(reachesEnd) ? this.sheet.usedArea() : null;
    for (const area of this.areas) {
      const { bottom, right } = usedPart(area, used);
      for (let row = area.top; row <= bottom; row++) {
        for (let column = area.left; column <= right; column++) {
          const cell = this.sheet.cell(row, column) ?? { value: null };
          const before = cell.style ?? PLAIN;
          const style = change(before, row, column, area);
          if (style !== before) this.sheet.set(row, column, { ...cell, style: shared(style) });
        }
      }
    }
    this.host.looked(this.sheet, this.areas[0]);
  }

  /** What all cells share, or null. */
  common<T>(of: (style: Style) => T): T | null {
    const first = of(this.sheet.cell(this.areas[0].top, this.areas[0].left)?.style ?? {});
    for (const { top, bottom, left, right } of this.areas) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          if (of(this.sheet.cell(row, column)?.style ?? {}) !== first) return null;
        }
      }
    }
    return first;
  }
}

class RangeFont extends HostObject implements Answers<Excel.RangeFont> {
  readonly className = 'RangeFont';
  constructor(private readonly looks: Looks) {
    super();
  }
  get bold(): boolean | null {
    return this.looks.common((style) => style.bold ?? false);
  }
  set bold(value: boolean) {
    this.looks.change({ bold: value || undefined });
  }
  get italic(): boolean | null {
    return this.looks.common((style) => style.italic ?? false);
  }
  set italic(value: boolean) {
    this.looks.change({ italic: value || undefined });
  }
  get underline(): string | null {
    return this.looks.common((style) => (style.underline ? 'Single' : 'None'));
  }
  set underline(value: string) {
    if (!['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'].includes(value)) {
      throw invalidArgument('RangeFont.underline');
    }
    if (value !== 'None' && value !== 'Single') throw notKept('RangeFont.underline');
    this.looks.change({ underline: value !== 'None' || undefined });
  }
  get strikethrough(): boolean | null {
    return this.looks.common((style) => style.strikethrough ?? false);
  }
  set strikethrough(value: boolean) {
    this.looks.change({ strikethrough: value || undefined });
  }
  get color(): string | null {
    return this.looks.common((style) => style.fontColor ?? '#000000');
  }
  set color(value: string) {
    this.looks.change({ fontColor: colour(value, 'RangeFont.color') });
  }
  get name(): string | null {
    return this.looks.common((style) => style.fontName ?? 'Times New Roman');
  }
  set name(value: string) {
    this.looks.change({ fontName: value });
  }
  get size(): number | null {
    return this.looks.common((style) => style.fontSize ?? 12);
  }
  set size(value: number) {
    if (!(value >= 1 && value <= 409)) throw invalidArgument('RangeFont.size');
    this.looks.change({ fontSize: value });
  }
}

class RangeFill extends HostObject implements Answers<Excel.RangeFill> {
  readonly className = 'RangeFill';
  constructor(private readonly looks: Looks) {
    super();
  }
  get color(): string | null {
    return this.looks.common((style) => style.fill ?? '#FFFFFF');
  }
  set color(value: string) {
    this.looks.change({ fill: colour(value, 'RangeFill.color') });
  }
  clear(): void {
    this.looks.change({ fill: undefined });
  }
}

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;
type BorderIndex = (typeof SIDES)[number];

class RangeBorderCollection extends HostCollection implements Answers<Excel.RangeBorderCollection> {
  readonly className = 'RangeBorderCollection';
  constructor(private readonly looks: Looks) {
    super();
  }
  get members(): HostObject[] {
    return SIDES.map((side) => new RangeBorder(this.looks, side));
  }
  get count(): number {
    return SIDES.length;
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getItem(index: string): RangeBorder {
    if (!SIDES.includes(index as BorderIndex))
      throw invalidArgument('RangeBorderCollection.getItem');
    return new RangeBorder(this.looks, index as BorderIndex);
  }
  getItemAt(index: number): RangeBorder {
    return this.getItem(SIDES[index] ?? '');
  }
}

const LINE_STYLES: Record<string, LineStyle> = {
  Continuous: 'thin',
  Dash: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
};
const WEIGHTS: Record<string, LineStyle> = {
  Hairline: 'hair',
  Thin: 'thin',
  Medium: 'medium',
  Thick: 'thick',
};

class RangeBorder extends HostObject implements Answers<Excel.RangeBorder> {
  readonly className = 'RangeBorder';
  constructor(
    private readonly looks: Looks,
    readonly sideIndex: BorderIndex,
  ) {
    super();
  }
  get style(): string | null {
    const edge = this.edge();
    if (edge === null) return null;
    if (!edge.style) return 'None';
    return keyOf(LINE_STYLES, edge.style);
  }
  set style(value: string) {
    if (value !== 'None' && !Object.hasOwn(LINE_STYLES, value))
      throw invalidArgument('RangeBorder.style');
    this.put(value === 'None' ? null : { style: LINE_STYLES[value] });
  }
  get weight(): string | null {
    const edge = this.edge();
    return edge && (Object.keys(WEIGHTS).find((one) => WEIGHTS[one] === edge.style) ?? 'Thin');
  }
  set weight(value: string) {
    if (!Object.hasOwn(WEIGHTS, value)) throw invalidArgument('RangeBorder.weight');
    this.put({ style: WEIGHTS[value] });
  }
  get color(): string | null {
    const edge = this.edge();
    return edge && (edge.color ?? '#000000');
  }
  set color(value: string) {
    this.put({ color: colour(value, 'RangeBorder.color') });
  }

  private get side(): Side {
    return (
      {
        EdgeTop: 'top',
        EdgeBottom: 'bottom',
        EdgeLeft: 'left',
        EdgeRight: 'right',
        InsideHorizontal: 'bottom',
        InsideVertical: 'right',
      } as const
    )[this.sideIndex];
  }
  private edge(): Partial<Edge> | null {
    const text = this.looks.common((style) => JSON.stringify(edgesOf(style)[this.side] ?? {}));
    return text === null ? null : (JSON.parse(text) as Partial<Edge>);
  }
  private put(part: Partial<Edge> | null): void {
    // A look is changed once for all cells that have it and lie alike.
    const made = new Map<string, Map<Style, Style>>();
    this.looks.changeEach((style, row, column, area) => {
      const sides = this.sidesAt(row, column, area);
      if (sides.length === 0) return style;
      const key = sides.join();
      const known = made.get(key) ?? new Map<Style, Style>();
      made.set(key, known);
      let changed = known.get(style);
      if (!changed) known.set(style, (changed = this.edged(style, sides, part)));
      return changed;
    });
  }
  private edged(style: Style, sides: readonly Side[], part: Partial<Edge> | null): Style {
    const edges = { ...edgesOf(style) };
    for (const side of sides) {
      if (part === null) delete edges[side];
      else edges[side] = { ...(edges[side] ?? { style: 'thin' }), ...part };
    }
    return withEdges(style, edges);
  }
  /**
   * Which lines of a cell belong to this side of the range; an inside line is the one of both cells
   * that share it.
   */
  private sidesAt(row: number, column: number, area: Area): Side[] {
    switch (this.sideIndex) {
      case 'EdgeTop':
        return row === area.top ? ['top'] : [];
      case 'EdgeBottom':
        return row === area.bottom ? ['bottom'] : [];
      case 'EdgeLeft':
        return column === area.left ? ['left'] : [];
      case 'EdgeRight':
        return column === area.right ? ['right'] : [];
      case 'InsideHorizontal':
        return [
          ...(row > area.top ? (['top'] as const) : []),
          ...(row < area.bottom ? (['bottom'] as const) : []),
        ];
      case 'InsideVertical':
        return [
          ...(column > area.left ? (['left'] as const) : []),
          ...(column < area.right ? (['right'] as const) : []),
        ];
    }
  }
}

/** The look of a cell that has none. */
const PLAIN: Style = {};

const THIN: Edge = { style: 'thin' };

function edgesOf(style: Style): Partial<Record<Side, Edge>> {
  return style.border ? { top: THIN, bottom: THIN, left: THIN, right: THIN } : (style.edges ?? {});
}

/** Thin black lines on all sides are `border`; everything else is `edges`. */
function withEdges(
  { border: _border, edges: _edges, ...style }: Style,
  edges: Partial<Record<Side, Edge>>,
): Style {
  const sides = Object.values(edges);
  const isBox =
    sides.length === 4 &&
    sides.every((edge) => edge.style === 'thin' && (edge.color ?? '#000000') === '#000000');
  if (isBox) return { ...style, border: true };
  return sides.length === 0 ? style : { ...style, edges };
}

class FormatProtection extends HostObject implements Answers<Excel.FormatProtection> {
  readonly className = 'FormatProtection';
  constructor(private readonly looks: Looks) {
    super();
  }
  get locked(): boolean | null {
    return this.looks.common((style) => !style.unlocked);
  }
  set locked(value: boolean) {
    this.looks.change({ unlocked: !value || undefined });
  }
}

function reachesEnd({ bottom, right }: Area): boolean {
  return bottom === MAX_ROWS - 1 || right === MAX_COLUMNS - 1;
}

/** A look of whole rows or columns is put on the used part only: sheets here have none of lines. */
function usedPart({ top, bottom, left, right }: Area, used: Area | null): Area {
  return {
    ...{ top, left },
    bottom: bottom === MAX_ROWS - 1 ? Math.max(top, used?.bottom ?? 0) : bottom,
    right: right === MAX_COLUMNS - 1 ? Math.max(left, used?.right ?? 0) : right,
  };
}
