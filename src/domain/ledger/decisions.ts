import { byMoment } from '../../text/by-moment';
import type { Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { text, word } from '../table/field';
import { SheetTable } from '../table/sheet-table';
import { asWorking } from '../table/table';
import { Words } from '../table/words';
import type { Decision, Submission } from '../submission/submission';
import { edit, submissionId, type LedgerEdit } from './ledger-tables';
import { DECISION_SHEET } from './ledger-sheets';

/**
 * *Quyết định*: what a person said about a version that was handed in, a row for each, the last one
 * holds. Rows are only ever added, so that a decision is one write, and who decided what, when and
 * why stays to be read.
 */

const DECISIONS = new SheetTable<Decision>(
  DECISION_SHEET,
  {
    submission: text('Mã bản nộp', 22),
    kind: word('Quyết định', 14, new Words({ accepted: 'Chấp nhận', returned: 'Trả lại' })),
    reason: text('Lý do', 48),
    document: text('Số văn bản', 22),
    who: text('Người thực hiện (tự khai)', 28),
    at: text('Thời điểm', 20),
    hash: text('Mã đối chiếu tệp', 16),
  },
  true,
);

export function writeDecisions(decisions: readonly Decision[]): Sheet {
  return asWorking(DECISIONS.write(decisions));
}

/**
 * The decisions in the order of their moments. What is neither yes nor no is a no: what was
 * returned stays returned, however its word was changed.
 */
export function readDecisions(workbook: Workbook): Decision[] {
  const decisions = DECISIONS.rowsOf(workbook).flatMap((row): Decision[] => {
    const [submission, reason, document] = [
      row.text('submission'),
      row.text('reason'),
      row.text('document'),
    ];
    const [who, at, hash] = [row.text('who'), row.text('at'), row.text('hash')];
    if (submission === '' && hash === '') return [];
    return [{ kind: row.get('kind') ?? 'returned', submission, reason, document, who, at, hash }];
  });
  return byMoment(decisions, ({ at }) => at);
}

/** What of the decisions somebody changed so that it cannot be read, each at its cell. */
export function decisionEdits(
  workbook: Workbook,
  submissions: readonly Submission[],
): LedgerEdit[] {
  const known = new Set(submissions.flatMap((one) => [submissionId(one), one.hash]));
  return DECISIONS.rowsOf(workbook).flatMap((row) => {
    const [about, kind] = [row.cell('submission'), row.cell('kind')];
    const isKnown = known.has(about.text) || known.has(row.text('hash'));
    const facts = { submission: about.text, found: kind.text };
    return [
      ...(isKnown ? [] : [edit(about, 'ledger-decision-of-nothing', { found: about.text })]),
      ...(row.get('kind') ? [] : [edit(kind, 'ledger-decision-unreadable', facts)]),
    ];
  });
}

/**
 * The ledger as it stands after what was decided; a decision whose submission has another number by
 * now is about the one of its hash.
 */
export function decided(
  submissions: readonly Submission[],
  decisions: readonly Decision[],
): Submission[] {
  const byId = new Map<string, Submission[]>();
  for (const one of submissions)
    byId.set(submissionId(one), [...(byId.get(submissionId(one)) ?? []), one]);
  const byHash = new Map<string, Submission | undefined>();
  // A file that holds several forms tells none of them.
  for (const one of submissions) byHash.set(one.hash, byHash.has(one.hash) ? undefined : one);
  const last = new Map<Submission, Decision>();
  for (const decision of decisions) {
    const isAbout = ({ hash }: Submission) => decision.hash === '' || decision.hash === hash;
    const about = byId.get(decision.submission)?.find(isAbout) ?? byHash.get(decision.hash);
    if (about) last.set(about, decision);
  }
  return submissions.map((submission) => {
    const decision = last.get(submission);
    if (!decision) return submission;
    const { awaits, ...settled } = submission;
    const row = submission.edited ?? submission;
    const entered = { accepted: row.accepted, ...(row.awaits ? { awaits: row.awaits } : {}) };
    if (decision.kind === 'returned') return { ...settled, accepted: 'none', decision, entered };
    return { ...settled, accepted: awaits ?? acceptedAs(submission), decision, entered };
  });
}

/**
 * What was returned and is accepted after all counts, though a ledger written anew says no more how
 * much of it was.
 */
function acceptedAs({ accepted, edited, errors }: Submission): Submission['accepted'] {
  if (accepted !== 'none' || edited) return accepted;
  return errors > 0 ? 'partial' : 'all';
}
