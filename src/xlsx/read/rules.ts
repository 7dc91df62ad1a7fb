import type { Attribute } from './xml';
import { parseArea, type Area } from '../../workbook/address';
import type { Style } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import type {
  Comparison,
  ConditionalFormat,
  Sheet,
  Validation,
  ValidationRule,
} from '../../workbook/sheet';
import { truthy } from './styles';

interface OpenRule {
  tag: 'dataValidation' | 'cfRule';
  attributes: Record<string, string | undefined>;
  areas: Area[];
  formulas: string[];
}

const VALIDATION_ATTRIBUTES = [
  'type',
  'operator',
  'allowBlank',
  'prompt',
  'promptTitle',
  'error',
  'errorTitle',
  'errorStyle',
];
const FORMAT_ATTRIBUTES = ['type', 'operator', 'dxfId', 'priority', 'stopIfTrue', 'text'];

/**
 * Data validations and conditional formats of a worksheet part; kinds we cannot hold are counted in
 * `unknown`.
 */
export class RuleReader {
  private rule: OpenRule | null = null;
  private formula: string | null = null;
  private formatAreas: Area[] = [];
  private readonly formats: { priority: number; format: ConditionalFormat }[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly looks: readonly Style[],
  ) {}

  /** True when the tag was one of ours. */
  open(tag: string, attribute: Attribute): boolean {
    switch (tag) {
      case 'dataValidation':
        this.begin(tag, VALIDATION_ATTRIBUTES, areasOf(attribute('sqref')), attribute);
        return true;
      case 'conditionalFormatting':
        this.formatAreas = areasOf(attribute('sqref'));
        return true;
      case 'cfRule':
        this.begin(tag, FORMAT_ATTRIBUTES, this.formatAreas, attribute);
        return true;
      case 'formula1':
      case 'formula2':
      case 'formula':
        if (this.rule) this.formula = '';
        return this.rule !== null;
      default:
        return false;
    }
  }

  text(text: string): void {
    if (this.formula !== null) this.formula += text;
  }

  close(tag: string): void {
    if (this.formula !== null && this.rule && tag.startsWith('formula')) {
      this.rule.formulas.push(this.formula.trim());
      this.formula = null;
    } else if (this.rule && tag === this.rule.tag) {
      if (tag === 'dataValidation') this.endValidation(this.rule);
      else this.endFormat(this.rule);
      this.rule = null;
    } else if (tag === 'worksheet') {
      const ordered = this.formats.sort((a, b) => a.priority - b.priority);
      this.sheet.conditionalFormats.push(...ordered.map(({ format }) => format));
    }
  }

  private begin(tag: OpenRule['tag'], names: string[], areas: Area[], attribute: Attribute): void {
    const attributes = Object.fromEntries(names.map((name) => [name, attribute(name)]));
    this.rule = { tag, attributes, areas, formulas: [] };
  }

  private endValidation({ attributes, areas, formulas }: OpenRule): void {
    const severity = attributes.errorStyle;
    for (const area of areas) {
      const { type, operator } = attributes;
      const rule = validationRule(type, operator, movedTo(area, areas, formulas));
      if (!rule) return;
      const validation: Validation = {
        area,
        rule,
        prompt: attributes.prompt
          ? { title: attributes.promptTitle ?? '', text: attributes.prompt }
          : undefined,
        error: attributes.error
          ? {
              title: attributes.errorTitle ?? '',
              text: attributes.error,
              ...(severity === 'warning' || severity === 'information' ? { severity } : {}),
            }
          : undefined,
      };
      if (!truthy(attributes.allowBlank)) validation.refusesBlank = true;
      this.sheet.validations.push(validation);
    }
  }

  private endFormat({ attributes, areas, formulas }: OpenRule): void {
    const style = this.looks[Number(attributes.dxfId)] ?? {};
    const stops = truthy(attributes.stopIfTrue) ? { stopIfTrue: true } : {};
    for (const area of areas) {
      // Each area has its own: what is put in above moves each one's formulas once.
      const rule = formatRule(attributes, movedTo(area, areas, formulas));
      if (!rule) return;
      const priority = Number(attributes.priority ?? 0);
      this.formats.push({ priority, format: { area, rule, style, ...stops } });
    }
  }
}

function areasOf(reference: string | undefined): Area[] {
  return (reference ?? '').split(/\s+/).flatMap((part) => parseArea(part) ?? []);
}

/**
 * Formulas of a rule are written for the top left corner of all its areas together, be that in one
 * of them or not; here each area has them for its own.
 */
function movedTo({ top, left }: Area, areas: readonly Area[], formulas: string[]): string[] {
  const rows = top - Math.min(...areas.map((one) => one.top));
  const columns = left - Math.min(...areas.map((one) => one.left));
  return rows === 0 && columns === 0
    ? formulas
    : formulas.map((formula) => shiftFormula(formula, rows, columns));
}

function validationRule(
  type: string | undefined,
  operator: string | undefined,
  [first, second]: string[],
): ValidationRule | null {
  if (!first) return null;
  switch (type) {
    case 'list': {
      const words = /^"((?:[^"]|"")*)"$/.exec(first);
      return words ? { list: words[1].replace(/""/g, '"').split(',') } : { source: first };
    }
    case 'custom':
      return { formula: first };
    case 'whole':
    case 'decimal':
    case 'date':
    case 'time':
    case 'textLength':
      return {
        kind: type,
        operator: (operator as Comparison | undefined) ?? 'between',
        first,
        ...(second ? { second } : {}),
      };
    default:
      return null;
  }
}

function formatRule(
  { type, operator, text }: Record<string, string | undefined>,
  [first, second]: string[],
): ConditionalFormat['rule'] | null {
  if (type === 'expression' && first) return { formula: first };
  if (type === 'containsText' && text) return { contains: text };
  if (type !== 'cellIs' || !first) return null;
  return {
    operator: (operator as Comparison | undefined) ?? 'equal',
    first,
    ...(second ? { second } : {}),
  };
}
