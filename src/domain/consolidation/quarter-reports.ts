import { measureOf, type Measure } from '../measure/measure';
import { formatNumber } from '../../text/number';
import { figureKey, type DerivedMonth, type InForce } from '../ledger/in-force';
import { parsePeriod, periodLabel, tiles, type Period } from '../period/period';
import type { Agency } from '../agency/agency';
import {
  baseKind,
  expectedTiles,
  findAgency,
  findIndicator,
  isScheduled,
  reportsIn,
  type Indicator,
  type Plan,
} from '../plan/plan';
import { planFor } from '../plan/plan-for';
import { appliesTo, typedCells } from '../plan/stat-cells';
import {
  brokenSides,
  checkedIdentities,
  inputColumns,
  looksBack,
  sidesOf,
  withComputed,
  type StatForm,
  type StatRow,
} from '../plan/stat-form';
import type { Explanation, Observation, Submission } from '../submission/submission';
import { evaluate } from '../plan/stat-expression';
import { usable } from './coverage';
import { sum } from '../decimal/decimal';

const FROM_QUARTER = 'tính từ báo cáo quý trừ hai tháng trước';

/** The official word for the state of a figure nobody sent for its month. */
export function derivedWord(counts: boolean): string {
  return counts ? 'Tính từ báo cáo quý trừ hai tháng trước' : 'Chưa tính được từ báo cáo quý';
}

/**
 * The last months of quarters that come from the quarter's report (Báo cáo quý thay báo cáo tháng
 * cuối quý): the agency sent the quarter and the two months before, and nothing for the last. What
 * flows is quarter − the other two; a stock, a cumulative figure and the state of a task are the
 * quarter's own. What cannot be told so is withheld and named among the month's explanations.
 */
export function derivedMonths(plan: Plan, sent: InForce): DerivedMonth[] {
  if (!plan.schedule.quarterReplacesLastMonth || baseKind(plan.schedule) !== 'month') return [];
  return [...sent.all()].flatMap((quarter): DerivedMonth[] => {
    const period = parsePeriod(quarter.period);
    const agency = findAgency(plan, quarter.agency);
    if (!agency || period?.kind !== 'quarter' || !isScheduled(plan, period)) return [];
    const before = monthsBefore(plan, agency, period, sent);
    const last = tiles(period, 'month')![2];
    if (!before || !sent.hasForm(agency.code, period.id) || sent.hasForm(agency.code, last.id))
      return [];
    return [{ submission: new LastMonth(plan, quarter, last, before).submission(), quarter }];
  });
}

/**
 * The submissions of the first two months; null where one is missing or the agency did not owe all
 * three.
 */
function monthsBefore(
  plan: Plan,
  agency: Agency,
  quarter: Period,
  sent: InForce,
): Submission[] | null {
  const owed = expectedTiles(plan, quarter).filter((month) => reportsIn(agency, month));
  if (owed.length < 3) return null;
  const before = owed.slice(0, 2).map(({ id }) => sent.of(agency.code, id));
  return before.every((one) => one !== undefined) ? before : null;
}

type Figures = ReadonlyMap<string, Observation>;

/** One agency's last month, as its quarter's report and its two months tell it. */
class LastMonth {
  private readonly plan: Plan;
  private readonly before: readonly Figures[];
  private readonly open: Explanation[] = [];

  constructor(
    plan: Plan,
    private readonly quarter: Submission,
    private readonly month: Period,
    before: readonly Submission[],
  ) {
    this.plan = planFor(plan, month);
    this.before = before.map(
      ({ observations }) => new Map(observations.map((one) => [figureKey(one), one])),
    );
  }

  submission(): Submission {
    const { quarter, month } = this;
    const observations = [...this.tasks(), ...this.indicators(), ...this.forms()];
    const label = `Toàn bộ số liệu ${periodLabel(month)}`;
    const text = `Đơn vị không gửi biểu tháng; số liệu ${FROM_QUARTER}.`;
    const how = { sheet: '', cell: '', label, code: 'quarter-report', text, who: '' };
    return {
      ...quarter,
      period: month.id,
      observations,
      explanations: [how, ...this.open, ...quarter.explanations],
    };
  }

  private tasks(): Observation[] {
    return this.quarter.observations.filter(({ of }) => of === 'task').map((one) => ({ ...one }));
  }

  private indicators(): Observation[] {
    const codes = new Set(
      this.quarter.observations.filter(({ of }) => of === 'indicator').map(({ code }) => code),
    );
    return [...codes].flatMap((code) => {
      const indicator = findIndicator(this.plan, code);
      const own = this.quarter.observations.filter(
        (one) => one.of === 'indicator' && one.code === code,
      );
      return indicator ? this.indicator(indicator, own) : [];
    });
  }

