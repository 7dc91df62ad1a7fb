import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { readTable, writeTable, type Column } from '../plan/table';
import type { Decision, Submission } from '../submission/submission';
import { submissionId } from './ledger-tables';

/**
 * *Quyết định*: what a person said about a version that was handed in, a row for each, the last one holds. Rows are only ever added, so
 * that a decision is one write, and who decided what, when and why stays to be read.
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

/** The decisions in their order; a row nobody can read as one is none of ours. */
export function readDecisions(workbook: Workbook): Decision[] {
  const sheet = findSheet(workbook, DECISION_SHEET);
  if (!sheet) return [];
  const { rows } = readTable(
    sheet,
    COLUMNS.map(({ heading }) => heading),
  );
  return rows.flatMap((row): Decision[] => {
    const kind = (Object.keys(WORDS) as Decision['kind'][]).find((one) => WORDS[one] === row.get('Quyết định').text);
    const text = (heading: string) => row.get(heading).text;
    if (!kind || text('Mã bản nộp') === '') return [];
    return [
      {
        kind,
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

/** The ledger as it stands after what was decided. */
export function decided(submissions: readonly Submission[], decisions: readonly Decision[]): Submission[] {
  const about = new Map<string, Decision[]>();
  for (const one of decisions) about.set(one.submission, [...(about.get(one.submission) ?? []), one]);
  return submissions.map((submission) => {
    const isAbout = ({ hash }: Decision) => hash === '' || hash === submission.hash;
    const decision = about.get(submissionId(submission))?.findLast(isAbout);
    if (!decision) return submission;
    const { awaits, ...settled } = submission;
    if (decision.kind === 'returned') return { ...settled, accepted: 'none', decision };
    return { ...settled, accepted: awaits ?? submission.accepted, decision };
  });
}
