import type { Finding } from '../domain/finding/finding';
import { writeLedger } from '../domain/ledger/ledger-tables';
import { measureOf } from '../domain/measure/measure';
import { periodLabel, periodOf } from '../domain/period/period';
import { findIndicator, type Plan } from '../domain/plan/plan';
import { typedChoice, type Choice } from '../domain/repair/choices';
import type { Claim, Observation, Submission } from '../domain/submission/submission';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBack } from './acts/taking-back';
import { DeskRefused } from './desk-refused';
import { readDesk, type Desk } from './desk';
import type { Undo, WorkbookPort } from './ports';

/** An undecided cell of an accepted file, and how a person reads it. */
export interface Reading {
  /** Of the file's bytes. */
  hash: string;
  /** Which form of the file, where a workbook holds those of several agencies. */
  form?: Claim;
  found: Finding;
  choice: Choice;
  /** The warning as it was said, and who decides. */
  warning: string;
  who: string;
}

/**
 * Enters how a person reads an undecided cell: the figure counts from now on, what was typed stays
 * beside it, and the decision goes to the report's annex. A reading that makes a part larger than
 * its whole is refused.
 */
export async function chooseReading(
  port: WorkbookPort,
  reading: Reading,
): Promise<{ desk: Desk; undo: Undo }> {
  const before = await readDesk(port);
  const { hash, form } = reading;
  const isMeant = (one: Submission) =>
    one.hash === hash && (!form || (one.agency === form.agency && one.period === form.period));
  const { period } = before.ledger.find(isMeant) ?? {};
  if (period !== undefined && before.locked.has(period))
    throw new DeskRefused({
      code: 'period-is-locked',
      facts: { period: periodLabel(periodOf(period)) },
    });
  const ledger = before.ledger.map((one) =>
    isMeant(one) ? withReading(before.plan, one, reading) : one,
  );
  const [submissions, figures] = writeLedger(before.plan, ledger);
  const exact = await port.replaceSheets([figures, submissions], undefined, before.lastWrites);
  const desk = await readDesk(port);
  if (period !== undefined) await mustBeOpenStill(port, period, { before, after: desk }, exact);
  const deed = { before, after: desk, submissions: before.ledger.filter(isMeant) };
  return { desk, undo: takingBack(port, deed, exact) };
}

function withReading(
  plan: Plan,
  submission: Submission,
  { found, choice, warning, who }: Reading,
): Submission {
  const isAt = ({ sheet, cell }: Observation) => sheet === found.sheet && cell === found.cell;
  const at = submission.observations.find((one) => isAt(one) && one.state === 'undecided');
  if (!at) throw new DeskRefused({ code: 'reading-settled', facts: { cell: found.cell ?? '' } });
  const read: Observation =
    choice.kind === 'not-applicable'
      ? { ...at, value: 0, state: 'not-applicable' }
      : { ...at, value: choice.value, state: 'ok' };
  const observations = submission.observations.map((one) => {
    if (one === at) return read;
    const isState =
      one.of === 'task' &&
      one.code === at.code &&
      one.measure === 'status' &&
      one.state === 'undecided';
    return isState && at.measure === 'date' ? { ...one, state: 'ok' as const } : one;
  });
  const indicator = at.of === 'indicator' ? findIndicator(plan, at.code) : undefined;
  const part = (measure: string) =>
    observations.find((one) => one.code === at.code && one.measure === measure)?.value;
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  if (
    indicator &&
    typeof numerator === 'number' &&
    typeof denominator === 'number' &&
    measureOf(indicator).exceedsWhole(numerator, denominator)
  )
    throw new DeskRefused({ code: 'reading-too-large', facts: { numerator, denominator } });
  const text = `Đã chọn số liệu “${typedChoice(choice)}” (trong tệp ghi “${at.raw}”). ${warning}`;
  const { sheet, cell, label, code } = found;
  const explanation = {
    sheet: sheet ?? '',
    cell: cell ?? '',
    label: label ?? at.code,
    code,
    text,
    who,
  };
  return { ...submission, observations, explanations: [...submission.explanations, explanation] };
}
