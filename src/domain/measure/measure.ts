import {
  compareProducts,
  exactSum,
  minus,
  multiply,
  times,
  type Decimal,
} from '../decimal/decimal';
import {
  choicesOf,
  type Answer,
  type Choices,
  type Decimals,
  type Measured,
  type Part,
} from './choices';
import { matchKey } from '../../text/normal-form';
import { TIME_RULES, type TimeRule } from './time-rule';
import { isCounted } from './units';

export type PartName = 'numerator' | 'denominator';

/** Exact parts of a result; of a single figure the denominator is 1. */
export interface ExactParts {
  numerator: Decimal;
  denominator: Decimal;
}

/** What is wrong with figures, as a form's own check can tell without the add-in. */
export type Problem = 'negative' | 'fraction' | 'exceeds-whole' | 'no-answer';

/**
 * What is measured: the one place that knows how an indicator's figures become a result, in numbers
 * and in a cell's formula, how they add up over agencies and over time, what may stand in them, and
 * what their columns are called. Whoever writes, reads or judges figures asks it.
 */
export class Measure {
  readonly choices: Choices;

  constructor(private readonly measured: Measured) {
    this.choices = choicesOf(measured);
  }

  /** Typed in two parts, of which the result is made. */
  get hasParts(): boolean {
    return this.measured.denominator !== null;
  }

  /** Counted from the table of tasks: nobody is asked for it. */
  get isFromTasks(): boolean {
    return this.choices.typed === 'tasks';
  }

  /** Every base period of a longer one counts, not only its last. */
  get isSummed(): boolean {
    return this.timeRule('numerator') === 'sum';
  }

  /**
   * Figures of agencies make one of them together; else each stands by itself and there is no
   * total.
   */
  get isTotalled(): boolean {
    return this.choices.overAgencies !== 'each';
  }

  /**
   * What a cell makes of the cells of several agencies: their sum, or the largest or smallest of
   * them.
   */
  get together(): 'SUM' | 'MAX' | 'MIN' {
    return TOGETHER[this.choices.overAgencies] ?? 'SUM';
  }

  /** The same in numbers; there is one at least. */
  combine(values: readonly number[]): Decimal {
    if (this.together === 'SUM') return exactSum(values);
    return exactSum([this.together === 'MAX' ? Math.max(...values) : Math.min(...values)]);
  }

  /** The figures an agency is asked for, as observations name them. */
  get asked(): readonly (PartName | 'value')[] {
    return this.hasParts ? ['numerator', 'denominator'] : ['value'];
  }

  timeRule(of: PartName | 'value'): TimeRule {
    return TIME_RULES[this.choices.overTime][of === 'denominator' ? 'denominator' : 'numerator'];
  }

  // ------------------------------------------------------------------------------------
  // its value

  /** In the indicator's unit, in the order 100·num/den (57/100·100 is not 57); null over 0. */
  value(numerator: number, denominator: number | null): number | null {
    if (denominator === null) return numerator;
    if (denominator === 0) return null;
    const { scale } = this.choices;
    return scale === 1 ? numerator / denominator : (scale * numerator) / denominator;
  }

  /** Below 0: less than that many of its unit; above: more. Compared before anything is rounded. */
  against({ numerator, denominator }: ExactParts, value: number): number {
    return compareProducts(this.choices.scale, numerator, value, denominator);
  }

  /** A result in per cent of what was to be reached. */
  shareOfTarget(value: number, target: number): number {
    return (100 * value) / target;
  }

  /**
   * How much a figure changed on another, as its targets are held against it; null in per cent of
   * nothing.
   */
  changeOn(now: ExactParts, before: ExactParts): ExactParts | null {
    const { compared, scale } = this.choices;
    const [own, other] = [
      multiply(now.numerator, before.denominator),
      multiply(before.numerator, now.denominator),
    ];
    const difference = minus(own, other);
    if (compared === 'last-year-difference' || compared === 'before-difference')
      return {
        numerator: times(difference, scale),
        denominator: multiply(now.denominator, before.denominator),
      };
    if (other.digits === 0n) return null;
    // Growth of a loss is a loss that got smaller.
    const size = other.digits < 0n ? { ...other, digits: -other.digits } : other;
    return { numerator: times(difference, 100), denominator: size };
  }

  /** Above 0: more than before. */
  change(now: ExactParts, before: ExactParts): number {
    return compareProducts(now.numerator, before.denominator, before.numerator, now.denominator);
  }

  /**
   * ⌈t·N⌉: how many of so many a target asks for; null where that is a whole number of them anyway,
   * and where they are not counted.
   */
  countNeeded(target: number, count: number): number | null {
    const { denominator } = this.measured;
    if (!this.choices.partOfWhole || !isCounted(denominator?.unit ?? '')) return null;
    const needed = Math.ceil((target * count) / this.choices.scale);
    return count === 0 || needed * this.choices.scale === target * count ? null : needed;
  }

