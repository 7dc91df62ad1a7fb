import type { Area } from '../../workbook/address';
import type { Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { accessDenied, invalidArgument } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject } from './host-object';

/** Points of a column's width for one character of the default font. */
const POINTS_PER_CHARACTER = 5.6;

/** The looks of some areas: reading gives null where cells differ, writing changes every cell. */
export class RangeFormat extends HostObject {
  readonly className = 'RangeFormat';
  readonly scalars = ['columnWidth', 'rowHeight', 'horizontalAlignment', 'verticalAlignment', 'wrapText'];
  readonly font: RangeFont;
  readonly fill: RangeFill;
  readonly borders: RangeBorderCollection;
  readonly protection: FormatProtection;

  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super();
    const looks = new Looks(host, sheet, areas);
    this.font = new RangeFont(looks);
    this.fill = new RangeFill(looks);
    this.borders = new RangeBorderCollection(looks);
    this.protection = new FormatProtection(looks);
    this.looks = looks;
  }
  private readonly looks: Looks;

  get horizontalAlignment(): string | null {
    const align = this.looks.common((style) => style.align ?? 'general');
    return align && align[0].toUpperCase() + align.slice(1);
  }
  set horizontalAlignment(value: string) {
    const align = value.toLowerCase();
    this.looks.change({ align: align === 'left' || align === 'center' || align === 'right' ? align : undefined });
  }
  get verticalAlignment(): string | null {
    const align = this.looks.common((style) => style.verticalAlign ?? 'bottom');
    return align && align[0].toUpperCase() + align.slice(1);
  }
  set verticalAlignment(value: string) {
    const align = value.toLowerCase();
    this.looks.change({ verticalAlign: align === 'top' || align === 'center' ? align : undefined });
  }
  get wrapText(): boolean | null {
    return this.looks.common((style) => style.wrap ?? false);
  }
  set wrapText(value: boolean) {
    this.looks.change({ wrap: value });
  }
  get columnWidth(): number {
    return (this.sheet.columnWidths.get(this.areas[0].left) ?? 8.43) * POINTS_PER_CHARACTER;
  }
  set columnWidth(points: number) {
    if (!(points >= 0)) throw invalidArgument('RangeFormat.columnWidth');
    for (const { left, right } of this.areas) {
      for (let column = left; column <= right; column++)
        this.sheet.columnWidths.set(column, points / POINTS_PER_CHARACTER);
    }
    this.host.looked(this.sheet);
  }
  get rowHeight(): number {
    return this.sheet.rowHeights.get(this.areas[0].top) ?? 15;
  }
  set rowHeight(points: number) {
    if (!(points >= 0 && points <= 409)) throw invalidArgument('RangeFormat.rowHeight');
    for (const { top, bottom } of this.areas) {
      for (let row = top; row <= bottom; row++) this.sheet.rowHeights.set(row, points);
    }
    this.host.looked(this.sheet);
  }
  autofitColumns(): void {}
  autofitRows(): void {}
}

class Looks {
  constructor(
    readonly host: ExcelHost,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {}

  change(part: Style): void {
    if (this.sheet.isProtected) throw accessDenied('RangeFormat');
    // Equal styles stay one object, so the writer and the grid can compare them cheaply.
    const changed = new Map<Style | undefined, Style>();
    for (const { top, bottom, left, right } of this.areas) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const cell = this.sheet.cell(row, column) ?? { value: null };
          let style = changed.get(cell.style);
          if (!style) changed.set(cell.style, (style = { ...cell.style, ...part }));
          this.sheet.set(row, column, { ...cell, style });
        }
      }
    }
    this.host.looked(this.sheet);
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

class RangeFont extends HostObject {
  readonly className = 'RangeFont';
  readonly scalars = ['bold', 'italic', 'color', 'name', 'size'];
  constructor(private readonly looks: Looks) {
    super();
  }
  get bold(): boolean | null {
    return this.looks.common((style) => style.bold ?? false);
  }
  set bold(value: boolean) {
    this.looks.change({ bold: value });
  }
  get italic(): boolean | null {
    return this.looks.common((style) => style.italic ?? false);
  }
  set italic(value: boolean) {
    this.looks.change({ italic: value });
  }
  get color(): string | null {
    return this.looks.common((style) => style.fontColor ?? '#000000');
  }
  set color(value: string) {
    this.looks.change({ fontColor: value.toUpperCase() });
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
    this.looks.change({ fontSize: value });
  }
}

class RangeFill extends HostObject {
  readonly className = 'RangeFill';
  readonly scalars = ['color'];
  constructor(private readonly looks: Looks) {
    super();
  }
  get color(): string | null {
    return this.looks.common((style) => style.fill ?? '#FFFFFF');
  }
  set color(value: string) {
    this.looks.change({ fill: value.toUpperCase() });
  }
  clear(): void {
    this.looks.change({ fill: undefined });
  }
}

/** Our model knows one kind of border: thin lines on all sides. */
class RangeBorderCollection extends HostCollection {
  readonly className = 'RangeBorderCollection';
  constructor(private readonly looks: Looks) {
    super();
  }
  get members(): HostObject[] {
    return [new RangeBorder(this.looks, 'EdgeBottom')];
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getItem(index: string): RangeBorder {
    return new RangeBorder(this.looks, index);
  }
}

class RangeBorder extends HostObject {
  readonly className = 'RangeBorder';
  readonly scalars = ['style', 'sideIndex', 'weight', 'color'];
  weight = 'Thin';
  color = '#000000';
  constructor(
    private readonly looks: Looks,
    readonly sideIndex: string,
  ) {
    super();
  }
  get style(): string | null {
    const border = this.looks.common((style) => style.border ?? false);
    return border === null ? null : border ? 'Continuous' : 'None';
  }
  set style(value: string) {
    this.looks.change({ border: value !== 'None' });
  }
}

class FormatProtection extends HostObject {
  readonly className = 'FormatProtection';
  readonly scalars = ['locked', 'formulaHidden'];
  formulaHidden = false;
  constructor(private readonly looks: Looks) {
    super();
  }
  get locked(): boolean | null {
    const unlocked = this.looks.common((style) => style.unlocked ?? false);
    return unlocked === null ? null : !unlocked;
  }
  set locked(value: boolean) {
    this.looks.change({ unlocked: !value });
  }
}
