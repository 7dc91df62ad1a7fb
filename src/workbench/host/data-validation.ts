import { theOne } from '../../known/known';
import type { Comparison, Validation, ValidationRule } from '../../workbook/sheet';
import { absoluteName, quoteSheet } from '../../workbook/address';
import { dateToSerial } from '../../text/date';
import { covers, cutOut, overlaps } from './areas';
import { invalidArgument, itemNotFound, notKept } from './errors';
import { HostObject, type Answers } from './host-object';
import type { Range } from './range';
import { RangePlace } from './range-place';
import { isTaken, validationAt, wordsOf } from './validation-check';

const OPERATORS: Record<string, Comparison> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};
const KINDS = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
} as const;
/** Words of a list written into the rule ("Excel specifications and limits"). */
const LIST_LENGTH = 255;

interface BoundRule {
  formula1?: unknown;
  formula2?: unknown;
  operator?: string;
}

/**
 * The validation of a range. The API never refuses what it writes itself: validation is for people
 * who type.
 */
export class DataValidation extends HostObject implements Answers<Excel.DataValidation> {
  readonly className = 'DataValidation';
  constructor(private readonly range: Range) {
    super();
  }
  private get here(): Validation[] {
    return this.range.sheet.validations.filter((one) => overlaps(one.area, this.range.area));
  }
  /** The one validation of the whole range, else null. */
  private get whole(): Validation | null {
    const { here } = this;
    return here.length === 1 && covers(here[0].area, this.range.area) ? here[0] : null;
  }
  get type(): string {
    const { here } = this;
    if (here.length === 0) return 'None';
    if (!this.whole) return here.length === 1 ? 'MixedCriteria' : 'Inconsistent';
    const { rule } = here[0];
    if ('list' in rule || 'source' in rule) return 'List';
    if ('formula' in rule) return 'Custom';
    return {
      whole: 'WholeNumber',
      decimal: 'Decimal',
      date: 'Date',
      time: 'Time',
      textLength: 'TextLength',
    }[rule.kind];
  }
  get rule(): object | null {
    return this.whole ? wireRule(this.whole.rule) : {};
  }
  set rule(value: Record<string, unknown>) {
    const rule = ruleOf(value);
    this.range.guardLooks('dataValidation', 'allowFormatCells');
    const before = this.whole;
    this.clear();
    this.range.sheet.validations.push({ ...before, area: { ...this.range.area }, rule });
  }
  /** Whether what stands in the cells keeps to the rule; null where some do and some do not. */
  get valid(): boolean | null {
    const invalid = this.invalidCells().length;
    return invalid === 0
      ? true
      : invalid === this.range.rowCount * this.range.columnCount
        ? false
        : null;
  }
  getInvalidCells(): HostObject {
    const found = this.getInvalidCellsOrNullObject();
    if (!found) throw itemNotFound('DataValidation.getInvalidCells');
    return found;
  }
  getInvalidCellsOrNullObject(): HostObject | null {
    const invalid = this.invalidCells();
    return invalid.length === 0 ? null : this.range.host.areasOf(this.range.sheet, invalid);
  }
  private invalidCells(): Validation['area'][] {
    const { sheet, host } = this.range;
    host.model.recalculate();
    const used = this.range.getUsedRangeOrNullObject()?.area ?? this.range.area;
    const invalid: Validation['area'][] = [];
    for (let row = used.top; row <= used.bottom; row++) {
      for (let column = used.left; column <= used.right; column++) {
        const rule = validationAt(sheet, row, column);
        if (
          !rule ||
          isTaken(rule, sheet.value(row, column), wordsOf(rule, sheet, host.model.workbook))
        )
          continue;
        invalid.push({ top: row, bottom: row, left: column, right: column });
      }
    }
    return invalid;
  }
  get ignoreBlanks(): boolean | null {
    return this.whole ? !this.whole.refusesBlank : this.here.length === 0 ? true : null;
  }
  set ignoreBlanks(value: boolean) {
    if (this.whole) this.whole.refusesBlank = value ? undefined : true;
  }
  get prompt(): Excel.DataValidationPrompt {
    const prompt = this.whole?.prompt;
    return {
      message: prompt?.text ?? '',
      title: prompt?.title ?? '',
      showPrompt: prompt !== undefined,
    };
  }
  set prompt(value: { message?: string; title?: string; showPrompt?: boolean }) {
    if (!this.whole) return;
    const shown = value.showPrompt ?? true;
    this.whole.prompt =
      shown && value.message ? { title: value.title ?? '', text: value.message } : undefined;
  }
  get errorAlert(): Excel.DataValidationErrorAlert {
    const error = this.whole?.error;
    const style = ({ warning: 'Warning', information: 'Information', stop: 'Stop' } as const)[
      error?.severity ?? 'stop'
    ];
    return {
      message: error?.text ?? '',
      title: error?.title ?? '',
      style,
      showAlert: this.whole !== null,
    };
  }
  set errorAlert(value: { message?: string; title?: string; style?: string; showAlert?: boolean }) {
    if (!this.whole) return;
    const severity = ({ Warning: 'warning', Information: 'information' } as const)[
      value.style ?? ''
    ];
    this.whole.error = {
      title: value.title ?? '',
      text: value.message ?? '',
      ...(severity ? { severity } : {}),
    };
  }
  /** What of a rule lies in the range goes; what reaches further is cut. */
  clear(): void {
    const { sheet, area } = this.range;
    cutOut(sheet.validations, area);
  }
}

