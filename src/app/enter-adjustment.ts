import type { Finding } from '../domain/finding/finding';
import type { PeriodId } from '../domain/period/period';
import type { Grounds, Observation, Submission } from '../domain/submission/submission';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBack } from './acts/taking-back';
import { verdictOf } from './check-file';
import { readDesk, type Desk } from './desk';
import { enterInLedger, isEnteredAlready } from './enter-in-ledger';
import type { Undo, WorkbookPort } from './ports';

/** The sheet a trace names for a figure without a file. */
export const ADJUSTED = 'Nhập hộ, điều chỉnh';

/** Figures that somebody answers for instead of a file. */
export interface AdjustmentSaid {
  /** What the version is known by. */
  hash: string;
  agency: string;
  period: PeriodId;
  observations: Observation[];
  grounds: Grounds;
  /** "2024-04-20 09:30:00": its run, and its day. */
  at: string;
  /** Warnings that were seen and stand. */
  findings?: readonly Finding[];
}

/**
 * Enters an adjustment as the next version of its agency and period; no undo where it stands there
 * already. Drawn back, and refused, where somebody locked the period meanwhile.
 */
export async function enterAdjustment(
  port: WorkbookPort,
  before: Desk,
  { hash, agency, period, observations, grounds, at, findings = [] }: AdjustmentSaid,
): Promise<{ desk: Desk; undo: Undo | null }> {
  const own = before.ledger.filter((one) => one.agency === agency && one.period === period);
  const entered: Submission = {
    hash,
    file: [ADJUSTED, grounds.document, grounds.reason, grounds.who].filter(Boolean).join(' – '),
    agency,
    period,
    version: Math.max(0, ...own.map(({ version }) => version)) + 1,
    received: at.slice(0, 10),
    late: null,
    verdict: verdictOf(findings),
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: findings.length,
    run: at,
    observations,
    explanations: [],
    ...(findings.length > 0 ? { findings: [...findings] } : {}),
    origin: 'adjustment',
    grounds,
  };
  if (isEnteredAlready(before.ledger, entered)) return { desk: before, undo: null };
  const ledger = [...before.ledger, entered];
  const exact = await enterInLedger(port, before, { ledger, added: [entered] });
  const desk = await readDesk(port);
  await mustBeOpenStill(port, period, { before, after: desk }, exact);
  return { desk, undo: takingBack(port, { before, after: desk, submissions: [entered] }, exact) };
}