  // ---------------------------------------------------------------------------------------- its
  // formula in a cell

  /** Of two parts that are known to be numbers, and the denominator none that is 0. */
  quotient(numerator: string, denominator: string): string {
    return `${this.scaled(numerator)}/${denominator}`;
  }

  /** Of two parts; blank over 0. */
  formula(numerator: string, denominator: string): string {
    return `IF(${denominator}=0,"",${this.quotient(numerator, denominator)})`;
  }

  /** Of cells people type in: blank until both are numbers. */
  formulaOfTyped(numerator: string, denominator: string): string {
    return `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),${this.formula(numerator, denominator)},"")`;
  }

  /**
   * Of the cells that hold the figures of a period: one reference, or several with commas, for each
   * part.
   */
  formulaOfSums(figures: { numerator: string; denominator: string }): string {
    const numerator = `${this.together}(${figures.numerator})`;
    return this.hasParts ? this.formula(numerator, `SUM(${figures.denominator})`) : numerator;
  }

  /** Whether two parts meet a target, without dividing. */
  test(numerator: string, operator: string, target: number, denominator: string): string {
    return `${this.scaled(numerator)}${operator}${target}*${denominator}`;
  }

  /**
   * Lũy kế: what was so far and what is added, or the period's own where its periods are not
   * summed.
   */
  cumulative(of: PartName, own: string, before: string): string {
    if (this.answers.length > 0) return `IF(${own}="","",${own})`;
    return this.timeRule(of) === 'sum'
      ? `IF(AND(ISNUMBER(${before}),ISNUMBER(${own})),${before}+${own},"")`
      : `IF(ISNUMBER(${own}),${own},"")`;
  }

  private scaled(numerator: string): string {
    return this.choices.scale === 1 ? numerator : `${this.choices.scale}*${numerator}`;
  }

  // ------------------------------------------------------------------------------------
  // what may stand in it

  /**
   * Things that are counted are whole; money, minutes and what is no part of a whole may be any
   * number.
   */
  isWhole(part: PartName): boolean {
    return this.choices.decimals === 'by-unit' && isCounted(this.part(part)?.unit ?? '');
  }

  /** Growth, change and balance may be below 0. */
  get mayBeNegative(): boolean {
    return this.choices.sign === 'any';
  }

  /** So many decimals were chosen at most; null where any may stand, or its unit decides. */
  get places(): number | null {
    const { decimals } = this.choices;
    return decimals === 'by-unit' || decimals === 'unasked' ? null : PLACES[decimals];
  }

  /** Whether "1.234" is a thousand and some: what is shown without decimals has none. */
  isReadWhole(part: PartName): boolean {
    const { decimals } = this.choices;
    const isByUnit = decimals === 'by-unit' || decimals === 'unasked';
    return isByUnit ? isCounted(this.part(part)?.unit ?? '') : decimals === 'whole';
  }

  /** What may be answered; empty where figures are typed. */
  get answers(): readonly Answer[] {
    return this.choices.answers;
  }

  /** The number of an answer, said by its word or its number; null where it is none of them. */
  answerSaid(text: string): number | null {
    const key = matchKey(text);
    const said = ({ value, word }: Answer) => [word, `${value}`, `${value} = ${word}`];
    return (
      this.answers.find((one) => said(one).some((own) => matchKey(own) === key))?.value ?? null
    );
  }

  /** The word of an answer by its number; null of figures. */
  wordOf(value: unknown): string | null {
    return this.answers.find((one) => one.value === value)?.word ?? null;
  }

  /** How the number of an answer is shown: a cell has three words at most; null of figures. */
  get answerFormat(): string | null {
    if (this.answers.length === 0 || this.answers.length > 3) return null;
    const word = (answer: Answer) => `"${answer.word.replace(/"/g, '')}"`;
    const [first, second, third] = this.answers;
    const rest = third ? word(third) : 'General';
    return `[=${first.value}]${word(first)};[=${second.value}]${word(second)};${rest}`;
  }

  /** Whether a number can be one of the figures an agency is asked for. */
  fits(of: string, value: number): boolean {
    const asked = this.asked.find((one) => one === of);
    if (asked === undefined || !Number.isFinite(value)) return false;
    if (this.answers.length > 0) return this.answers.some((answer) => answer.value === value);
    if (value < 0 && !this.mayBeNegative) return false;
    return (
      Number.isInteger(value) ||
      !this.isWhole(asked === 'denominator' ? 'denominator' : 'numerator')
    );
  }

