import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { readTable, writeTable, type Column, type TableRow } from '../table/table';
import type { Decision, Submission } from '../submission/submission';
import { edit, submissionId, wordOf, type LedgerEdit } from './ledger-tables';

/**
 * *Quyết định*: what a person said about a version that was handed in, a row for each, the last one
 * holds. Rows are only ever added, so that a decision is one write, and who decided what, when and
 * why stays to be read.
 */
export const DECISION_SHEET = 'Quyết định';

const WORDS: Record<Decision['kind'], string> = { accepted: 'Chấp nhận', returned: 'Trả lại' };
const TEXT = { format: '@' };

const COLUMNS: Column<Decision>[] = [
  { heading: 'Mã bản nộp', width: 22, style: TEXT, write: (one) => one.submission },
  { heading: 'Quyết định', width: 14, write: (one) => WORDS[one.kind] },
  { heading: 'Lý do', width: 48, style: TEXT, write: (one) => one.reason },
  { heading: 'Số văn bản', width: 22, style: TEXT, write: (one) => one.document },
  { heading: 'Người thực hiện (tự khai)', width: 28, style: TEXT, write: (one) => one.who },
  { heading: 'Lúc', width: 20, style: TEXT, write: (one) => one.at },
  { heading: 'Mã băm', width: 16, style: TEXT, write: (one) => one.hash },
];

export function writeDecisions(decisions: readonly Decision[]): Sheet {
  return writeTable(DECISION_SHEET, COLUMNS, decisions, true);
}

/**
 * The decisions in their order. What is neither yes nor no is a no: what was returned stays
 * returned, however its word was changed.
 */
export function readDecisions(workbook: Workbook): Decision[] {
  return rowsOf(workbook).flatMap((row): Decision[] => {
    const text = (heading: string) => row.get(heading).text;
    if (text('Mã bản nộp') === '' && text('Mã băm') === '') return [];
    return [
      {
        kind: wordOf(WORDS, text('Quyết định')) ?? 'returned',
        submission: text('Mã bản nộp'),
        reason: text('Lý do'),
        document: text('Số văn bản'),
        who: text('Người thực hiện (tự khai)'),
        at: text('Lúc'),
        hash: text('Mã băm'),
      },
    ];
  });
}

/** What of the decisions somebody changed so that it cannot be read, each at its cell. */
export function decisionEdits(
  workbook: Workbook,
  submissions: readonly Submission[],
): LedgerEdit[] {
  const known = new Set(submissions.flatMap((one) => [submissionId(one), one.hash]));
  return rowsOf(workbook).flatMap((row) => {
    const [about, kind] = [row.get('Mã bản nộp'), row.get('Quyết định')];
    const isKnown = known.has(about.text) || known.has(row.get('Mã băm').text);
    const facts = { submission: about.text, found: kind.text };
    return [
      ...(isKnown ? [] : [edit(about, 'ledger-decision-of-nothing', { found: about.text })]),
      ...(wordOf(WORDS, kind.text) ? [] : [edit(kind, 'ledger-decision-unreadable', facts)]),
    ];
  });
}

function rowsOf(workbook: Workbook): TableRow[] {
  const sheet = findSheet(workbook, DECISION_SHEET);
  const headings = COLUMNS.map(({ heading }) => heading);
  return sheet ? readTable(sheet, headings).rows : [];
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
