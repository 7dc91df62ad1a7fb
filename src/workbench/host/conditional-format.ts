import { theOne } from '../../known/known';
import type { Style } from '../../workbook/cell';
import type { Comparison, ConditionalFormat as FormatState } from '../../workbook/sheet';
import { overlaps } from './areas';
import { ApiError, invalidArgument, itemNotFound } from './errors';
import { HostCollection, HostObject, type Answers } from './host-object';
import type { Range } from './range';
import { colour } from './range-format';

const OPERATORS: Record<string, Comparison> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
};

/**
 * The conditional formats of a range, the first wins. Custom, cell value and text rules: what this
 * product writes.
 */
export class ConditionalFormatCollection
  extends HostCollection
  implements Answers<Excel.ConditionalFormatCollection>
{
  readonly className = 'ConditionalFormatCollection';
  constructor(private readonly range: Range) {
    super();
  }
  private get here(): FormatState[] {
    return this.range.sheet.conditionalFormats.filter((one) => overlaps(one.area, this.range.area));
  }
  get members(): HostObject[] {
    return this.here.map((one) => new ConditionalFormat(this.range, one));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.here.length;
  }
  getItem(id: string): ConditionalFormat {
    const found = this.getItemOrNullObject(id);
    if (!found) throw itemNotFound('ConditionalFormatCollection.getItem');
    return found;
  }
  getItemOrNullObject(id: string): ConditionalFormat | null {
    const found = this.here.find((one) => idOf(one) === id);
    return found ? new ConditionalFormat(this.range, found) : null;
  }
  getItemAt(index: number): ConditionalFormat {
    const found = this.here[index];
    if (!found) throw invalidArgument('ConditionalFormatCollection.getItemAt');
    return new ConditionalFormat(this.range, found);
  }
  /** A new format stands before all others. */
  add(type: string): ConditionalFormat {
    const location = 'ConditionalFormatCollection.add';
    this.range.guardLooks('conditionalFormats', 'allowFormatCells');
    const blank: Record<string, FormatState['rule']> = {
      Custom: { formula: '' },
      CellValue: { operator: 'equal', first: '' },
      ContainsText: { contains: '' },
    };
    if (!Object.hasOwn(blank, type)) {
      const known = ['DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria'].includes(
        type,
      );
      throw known
        ? new ApiError(
            'NotImplemented',
            location,
            `conditional formats of type ${type} are not in this host yet`,
          )
        : invalidArgument(location);
    }
    const made: FormatState = { area: { ...this.range.area }, rule: blank[type], style: {} };
    this.range.sheet.conditionalFormats.unshift(made);
    return new ConditionalFormat(this.range, made);
  }
  clearAll(): void {
    const { sheet, area } = this.range;
    const kept = sheet.conditionalFormats.filter((one) => !overlaps(one.area, area));
    sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...kept);
    this.range.host.looked(sheet);
  }
}

const ids = new WeakMap<FormatState, string>();
let nextId = 1;
function idOf(format: FormatState): string {
  let id = ids.get(format);
  if (!id) ids.set(format, (id = `{CF-${nextId++}}`));
  return id;
}

class ConditionalFormat extends HostObject implements Answers<Excel.ConditionalFormat> {
  readonly className = 'ConditionalFormat';
  constructor(
    private readonly range: Range,
    private readonly state: FormatState,
  ) {
    super();
  }
  override get objectId(): string {
    return this.id;
  }
  override checkAlive(): void {
    if (!this.range.sheet.conditionalFormats.includes(this.state))
      throw itemNotFound('ConditionalFormat');
  }
  get id(): string {
    return idOf(this.state);
  }
  get type(): string {
    const { rule } = this.state;
    return 'formula' in rule ? 'Custom' : 'contains' in rule ? 'ContainsText' : 'CellValue';
  }
  get priority(): number {
    return this.range.sheet.conditionalFormats.indexOf(this.state);
  }
  set priority(value: number) {
    const all = this.range.sheet.conditionalFormats;
    all.splice(this.priority, 1);
    all.splice(
      value < 0 ? Math.max(0, all.length + 1 + value) : Math.min(value, all.length),
      0,
      this.state,
    );
  }
  get stopIfTrue(): boolean {
    return this.state.stopIfTrue ?? false;
  }
  set stopIfTrue(value: boolean) {
    this.state.stopIfTrue = value || undefined;
  }
  get custom(): CustomConditionalFormat {
    return this.customOrNullObject ?? mismatch('ConditionalFormat.custom');
  }
  get customOrNullObject(): CustomConditionalFormat | null {
    return this.type === 'Custom' ? new CustomConditionalFormat(this.range, this.state) : null;
  }
  get cellValue(): CellValueConditionalFormat {
    return this.cellValueOrNullObject ?? mismatch('ConditionalFormat.cellValue');
  }
  get cellValueOrNullObject(): CellValueConditionalFormat | null {
    return this.type === 'CellValue'
      ? new CellValueConditionalFormat(this.range, this.state)
      : null;
  }
  get textComparison(): TextConditionalFormat {
    return this.textComparisonOrNullObject ?? mismatch('ConditionalFormat.textComparison');
  }
  get textComparisonOrNullObject(): TextConditionalFormat | null {
    return this.type === 'ContainsText' ? new TextConditionalFormat(this.range, this.state) : null;
  }
  getRange(): Range {
    return this.range.host.range(
      this.range.sheet,
      this.state.area.top,
      this.state.area.left,
      this.state.area.bottom - this.state.area.top + 1,
      this.state.area.right - this.state.area.left + 1,
    );
  }
  getRangeOrNullObject(): Range {
    return this.getRange();
  }
  getRanges(): HostObject {
    return this.range.host.areasOf(this.range.sheet, [this.state.area]);
  }
  delete(): void {
    const all = this.range.sheet.conditionalFormats;
    all.splice(all.indexOf(this.state), 1);
    this.range.host.looked(this.range.sheet);
  }
}

