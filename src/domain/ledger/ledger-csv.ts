import { writeCsv, type CsvValue } from '../../text/csv';
import { findAgency, type Plan } from '../plan/plan';
import type { Observation, Submission } from '../submission/submission';
import {
  ACCEPTANCES,
  AWAITED,
  KINDS,
  MEASURES,
  ORIGINS,
  STATES,
  submissionId,
} from './ledger-tables';

/** One line for each figure of the ledger; a submission without any figure has none. */
const COLUMNS: readonly [string, (line: Line) => CsvValue][] = [
  ['Mã bản nộp', ({ submission }) => submissionId(submission)],
  ['Mã đơn vị', ({ submission }) => submission.agency],
  ['Đơn vị', ({ agency }) => agency],
  ['Kỳ', ({ submission }) => submission.period],
  ['Lần nộp', ({ submission }) => submission.version],
  ['Ngày nhận', ({ submission }) => submission.received],
  [
    'Tiếp nhận',
    ({ submission: { awaits, accepted } }) => (awaits ? AWAITED[awaits] : ACCEPTANCES[accepted]),
  ],
  ['Nguồn', ({ submission }) => (submission.origin ? ORIGINS[submission.origin] : 'Tệp')],
  ['Loại', ({ figure }) => KINDS[figure.of]],
  ['Mã', ({ figure }) => figure.code],
  ['Dòng', ({ figure }) => figure.row ?? null],
  ['Số đo', ({ figure }) => MEASURE_WORDS.get(figure.measure) ?? `Cột (${figure.measure})`],
  ['Giá trị', ({ figure }) => figure.value],
  ['Ghi trong tệp', ({ figure }) => figure.raw],
  ['Trang tính', ({ figure }) => figure.sheet],
  ['Ô', ({ figure }) => figure.cell],
  ['Trạng thái', ({ figure }) => STATES[figure.state]],
  ['Tệp', ({ submission }) => submission.file],
  ['Mã đối chiếu tệp', ({ submission }) => submission.hash],
];

const MEASURE_WORDS = new Map<string, string>(MEASURES);

interface Line {
  submission: Submission;
  agency: string;
  figure: Observation;
}

/**
 * The ledger for other programs: values are numbers with a decimal point, dates are yyyy-mm-dd, no
 * cell can start a formula.
 */
export function ledgerCsv(plan: Plan, submissions: readonly Submission[]): string {
  const lines = submissions.flatMap((submission) => {
    const agency = findAgency(plan, submission.agency)?.name ?? '';
    return submission.observations.map((figure) =>
      COLUMNS.map(([, of]) => of({ submission, agency, figure })),
    );
  });
  return writeCsv([COLUMNS.map(([heading]) => heading), ...lines]);
}
