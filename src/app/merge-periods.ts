import { lastOf } from '../known/known';
import { formatMoment } from '../text/date';
import { readSigned, type SignedFigure } from '../domain/consolidation/signed-figures';
import { SIGNED_SHEET, PERIOD_SHEET } from '../domain/ledger/ledger-sheets';
import { figureKey, InForce } from '../domain/ledger/in-force';
import { actWord, lockedPeriods, locksOf, type PeriodAct } from '../domain/ledger/period-states';
import { periodLabel, periodOf, tiles, type PeriodId } from '../domain/period/period';
import { baseKind, type Plan } from '../domain/plan/plan';
import { valuesOnly } from '../domain/report/locked-copy';
import type { Submission } from '../domain/submission/submission';
import type { Sheet } from '../workbook/sheet';
import { findSheet, type Workbook } from '../workbook/workbook';
import { actKey } from './acts/taking-back';
import type { Desk } from './desk';
import { remark, type RowRemark } from './import-source';

/**
 * How the periods stand, of two desks that went on from one ledger: what was done there after all
 * that was done here is taken, a lock with its tables; where each desk went its own way, or the
 * lock is of other figures than come together here, neither is taken and both are shown.
 */
export interface MergedPeriods {
  /** Those of the other desk that are taken. */
  taken: PeriodAct[];
  /** All of them, in the order of their moments, as on the other desk once it took in this one. */
  acts: PeriodAct[];
  /** The figures that were signed with the locks taken, and the sheets of those. */
  signed: SignedFigure[];
  tables: Sheet[];
  remarks: RowRemark[];
}

/** What the other desk has. */
interface There {
  workbook: Workbook;
  acts: readonly PeriodAct[];
  ledger: readonly Submission[];
}

/** `merged`: the ledger as it is here once the other's submissions have come in. */
export function mergePeriods(
  { plan, acts }: Pick<Desk, 'plan' | 'acts'>,
  merged: readonly Submission[],
  there: There,
): MergedPeriods {
  const found: MergedPeriods = { taken: [], acts: [], signed: [], tables: [], remarks: [] };
  const signed = readSigned(there.workbook);
  for (const period of new Set(there.acts.map((one) => one.period))) {
    const of = (some: readonly PeriodAct[]) => some.filter((one) => one.period === period);
    const [own, theirs] = [of(acts), of(there.acts)];
    const [mine, known] = [new Set(own.map(actKey)), new Set(theirs.map(actKey))];
    const more = theirs.filter((one) => !mine.has(actKey(one)));
    const [last, lastThere] = [own.at(-1), lastOf(theirs)];
    if (more.length === 0 || isSameLock(last, lastThere)) continue;
    const goesOn = own.every((one) => known.has(actKey(one)));
    const locks = more.filter(({ kind }) => kind === 'locked');
    // One that was opened again is kept as it was, whatever came in since.
    const isShut = locks.length > 0 && locks.at(-1) === more.findLast(isOfLock);
    const fits =
      (goesOn || (locks.length === 0 && last?.kind === lastThere.kind)) &&
      (!isShut || isSame(plan, period, merged, there.ledger));
    const say = (code: 'import-taken' | 'import-contradicts', facts: Record<string, string>) =>
      found.remarks.push(
        remark({ sheet: PERIOD_SHEET, cell: 'A1' }, code, {
          submission: periodLabel(periodOf(period)),
          what: 'period',
          ...facts,
        }),
      );
    // What was entered there since it was opened again comes in, whatever becomes of a later lock.
    const taken = fits ? more : goesOn ? more.filter((one) => !locks.includes(one)) : [];
    found.taken.push(...taken);
    if (taken.length > 0) say('import-taken', { there: saidBy(lastOf(taken)) });
    if (!fits) {
      say('import-contradicts', { here: last ? saidBy(last) : '–', there: saidBy(lastThere) });
      continue;
    }
    const before = locksOf(there.acts, period) - locks.length;
    found.signed.push(...signed.filter((one) => one.period === period && one.lock > before));
    found.tables.push(...tablesOf(locks, there.workbook));
  }
  found.acts = inTheirOrder([...acts, ...found.taken]);
  return found;
}

/** The tables that were signed with those locks, as values. */
function tablesOf(locks: readonly PeriodAct[], workbook: Workbook): Sheet[] {
  return locks
    .flatMap(({ sheets }) => sheets ?? [])
    .flatMap((name) => (name === SIGNED_SHEET ? [] : (findSheet(workbook, name) ?? [])))
    .map((table) => valuesOnly(table));
}

/**
 * The periods that take in nothing while the other desk's submissions come in: one that was opened
 * again there, after all that was done here, is open.
 */
export function lockedFor(
  { plan, acts }: Pick<Desk, 'plan' | 'acts'>,
  theirs: readonly PeriodAct[],
): ReadonlySet<PeriodId> {
  const known = new Set(theirs.map(actKey));
  const mine = new Set(acts.map(actKey));
  const apart = new Set(acts.filter((one) => !known.has(actKey(one))).map(({ period }) => period));
  const opened = theirs.filter(
    (one) => one.kind === 'reopened' && !mine.has(actKey(one)) && !apart.has(one.period),
  );
  return lockedPeriods(plan, inTheirOrder([...acts, ...opened]));
}

function inTheirOrder(acts: readonly PeriodAct[]): PeriodAct[] {
  return [...acts].sort((a, b) => {
    const [one, other] = [momentOf(a), momentOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

function isOfLock({ kind }: PeriodAct): boolean {
  return kind === 'locked' || kind === 'reopened';
}

/** What only its tables tell of stands last, so that nothing opens it. */
function momentOf({ at, isRebuilt }: PeriodAct): string {
  return isRebuilt ? '\uffff' : at;
}

/** Locked on both desks, with the same tables. */
function isSameLock(one: PeriodAct | undefined, other: PeriodAct): boolean {
  return (
    one?.kind === 'locked' &&
    other.kind === 'locked' &&
    one.hash !== undefined &&
    one.hash === other.hash
  );
}

/** Whether what counts of a period, and of those it is made of, is the same. */
function isSame(
  plan: Plan,
  period: PeriodId,
  here: readonly Submission[],
  there: readonly Submission[],
): boolean {
  const parts = tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  const own = new Set([period, ...parts.map(({ id }) => id)]);
  const counted = (ledger: readonly Submission[]) =>
    [...new InForce(ledger).all()]
      .filter((one) => own.has(one.period))
      .flatMap(({ agency, period: of, received, observations }) => [
        [agency, of, received].join(' '),
        ...observations.map((one) => [agency, of, figureKey(one), one.state, one.value].join(' ')),
      ])
      .sort()
      .join('\n');
  return counted(here) === counted(there);
}

function saidBy(act: PeriodAct): string {
  return `${actWord(act)} (${act.who}, ${formatMoment(act.at)})`;
}