/**
 * Another type's part: "This operation is not permitted for the current object." (office-js#2180;
 * the code is a guess).
 */
function mismatch(location: string): never {
  throw new ApiError('InvalidOperation', location);
}

class CustomConditionalFormat extends HostObject implements Answers<Excel.CustomConditionalFormat> {
  readonly className = 'CustomConditionalFormat';
  readonly format: ConditionalRangeFormat;
  readonly rule: ConditionalFormatRule;
  constructor(range: Range, state: FormatState) {
    super();
    this.format = new ConditionalRangeFormat(range, state);
    this.rule = new ConditionalFormatRule(range, state);
  }
}

class ConditionalFormatRule extends HostObject implements Answers<Excel.ConditionalFormatRule> {
  readonly className = 'ConditionalFormatRule';
  constructor(
    private readonly range: Range,
    private readonly state: FormatState,
  ) {
    super();
  }
  get formula(): string {
    return 'formula' in this.state.rule ? `=${this.state.rule.formula}` : '';
  }
  set formula(value: string) {
    if (typeof value !== 'string' || value === '')
      throw invalidArgument('ConditionalFormatRule.formula');
    this.state.rule = { formula: value.replace(/^=/, '') };
    this.range.host.looked(this.range.sheet);
  }
}

class CellValueConditionalFormat
  extends HostObject
  implements Answers<Excel.CellValueConditionalFormat>
{
  readonly className = 'CellValueConditionalFormat';
  readonly format: ConditionalRangeFormat;
  constructor(
    private readonly range: Range,
    private readonly state: FormatState,
  ) {
    super();
    this.format = new ConditionalRangeFormat(range, state);
  }
  get rule(): Excel.ConditionalCellValueRule {
    const rule = this.state.rule as { operator: Comparison; first: string; second?: string };
    const operator = theOne(
      Object.entries(OPERATORS),
      ([, one]) => one === rule.operator,
    )[0] as 'EqualTo';
    const second = rule.second === undefined ? {} : { formula2: `=${rule.second}` };
    return { formula1: `=${rule.first}`, ...second, operator };
  }
  set rule(value: { formula1: unknown; formula2?: unknown; operator: string }) {
    const operator = OPERATORS[value.operator];
    const operand = (one: unknown) => String(one ?? '').replace(/^=/, '');
    const needsTwo = operator === 'between' || operator === 'notBetween';
    if (!operator || !operand(value.formula1) || (needsTwo && !operand(value.formula2))) {
      throw invalidArgument('CellValueConditionalFormat.rule');
    }
    this.state.rule = {
      operator,
      first: operand(value.formula1),
      ...(needsTwo ? { second: operand(value.formula2) } : {}),
    };
    this.range.host.looked(this.range.sheet);
  }
}

class TextConditionalFormat extends HostObject implements Answers<Excel.TextConditionalFormat> {
  readonly className = 'TextConditionalFormat';
  readonly format: ConditionalRangeFormat;
  constructor(
    private readonly range: Range,
    private readonly state: FormatState,
  ) {
    super();
    this.format = new ConditionalRangeFormat(range, state);
  }
  get rule(): Excel.ConditionalTextComparisonRule {
    return { operator: 'Contains', text: (this.state.rule as { contains: string }).contains };
  }
  set rule(value: { operator: string; text: string }) {
    if (value.operator !== 'Contains') {
      throw new ApiError(
        'NotImplemented',
        'TextConditionalFormat.rule',
        `operator ${value.operator} is not in this host yet`,
      );
    }
    this.state.rule = { contains: value.text };
    this.range.host.looked(this.range.sheet);
  }
}

class ConditionalRangeFormat extends HostObject implements Answers<Excel.ConditionalRangeFormat> {
  readonly className = 'ConditionalRangeFormat';
  readonly fill: ConditionalRangeFill;
  readonly font: ConditionalRangeFont;
  constructor(range: Range, state: FormatState) {
    super();
    const change = (part: Style) => {
      state.style = { ...state.style, ...part };
      range.host.looked(range.sheet);
    };
    this.fill = new ConditionalRangeFill(state, change);
    this.font = new ConditionalRangeFont(state, change);
  }
}

class ConditionalRangeFill extends HostObject implements Answers<Excel.ConditionalRangeFill> {
  readonly className = 'ConditionalRangeFill';
  constructor(
    private readonly state: FormatState,
    private readonly change: (part: Style) => void,
  ) {
    super();
  }
  get color(): string {
    return this.state.style.fill ?? '';
  }
  set color(value: string) {
    this.change({ fill: colour(value, 'ConditionalRangeFill.color') });
  }
  clear(): void {
    this.change({ fill: undefined });
  }
}

class ConditionalRangeFont extends HostObject implements Answers<Excel.ConditionalRangeFont> {
  readonly className = 'ConditionalRangeFont';
  constructor(
    private readonly state: FormatState,
    private readonly change: (part: Style) => void,
  ) {
    super();
  }
  get bold(): boolean {
    return this.state.style.bold ?? false;
  }
  set bold(value: boolean) {
    this.change({ bold: value || undefined });
  }
  get italic(): boolean {
    return this.state.style.italic ?? false;
  }
  set italic(value: boolean) {
    this.change({ italic: value || undefined });
  }
  get color(): string {
    return this.state.style.fontColor ?? '';
  }
  set color(value: string) {
    this.change({ fontColor: colour(value, 'ConditionalRangeFont.color') });
  }
}
