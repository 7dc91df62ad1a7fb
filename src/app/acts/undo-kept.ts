import { submissionKey } from '../../domain/ledger/in-force';
import type { PeriodAct } from '../../domain/ledger/period-states';
import type { KeptFilling } from '../../domain/own-layout/filled-table';
import { periodLabel, periodOf, type PeriodId } from '../../domain/period/period';
import type { Confirmation, PathChoice } from '../../domain/plan/plan';
import type { Decision, Submission } from '../../domain/submission/submission';
import { readDesk, type Desk } from '../desk';
import { DeskRefused } from '../desk-refused';
import type { Undo, WorkbookPort } from '../ports';
import { undoFilling } from './undo-fill';
import { namedIn, pathsAtOnce, undoConfirmation, undoPaths } from './undo-plan-act';
import { actKey, decisionKey, mustStand, takeOut, type Deed } from './taking-back';

/**
 * *Lịch sử*: what was done, as the workbook itself keeps it. The last of it can be taken back in
 * any window and after the workbook was closed, by its rows and what was entered after them.
 */
export type KeptAct = { at: string; who: string } & (
  | { of: 'run'; submissions: readonly Submission[] }
  | { of: 'entry'; submissions: readonly Submission[] }
  | { of: 'decision'; decision: Decision }
  | { of: 'period'; act: PeriodAct }
  | { of: 'confirmation'; confirmation: Confirmation }
  | { of: 'paths'; choices: readonly PathChoice[] }
  | { of: 'filling'; period: PeriodId; count: number }
);

type Kept = Pick<Desk, 'ledger' | 'decisions' | 'acts' | 'plan'>;

/** The last first; a filling is kept beside the ledger, and told by whoever has read it. */
export function keptActs(
  { plan, ledger, decisions, acts }: Kept,
  filling: KeptFilling | null = null,
): KeptAct[] {
  const runs = new Map<string, Submission[]>();
  for (const one of ledger.filter(({ origin }) => !origin))
    runs.set(one.run, [...(runs.get(one.run) ?? []), one]);
  const kept: KeptAct[] = [
    ...acts.map((act): KeptAct => ({ of: 'period', at: act.at, who: act.who, act })),
    ...[...runs].map(([at, submissions]): KeptAct => ({ of: 'run', at, who: '', submissions })),
    ...ledger
      .filter(({ origin }) => origin)
      .map((one): KeptAct => {
        return { of: 'entry', at: one.run, who: one.grounds?.who ?? '', submissions: [one] };
      }),
    ...decisions.map((decision): KeptAct => {
      return { of: 'decision', at: decision.at, who: decision.who, decision };
    }),
    ...namedIn({ plan }).map((confirmation): KeptAct => {
      const { who, day } = confirmation;
      return { of: 'confirmation', at: day ?? '', who, confirmation };
    }),
    ...pathsAtOnce(plan.paths ?? []).map((choices): KeptAct => {
      const [{ who, day, at }] = choices;
      return { of: 'paths', at: at || (day ?? ''), who, choices };
    }),
  ];
  if (filling) {
    const { at, who, period, cells } = filling;
    kept.push({ of: 'filling', at, who, period, count: cells.length });
  }
  return kept.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/**
 * Takes an act back from the workbook as it stands: its own rows go, what was entered besides
 * stays; where something was built upon it, it says what and does nothing. Gives how to have it
 * again.
 */
export async function undoKept(
  port: WorkbookPort,
  kept: KeptAct,
): Promise<{ desk: Desk; undo: Undo }> {
  const now = await readDesk(port);
  if (kept.of === 'filling') return { desk: now, undo: await undoFilling(port, kept) };
  const own = keptActs(now).find((one) => keyOf(one) === keyOf(kept));
  if (!own) throw new DeskRefused({ code: 'undo-gone', facts: {} });
  if (own.of === 'period' && own.act.kind !== 'reopened') {
    const facts = { period: periodLabel(periodOf(own.act.period)) };
    throw new DeskRefused({
      code: own.act.kind === 'locked' ? 'undo-keeps-lock' : 'undo-keeps-tables',
      facts,
    });
  }
  if (own.of === 'confirmation' || own.of === 'paths') {
    const undo =
      own.of === 'paths'
        ? await undoPaths(port, own.choices)
        : await undoConfirmation(port, own.confirmation);
    return { desk: await readDesk(port), undo };
  }
  const deed = deedOf(own, now);
  mustStand(deed, now);
  const undo = await takeOut(port, deed, now);
  return { desk: await readDesk(port), undo };
}

/** What the act wrote; what is of no earlier moment and not its own was entered after it. */
function deedOf(own: KeptAct, now: Desk): Deed {
  const [submissions, decisions, acts] = [
    'submissions' in own ? own.submissions : [],
    own.of === 'decision' ? [own.decision] : [],
    own.of === 'period' ? [own.act] : [],
  ];
  const written = new Set(submissions.map(submissionKey));
  return {
    before: {
      ledger: now.ledger.filter((one) => one.run < own.at && !written.has(submissionKey(one))),
      decisions: now.decisions.filter(({ at }) => at < own.at),
      acts: now.acts.filter(({ at }) => at < own.at),
    },
    after: now,
    ...(submissions.length > 0 ? { submissions } : {}),
    ...(decisions.length > 0 ? { decisions } : {}),
    ...(acts.length > 0 ? { acts } : {}),
  };
}

function keyOf(kept: KeptAct): string {
  switch (kept.of) {
    case 'run':
      return `run ${kept.at}`;
    case 'entry':
      return `entry ${submissionKey(kept.submissions[0])}`;
    case 'decision':
      return `decision ${decisionKey(kept.decision)}`;
    case 'period':
      return `period ${actKey(kept.act)}`;
    case 'confirmation':
      return `confirmation ${JSON.stringify(kept.confirmation)}`;
    case 'paths':
      return `paths ${JSON.stringify(kept.choices)}`;
    case 'filling':
      return `filling ${kept.at}`;
  }
}
