import { readDecisions, writeDecisions } from '../domain/ledger/decisions';
import { DECISION_SHEET } from '../domain/ledger/ledger-sheets';
import { figureKey } from '../domain/ledger/in-force';
import { submissionId, writeLedger } from '../domain/ledger/ledger-tables';
import { periodLabel, periodOf } from '../domain/period/period';
import { findIndicator, type Plan } from '../domain/plan/plan';
import { typedCells } from '../domain/plan/stat-cells';
import type {
  Decision,
  Grounds,
  Observation,
  Submission,
  TaskState,
} from '../domain/submission/submission';
import { readTaskState, TASK_STATES } from '../domain/template/task-states';
import { measureOf } from '../domain/measure/measure';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBack } from './acts/taking-back';
import { readDesk, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { ADJUSTED, enterAdjustment } from './enter-adjustment';
import { isSameGrounds } from './enter-in-ledger';
import type { Undo, WorkbookPort } from './ports';

/** Whether somebody changed a submission, or a figure of it, by hand. */
export function isEdited({ edited, observations }: Submission): boolean {
  return edited !== undefined || observations.some((one) => one.edited);
}

/**
 * A changed submission as it was taken in, by the same file or by an archive: what was changed
 * comes from there, what was not (the cells a person decided) stays.
 */
export function restored(
  changed: Submission,
  source: Pick<Submission, 'agency' | 'period' | 'observations'>,
): Submission {
  const kept = new Map(
    changed.observations.filter((one) => !one.edited).map((one) => [figureKey(one), one]),
  );
  const { edited, entered: _row, ...own } = changed;
  const acceptance = edited
    ? { accepted: edited.accepted, ...(edited.awaits ? { awaits: edited.awaits } : {}) }
    : {};
  const observations = source.observations.map((one) => kept.get(figureKey(one)) ?? one);
  return { ...own, ...acceptance, agency: source.agency, period: source.period, observations };
}

/**
 * What a changed submission was taken in from: a file may hold the forms of several agencies, and
 * whose it is may be what was changed.
 */
export function sourceOf<Source extends Pick<Submission, 'hash' | 'agency' | 'period'>>(
  changed: Submission,
  sources: readonly Source[],
): Source | undefined {
  const own = sources.filter(({ hash }) => hash === changed.hash);
  const exact = own.find(
    ({ agency, period }) => agency === changed.agency && period === changed.period,
  );
  return exact ?? (own.length === 1 ? own[0] : undefined);
}

/**
 * *Lấy lại từ bản lưu trữ*: every submission that was changed by hand and stands in an archive is
 * as it stands there.
 */
export async function restoreEdited(
  port: WorkbookPort,
  archived: readonly Submission[],
): Promise<{ desk: Desk; undo: Undo; count: number }> {
  const before = await readDesk(port);
  const sources = new Map(
    before.ledger.filter(isEdited).map((one) => [one, sourceOf(one, archived)]),
  );
  const count = [...sources.values()].filter((source) => source !== undefined).length;
  if (count === 0) throw new DeskRefused({ code: 'edit-no-source', facts: {} });
  const ledger = before.ledger.map((one) => {
    const source = sources.get(one);
    if (!source) return one;
    const { accepted, awaits, version } = source;
    const back = { ...restored(one, source), version };
    // What the sheet says of its acceptance may be the very thing that was changed.
    return one.edited ? { ...back, accepted, ...(awaits ? { awaits } : {}) } : back;
  });
  const exact = await port.replaceSheets(
    [...writeLedger(before.plan, ledger)].reverse(),
    undefined,
    before.lastWrites,
  );
  const desk = await readDesk(port);
  const changed = before.ledger.filter((one) => sources.get(one));
  for (const period of new Set(changed.map((one) => one.period)))
    await mustBeOpenStill(port, period, { before, after: desk }, exact);
  return {
    desk,
    undo: takingBack(port, { before, after: desk, submissions: changed }, exact),
    count,
  };
}

/** Whose change is accepted, why, and when. */
export interface AcceptedEdit {
  submission: string;
  grounds: Grounds;
  at: string;
}

/**
 * *Chấp nhận là điều chỉnh*: what stands in the changed cells of a submission is entered as an
 * adjustment, with a reason and in somebody's name; where the submission itself was changed, the
 * change is a decision of theirs. The period has to be open.
 */
export async function acceptEdited(
  port: WorkbookPort,
  { submission: id, grounds, at }: AcceptedEdit,
): Promise<{ desk: Desk; undo: Undo | null }> {
  const before = await readDesk(port);
  if (grounds.reason.trim() === '' || grounds.who.trim() === '')
    throw new DeskRefused({ code: 'reason-missing', facts: {} });
  const changed = before.ledger.find((one) => submissionId(one) === id && isEdited(one));
  const isDecided = ({ decision }: Submission) =>
    decision !== undefined && isSameGrounds(decision, grounds);
  // Pressed again: the submission as it stands is decided already.
  if (!changed && before.ledger.some((one) => submissionId(one) === id && isDecided(one)))
    return { desk: before, undo: null };
  if (!changed) throw new DeskRefused({ code: 'edit-not-here', facts: { submission: id } });
  if (before.locked.has(changed.period))
    throw new DeskRefused({
      code: 'period-is-locked',
      facts: { period: periodLabel(periodOf(changed.period)) },
    });
  if (changed.edited) return acceptWhole(port, before, changed, grounds, at);
  const observations = changed.observations
    .filter((one) => one.edited)
    .map((one) => asEntered(before.plan, one));
  const { agency, period } = changed;
  const hash = [at, `${agency}/${period}`, id].join(' ');
  return enterAdjustment(port, before, { hash, agency, period, observations, grounds, at });
}

/**
 * The submission as it stands now is what somebody decides: its figures are judged by their own
 * check values from then on.
 */
async function acceptWhole(
  port: WorkbookPort,
  before: Desk,
  changed: Submission,
  grounds: Grounds,
  at: string,
): Promise<{ desk: Desk; undo: Undo }> {
  const { edited, entered: _row, ...own } = changed;
  const { accepted, awaits } = edited!;
  const settled: Submission = { ...own, accepted, ...(awaits ? { awaits } : {}) };
  const kind = accepted === 'none' && !awaits ? 'returned' : 'accepted';
  const decision: Decision = {
    kind,
    submission: submissionId(settled),
    hash: settled.hash,
    ...grounds,
    at,
  };
  const ledger = before.ledger.map((one) => (one === changed ? settled : one));
  const decisions = [...readDecisions(await port.readSheets([DECISION_SHEET])), decision];
  const exact = await port.replaceSheets(
    [...writeLedger(before.plan, ledger).reverse(), writeDecisions(decisions)],
    undefined,
    before.lastWrites,
  );
  const desk = await readDesk(port);
  await mustBeOpenStill(port, changed.period, { before, after: desk }, exact);
  const deed = { before, after: desk, submissions: [changed], decisions: [decision] };
  return { desk, undo: takingBack(port, deed, exact) };
}

/**
 * What stands in a changed cell, as a figure somebody answers for; what cannot be one is refused.
 */
function asEntered(plan: Plan, { edited, ...one }: Observation): Observation {
  const value = one.measure === 'status' ? taskStateOf(one.value) : answerOf(plan, one);
  const entered: Observation = {
    ...one,
    value,
    state: 'ok',
    raw: String(one.value ?? ''),
    sheet: ADJUSTED,
    cell: '',
  };
  if (edited!.state === 'not-applicable')
    return { ...entered, value: 0, raw: '0', state: 'not-applicable' };
  if (!canStand(plan, entered))
    throw new DeskRefused({
      code: 'edit-not-a-figure',
      facts: { code: one.code, found: entered.raw },
    });
  return entered;
}

/** Of an answer its number, also where its word was typed. */
function answerOf(plan: Plan, { of, code, value }: Observation): Observation['value'] {
  const indicator = of === 'indicator' ? findIndicator(plan, code) : undefined;
  if (!indicator || typeof value !== 'string') return value;
  return measureOf(indicator).answerSaid(value) ?? value;
}

/** The state as the ledger keeps it, or in the words of a form. */
function taskStateOf(value: Observation['value']): TaskState | null {
  const text = String(value ?? '');
  return (
    (Object.keys(TASK_STATES) as TaskState[]).find((state) => state === text) ?? readTaskState(text)
  );
}

function canStand(plan: Plan, { of, code, row, measure, value }: Observation): boolean {
  if (of === 'task') return typeof value === 'string';
  const indicator = findIndicator(plan, code);
  if (of === 'indicator')
    return (
      typeof value === 'number' &&
      indicator !== undefined &&
      measureOf(indicator).fits(measure, value)
    );
  const form = plan.forms.find((one) => one.code === code);
  const own = form?.rows.find(({ key }) => key === row);
  const cell =
    form && own && typedCells(form, own).find(({ column }) => column.code === measure)?.cell;
  if (!cell) return false;
  if (cell.typed !== 'number') return typeof value === 'string';
  return typeof value === 'number' && Number.isFinite(value) && (value >= 0 || cell.mayBeNegative);
}