function ruleOf(value: Record<string, unknown>): ValidationRule {
  const location = 'DataValidation.rule';
  const given = Object.entries(value ?? {}).filter(
    ([, part]) => part !== null && part !== undefined,
  );
  // "No more than one of these properties may be present."
  if (given.length !== 1) throw invalidArgument(location);
  const [key, part] = given[0];
  if (key === 'list') return listRule(part as Parameters<typeof listRule>[0]);
  if (key === 'custom') {
    const { formula } = part as { formula?: unknown };
    if (typeof formula !== 'string' || !formula.startsWith('=')) throw invalidArgument(location);
    return { formula: formula.slice(1) };
  }
  if (!Object.hasOwn(KINDS, key)) throw invalidArgument(location);
  return boundRule(KINDS[key as keyof typeof KINDS], part as BoundRule);
}

/** Words to choose from: a range, a formula, or written with commas. */
function listRule({
  source,
  inCellDropDown,
}: {
  source?: unknown;
  inCellDropDown?: boolean;
}): ValidationRule {
  const location = 'DataValidation.rule';
  if (inCellDropDown === false) throw notKept(location);
  if (source instanceof RangePlace) return { source: referenceTo(source) };
  if (typeof source !== 'string' || source === '') throw invalidArgument(location);
  if (source.startsWith('=')) return { source: source.slice(1) };
  if (source.length > LIST_LENGTH) throw invalidArgument(location);
  return { list: source.split(',').map((word) => word.trim()) };
}

function boundRule(kind: (typeof KINDS)[keyof typeof KINDS], bound: BoundRule): ValidationRule {
  const location = 'DataValidation.rule';
  const operator = OPERATORS[bound.operator ?? ''];
  if (!operator) throw invalidArgument(location);
  const first = operand(bound.formula1, kind);
  if (first === null) throw invalidArgument(location);
  if (operator !== 'between' && operator !== 'notBetween') return { kind, operator, first };
  const second = operand(bound.formula2, kind);
  if (second === null) throw invalidArgument(location);
  return { kind, operator, first, second };
}

function operand(value: unknown, kind: string): string | null {
  if (value instanceof RangePlace) return referenceTo(value);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  if (value.startsWith('=')) return value.slice(1);
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}/.test(value))
    return String(dateToSerial(value.slice(0, 10)));
  return Number.isFinite(Number(value)) ? value : null;
}

function referenceTo({ area, sheet }: RangePlace): string {
  return `${quoteSheet(sheet.name)}!${absoluteName(area.top, area.left)}:${absoluteName(area.bottom, area.right)}`;
}

function wireRule(rule: ValidationRule): object {
  if ('list' in rule) return { list: { inCellDropDown: true, source: rule.list.join(',') } };
  if ('source' in rule) return { list: { inCellDropDown: true, source: `=${rule.source}` } };
  if ('formula' in rule) return { custom: { formula: `=${rule.formula}` } };
  const key = theOne(Object.entries(KINDS), ([, kind]) => kind === rule.kind)[0];
  const operator = theOne(Object.entries(OPERATORS), ([, one]) => one === rule.operator)[0];
  const second = rule.second === undefined ? {} : { formula2: `=${rule.second}` };
  return { [key]: { formula1: `=${rule.first}`, ...second, operator } };
}