  /** More of a part than there is of its whole. */
  exceedsWhole(numerator: number | null, denominator: number | null): boolean {
    return (
      this.choices.partOfWhole &&
      numerator !== null &&
      denominator !== null &&
      numerator > denominator
    );
  }

  /** Parts that nobody can have counted: more than the whole, or something of nothing. */
  isImpossible(numerator: number, denominator: number): boolean {
    return this.choices.partOfWhole ? numerator > denominator : denominator === 0 && numerator > 0;
  }

  /** The largest result of a part of a whole; null where there is none. */
  get highest(): number | null {
    return this.choices.partOfWhole && this.hasParts ? this.choices.scale : null;
  }

  /** Whether a result may be typed as a fraction by those who mean per cent. */
  get isPercentage(): boolean {
    return this.choices.scale === 100;
  }

  /**
   * What a form's own check tests, in functions of Excel 2010 (AND looks at all it is given: INT of
   * a word is an error).
   */
  cellTests(cells: Record<PartName, string>): { problem: Problem; test: string }[] {
    if (this.answers.length > 0)
      return [
        { problem: 'no-answer', test: `NOT(${this.cellFits('numerator', cells.numerator)})` },
      ];
    const parts: PartName[] = this.hasParts ? ['numerator', 'denominator'] : ['numerator'];
    const whole = parts.filter((part) => this.isWhole(part)).map((part) => cells[part]);
    const below = parts.map((part) => `AND(ISNUMBER(${cells[part]}),${cells[part]}<0)`);
    const tests: { problem: Problem; test: string }[] = [];
    if (!this.mayBeNegative) tests.push({ problem: 'negative', test: `OR(${below.join(',')})` });
    const broken = whole.map((cell) => `IF(ISNUMBER(${cell}),${cell}<>INT(${cell}),FALSE)`);
    if (whole.length > 0) tests.push({ problem: 'fraction', test: `OR(${broken.join(',')})` });
    const { numerator, denominator } = cells;
    if (this.highest !== null)
      tests.push({
        problem: 'exceeds-whole',
        test: `AND(COUNT(${numerator},${denominator})=2,${numerator}>${denominator})`,
      });
    return tests;
  }

  /** What a cell's native validation takes for a figure. */
  cellFits(part: PartName, cell: string): string {
    if (this.answers.length > 0) {
      const said = this.answers.flatMap(({ value, word }) => [word, `${value}`]);
      const tests = said.map((one) => `TRIM(${cell}&"")="${one.replace(/"/g, '""')}"`);
      return `OR(${tests.join(',')})`;
    }
    const sign = this.mayBeNegative ? '' : `,${cell}>=0`;
    const whole = this.isWhole(part) ? `,${cell}=INT(${cell})` : '';
    return `AND(ISNUMBER(${cell})${sign}${whole})`;
  }

  // ------------------------------------------------------------------------------------
  // how it is shown

  /** Shown without decimals. */
  get isShownWhole(): boolean {
    return this.isReadWhole('numerator');
  }

  /** What to count, and over which time: the line under an indicator's row in a form. */
  get definition(): string {
    const { numerator, denominator } = this.measured;
    const when = WHEN[this.choices.overTime];
    if (this.answers.length > 0)
      return `Ghi một trong các câu trả lời: ${this.answers.map(({ word }) => word).join(', ')}.${when}`;
    if (!denominator) return `Ghi: ${numerator.name} (${numerator.unit}).${when}`;
    return `Tử: ${numerator.name} (${numerator.unit}). Mẫu: ${denominator.name} (${denominator.unit}).${when}`;
  }

  private part(part: PartName): Part | null {
    return this.measured[part];
  }
}

const TOGETHER: Partial<Record<Choices['overAgencies'], 'MAX' | 'MIN'>> = {
  largest: 'MAX',
  smallest: 'MIN',
};

const PLACES: Record<Decimals, number | null> = { whole: 0, two: 2, four: 4, any: null };

/** The figure of which time is meant, where it is not plainly the period's. */
const WHEN: Record<Choices['overTime'], string> = {
  flow: '',
  'flow-of-constant': ' Tử ghi số trong kỳ, mẫu ghi số giao cả năm.',
  stock: ' Ghi số cuối kỳ.',
  cumulative: ' Ghi lũy kế đến cuối kỳ.',
  'from-tasks': '',
};

const MEASURES = new WeakMap<Measured, Measure>();

/** The measure of an indicator, made once: it is asked for at every figure. */
export function measureOf(indicator: Measured): Measure {
  let known = MEASURES.get(indicator);
  if (!known) MEASURES.set(indicator, (known = new Measure(indicator)));
  return known;
}
