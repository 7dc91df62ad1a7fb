import type { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import type { Narrative, Told } from '../consolidation/narratives';
import { periodLabel, type Period } from '../period/period';
import type { Plan } from '../plan/plan';
import { writeAnnex, type AnnexColumn } from './annex';

const COLUMNS: AnnexColumn[] = [
  { heading: 'Đơn vị', width: 30 },
  { heading: 'Nhiệm vụ', width: 44 },
  { heading: 'Kỳ', width: 16 },
  { heading: 'Khó khăn, vướng mắc', width: 46 },
  { heading: 'Đã nêu trước đó trong năm', width: 36 },
  { heading: 'Nguồn', width: 30 },
];

/** The annex of what agencies wrote in words: by agency and task, the last they told, what they told before, and its cell. */
export function writeNarratives(
  name: string,
  title: string,
  plan: Plan,
  period: Period,
  rows: readonly Narrative[],
  result: Consolidation,
): Sheet {
  const texts = rows.map(({ agency, task, last, before, gone }) => [
    agency.name,
    [task.code, task.text].join(' – '),
    gone ? `${periodLabel(last.period)} (${periodLabel(gone)} không nêu nữa)` : periodLabel(last.period),
    last.text,
    before.map((one) => `${periodLabel(one.period)}: ${one.text}`).join('\n'),
    placeOf(last),
  ]);
  return writeAnnex(name, title, plan, period, result, COLUMNS, texts);
}

function placeOf({ at, source }: Told): string {
  return at.cell === '' ? source.file : `${at.sheet}!${at.cell} (${source.file})`;
}