  private indicator(indicator: Indicator, own: readonly Observation[]): Observation[] {
    const label = `${indicator.code} – ${indicator.name}`;
    // The percentage of a quarter tells nothing of a month.
    const measure = measureOf(indicator);
    const parts = own.filter(
      (one) => !measure.isSummed || !measure.hasParts || one.measure !== 'value',
    );
    const made = parts.map((one) =>
      isFlow(measure, one) ? this.rest(one, label, measure.mayBeNegative) : { ...one },
    );
    const [numerator, denominator] = ['numerator', 'denominator'].map((part) =>
      usable(made.find((one) => one.measure === part)),
    );
    if (!measure.isSummed || numerator === null || denominator === null) return made;
    if (!measure.isImpossible(numerator, denominator)) return made;
    this.named(made[0], label, `tử số ${number(numerator)} lớn hơn mẫu số ${number(denominator)}`);
    return made.map(withheld);
  }

  private forms(): Observation[] {
    // What a quarter lists says nothing of when in it each line was.
    const forms = this.plan.forms.filter(({ lines }) => lines === undefined);
    return forms.flatMap((form) => form.rows.flatMap((row) => this.row(form, row)));
  }

  /**
   * A row of a statistics form, by each column's rule over time; a row that does not agree with
   * itself is withheld.
   */
  private row(form: StatForm, formRow: StatRow): Observation[] {
    const { key, name } = formRow;
    const cells = new Map(typedCells(form, formRow).map(({ column, cell }) => [column.code, cell]));
    const label = `${form.code} dòng ${key} – ${name}`;
    const own = this.quarter.observations.filter(
      ({ of, code, row }) => of === 'form' && code === form.code && row === key,
    );
    const made = own.flatMap((one): Observation[] => {
      const cell = cells.get(one.measure);
      if (!cell) return [];
      const counted = cell.overTime;
      if (counted === 'sum') return [this.rest(one, label, cell.mayBeNegative)];
      if (counted === 'none') {
        this.named(one, label, `cột (${one.measure}) không cộng theo thời gian`);
        return [withheld(one)];
      }
      return [counted === 'first' ? this.opening(form, one, label) : { ...one }];
    });
    const columns = withComputed(
      form,
      typed(form, (column) => made.find(({ measure }) => measure === column)),
    );
    const broken = checkedIdentities(form).find(
      (identity) =>
        !looksBack(identity) &&
        appliesTo(form, identity, formRow) &&
        brokenSides(identity, ({ column }) => columns.get(column) ?? null),
    );
    if (!broken) return made;
    this.named(made[0], label, `không khớp ${broken.text}`);
    return made.map(withheld);
  }

  /** Quarter − the other two. */
  private rest(one: Observation, label: string, mayBeNegative = false): Observation {
    const values = [one, ...this.before.map((figures) => figures.get(figureKey(one)))].map(usable);
    const raw = values.map((value) => (value === null ? '?' : number(value))).join(' − ');
    const [whole, first, second] = values;
    if (whole === null || first === null || second === null) {
      const what = whole === null ? 'số quý chưa tính được' : 'thiếu số của tháng trước';
      this.named(one, label, `${raw}: ${what}`);
      return withheld({ ...one, raw });
    }
    const value = sum([whole, -first, -second]);
    // Nothing occurred in the quarter, so nothing in its month: that is no 0.
    const state = one.state === 'not-applicable' && value === 0 ? one.state : 'ok';
    if (value >= 0 || mayBeNegative) return { ...one, value, raw, state };
    this.named(one, label, `${raw} nhỏ hơn 0`);
    return withheld({ ...one, raw });
  }

  /**
   * What the month opened with is what the one before left, where the form says which column that
   * is ("6 = 11 kỳ trước").
   */
  private opening(form: StatForm, one: Observation, label: string): Observation {
    const identity = form.identities.find(
      ({ left, relation, right }) =>
        relation === '=' &&
        left.length === 1 &&
        left[0].column === one.measure &&
        !left[0].isPrevious &&
        right.length > 0 &&
        right.every(({ isPrevious }) => isPrevious),
    );
    const before = this.before[1];
    const columns = withComputed(
      form,
      typed(form, (measure) => before.get(figureKey({ ...one, measure }))),
    );
    const value = identity
      ? evaluate(sidesOf(identity).right, ({ column }) => columns.get(column) ?? null)
      : null;
    if (value === null) {
      this.named(one, label, `cột (${one.measure}): không rõ số cuối kỳ của tháng trước`);
      return withheld(one);
    }
    return { ...one, value, raw: `${identity!.text}: ${number(value)}`, state: 'ok' };
  }

  private named({ sheet, cell }: Observation, label: string, why: string): void {
    const text = `Chưa tính được từ báo cáo quý: ${why}.`;
    this.open.push({ sheet, cell, label, code: 'quarter-report', text, who: '' });
  }
}

function isFlow(measure: Measure, { measure: of }: Observation): boolean {
  return measure.timeRule(of === 'denominator' ? 'denominator' : 'numerator') === 'sum';
}

function typed(
  form: StatForm,
  at: (column: string) => Observation | undefined,
): Map<string, number | null> {
  return new Map(inputColumns(form).map(({ code }) => [code, usable(at(code))]));
}

function withheld(one: Observation): Observation {
  return { ...one, value: null, state: 'withheld' };
}

function number(value: number): string {
  return formatNumber(value, 6);
}
