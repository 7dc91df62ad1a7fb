import type { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import { narrativesOf, type Narrative, type Told } from '../consolidation/narratives';
import { periodLabel, type Period } from '../period/period';
import type { Plan } from '../plan/plan';
import { writeAnnex, type AnnexColumn } from './annex';
import type { TableTitle } from './report-head';
import { tableOfRows } from './report-table';

const COLUMNS: AnnexColumn[] = [
  { heading: 'Đơn vị', width: 30 },
  { heading: 'Nhiệm vụ', width: 44 },
  { heading: 'Kỳ', width: 16 },
  { heading: 'Khó khăn, vướng mắc', width: 46 },
  { heading: 'Đã nêu trước đó trong năm', width: 36 },
  { heading: 'Nguồn', width: 30 },
];

/**
 * The annex of what agencies wrote in words: by agency and task, the last they told, what they told
 * before, and its cell.
 */
export function writeNarratives(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  rows: readonly Narrative[],
  result: Consolidation,
): Sheet {
  const texts = rows.map(({ agency, task, last, before, gone }) => [
    agency.name,
    [task.code, task.text].join(' – '),
    gone
      ? `${periodLabel(last.period)} (${periodLabel(gone)} không nêu nữa)`
      : periodLabel(last.period),
    shown(last.text),
    before.map((one) => `${periodLabel(one.period)}: ${shown(one.text)}`).join('\n'),
    placeOf(last),
  ]);
  return writeAnnex(name, title, plan, period, result, COLUMNS, texts);
}

/**
 * A cell holds 32,767 characters, and a year's texts stand in one: a longer text is cut, its cell
 * is named beside it.
 */
const LONGEST = 2000;

function shown(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (xem ô nguồn)`;
}

function placeOf({ at, source }: Told): string {
  return at.cell === ''
    ? source.file
    : `${at.sheet}, ô ${at.cell} (${source.file.split('/').pop()})`;
}

export const narrativeTable = tableOfRows<Narrative>({
  key: 'narratives',
  word: 'Vướng mắc',
  title: 'KHÓ KHĂN, VƯỚNG MẮC THEO ĐƠN VỊ',
  // The report tells them by task; this is where each is found.
  isForOffice: true,
  rowsOf: ({ plan, period, inForce }) => narrativesOf(plan, period, inForce),
  write: writeNarratives,
});
