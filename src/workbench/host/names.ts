import { knownAt } from '../../known/known';
import { absoluteReference } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { isWellFormed } from '../../workbook/formula-syntax';
import { ApiError, invalidArgument, itemNotFound } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import { fromR1C1, toR1C1 } from './r1c1';
import { Range } from './range';

/** Names of the workbook, or of one sheet. */
export class NamedItemCollection
  extends HostCollection
  implements Answers<Excel.NamedItemCollection>
{
  readonly className = 'NamedItemCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet | null,
  ) {
    super();
  }
  private get names(): Map<string, string> {
    return this.sheet ? this.sheet.names : this.host.model.workbook.names;
  }
  get members(): HostObject[] {
    return [...this.names.keys()].map((name) => this.object(name));
  }
  private object(name: string): NamedItem {
    return new NamedItem(this.host, this.names, this.sheet, name);
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.names.size;
  }
  getItem(name: string): NamedItem {
    const found = this.getItemOrNullObject(name);
    if (!found) throw itemNotFound('NamedItemCollection.getItem');
    return found;
  }
  getItemOrNullObject(name: string): NamedItem | null {
    const key = [...this.names.keys()].find(
      (one) => one.toLowerCase() === String(name).toLowerCase(),
    );
    return key === undefined ? null : this.object(key);
  }
  add(name: string, reference: Range | string, comment = ''): NamedItem {
    const location = 'NamedItemCollection.add';
    if (!isName(name)) throw invalidArgument(location);
    if (this.getItemOrNullObject(name)) throw new ApiError('ItemAlreadyExists', location);
    this.names.set(name, formulaFor(this.host, reference, location));
    const item = this.object(name);
    this.host.nameComments.set(`${this.sheet?.name ?? ''}!${name}`, comment);
    this.host.model.outdate();
    return item;
  }
  addFormulaLocal(name: string, formula: string, comment?: string): NamedItem {
    return this.add(name, formula, comment);
  }
}

/**
 * Whether names tell and take what they stand for in R1C1: so on Windows, where the person works in
 * it; not on Mac (office-js#1831).
 */
function isInR1C1({ showsR1C1, platform }: ExcelHost): boolean {
  return showsR1C1 && platform !== 'mac';
}

function formulaFor(host: ExcelHost, reference: Range | string, location: string): string {
  if (reference instanceof Range) {
    return absoluteReference(reference.sheet.name, reference.area);
  }
  // Texts that are no formulas are refused (office-js#1918).
  if (
    typeof reference !== 'string' ||
    !reference.startsWith('=') ||
    !isWellFormed(reference.slice(1))
  ) {
    throw invalidArgument(location);
  }
  const formula = reference.slice(1);
  if (!isInR1C1(host)) return formula;
  // What is no address in R1C1 style is none at all (a guess, the strict one).
  if (toR1C1(formula, 0, 0) !== formula) throw invalidArgument(location);
  return fromR1C1(formula, 0, 0);
}

/**
 * Excel's rules for names: a letter, "_" or "\", then letters, digits, "." and "_"; no address, no
 * single C or R.
 */
export function isName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{M}\d._\\]*$/u.test(name) &&
    !/^[A-Za-z]{1,3}[1-9]\d{0,6}$/.test(name) &&
    !/^(?:[CcRr]|[Rr]\d*[Cc]\d*|TRUE|FALSE)$/i.test(name)
  );
}

class NamedItem extends HostObject implements Answers<Excel.NamedItem> {
  readonly className = 'NamedItem';
  visible = true;
  constructor(
    private readonly host: ExcelHost,
    private readonly names: Map<string, string>,
    private readonly sheet: Sheet | null,
    readonly name: string,
  ) {
    super();
  }
  override checkAlive(): void {
    if (!this.names.has(this.name)) throw itemNotFound('NamedItem');
  }
  get comment(): string {
    return this.host.nameComments.get(`${this.sheet?.name ?? ''}!${this.name}`) ?? '';
  }
  get formula(): string {
    const formula = knownAt(this.names, this.name);
    return `=${isInR1C1(this.host) ? toR1C1(formula, 0, 0) : formula}`;
  }
  set formula(value: string) {
    this.names.set(this.name, formulaFor(this.host, value, 'NamedItem.formula'));
    this.host.model.outdate();
  }
  get scope(): string {
    return this.sheet ? 'Worksheet' : 'Workbook';
  }
  get type(): string {
    if (this.getRangeOrNullObject()) return 'Range';
    const constant = this.constant();
    if (typeof constant === 'number') return Number.isInteger(constant) ? 'Integer' : 'Double';
    return (
      { string: 'String', boolean: 'Boolean' }[typeof constant as 'string' | 'boolean'] ?? 'Error'
    );
  }
  get value(): unknown {
    return this.getRangeOrNullObject()?.address ?? this.constant() ?? '#VALUE!';
  }
  private constant(): string | number | boolean | null {
    const formula = this.names.get(this.name) ?? '';
    if (/^-?\d+(\.\d+)?$/.test(formula)) return Number(formula);
    if (/^"(?:[^"]|"")*"$/.test(formula)) return formula.slice(1, -1).replace(/""/g, '"');
    return /^(TRUE|FALSE)$/i.test(formula) ? formula.toUpperCase() === 'TRUE' : null;
  }
  get worksheetOrNullObject(): HostObject | null {
    return this.sheet ? this.host.worksheetOf(this.sheet) : null;
  }
  getRange(): Range {
    const found = this.getRangeOrNullObject();
    if (!found) throw invalidArgument('NamedItem.getRange');
    return found;
  }
  getRangeOrNullObject(): Range | null {
    return this.host.rangeOfFormula(this.names.get(this.name) ?? '', this.sheet);
  }
  delete(): void {
    this.names.delete(this.name);
    this.host.model.outdate();
  }
}
