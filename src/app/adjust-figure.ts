import { inForceOf } from '../domain/consolidation/figures-in-force';
import { periodLabel, periodOf, type PeriodId } from '../domain/period/period';
import { cutOff, findAgency, findIndicator, isFilledBy, reportsIn, type Indicator } from '../domain/plan/plan';
import { isCounted } from '../domain/plan/units';
import type { Grounds, MeasureName, Observation, Submission } from '../domain/submission/submission';
import { DeskRefused, readDesk, type Desk } from './desk';
import { enterInLedger } from './enter-in-ledger';
import type { Undo, WorkbookPort } from './ports';

/** *Nhập hộ, điều chỉnh*: figures of one indicator that no file says, over what the agency sent if it sent anything. */
export interface Adjustment {
  agency: string;
  period: PeriodId;
  indicator: string;
  /** Of a ratio numerator and denominator, either or both; of a count the value. */
  figures: Partial<Record<'numerator' | 'denominator' | 'value', number>>;
  /** Reason and name are asked for; the document where there is one. */
  grounds: Grounds;
  /** Stored as its run. */
  at: string;
}

/** The sheet a trace names for a figure without a file. */
export const ADJUSTED = 'Nhập hộ, điều chỉnh';

/** Enters an adjustment as a version of its own: it counts at once, is named in every trace, and a later form takes its place. */
export async function adjustFigure(
  port: WorkbookPort,
  adjustment: Adjustment,
): Promise<{ desk: Desk; undo: Undo | null }> {
  const before = await readDesk(port);
  const { agency, period, indicator, grounds, at } = adjustment;
  const hash = `${at} ${agency}/${period}/${indicator}`;
  // Entered already: the answer to the write before was lost.
  if (before.ledger.some((one) => one.hash === hash)) return { desk: before, undo: null };
  mustBeAllowed(before, adjustment);
  const own = before.ledger.filter((one) => one.agency === agency && one.period === period);
  const entered: Submission = {
    hash,
    file: [ADJUSTED, grounds.document, grounds.reason, grounds.who].filter(Boolean).join(' – '),
    agency,
    period,
    version: Math.max(0, ...own.map(({ version }) => version)) + 1,
    received: at.slice(0, 10),
    late: null,
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
    run: at,
    observations: observationsOf(adjustment),
    explanations: [],
    origin: 'adjustment',
    grounds,
  };
  const ledger = [...before.ledger, entered];
  const undo = await enterInLedger(port, before, { ledger, added: [entered] });
  return { desk: { ...before, ledger, interrupted: [] }, undo };
}

function observationsOf({ indicator, figures }: Adjustment): Observation[] {
  return (Object.entries(figures) as [MeasureName, number][]).map(([measure, value]) => ({
    of: 'indicator',
    code: indicator,
    measure,
    value,
    raw: String(value),
    sheet: ADJUSTED,
    cell: '',
    state: 'ok',
  }));
}

function mustBeAllowed(desk: Desk, { agency: code, period, indicator: row, figures, grounds }: Adjustment): void {
  const { plan } = desk;
  if (grounds.reason.trim() === '' || grounds.who.trim() === '') throw refused('reason-missing', {});
  if (desk.locked.has(period)) throw refused('period-is-locked', { period: periodLabel(periodOf(period)) });
  const agency = findAgency(plan, code);
  const indicator = findIndicator(plan, row);
  const own = periodOf(period);
  const isAsked = agency && indicator && reportsIn(agency, own) && isFilledBy(indicator, agency, cutOff(plan, own));
  const values = Object.entries(figures);
  if (!isAsked || indicator.kind === 'computed' || values.length === 0)
    throw refused('figure-not-asked', { code: row, agency: agency?.name ?? code });
  for (const [measure, value] of values) {
    if (!isUsable(indicator, measure, value)) throw refused('figure-not-whole', { found: String(value) });
  }
  const part = (measure: 'numerator' | 'denominator') => figures[measure] ?? current(desk, code, period, row, measure);
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  if (indicator.partOfWhole && numerator !== null && denominator !== null && numerator > denominator)
    throw refused('figure-too-large', { numerator, denominator });
}

/** Whether a number can be a measure of an indicator: one it asks for, not below 0, whole where things are counted. */
export function isUsable(indicator: Indicator, measure: string, value: number): boolean {
  const { unit } = measure === 'denominator' ? (indicator.denominator ?? indicator.numerator) : indicator.numerator;
  const isOfIt = indicator.denominator ? measure !== 'value' : measure === 'value';
  return isOfIt && Number.isFinite(value) && value >= 0 && (Number.isInteger(value) || !isCounted(unit));
}

/** What counts now beside a part that is not adjusted. */
function current(desk: Desk, agency: string, period: PeriodId, code: string, measure: MeasureName): number | null {
  const found = inForceOf(desk.plan, desk.ledger)
    .of(agency, period)
    ?.observations.find((one) => one.of === 'indicator' && one.code === code && one.measure === measure);
  return found?.state === 'ok' && typeof found.value === 'number' ? found.value : null;
}

function refused(
  code: 'reason-missing' | 'period-is-locked' | 'figure-not-asked' | 'figure-not-whole' | 'figure-too-large',
  facts: Record<string, string | number>,
): DeskRefused {
  return new DeskRefused({ code, facts });
}
