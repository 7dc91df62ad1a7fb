import { unmarked } from '../../text/normal-form';
import { safeFileName } from '../../text/file-name';
import type { PeriodId } from '../period/period';
import { governingBody, type Plan } from '../plan/plan';

/** What is sent: the report, its annexes, its tables as values, or the ledger of all periods. */
export type Sent = 'report' | 'annexes' | 'values' | 'ledger';

const WORDS: Record<Sent, string> = {
  report: 'Báo cáo',
  annexes: 'Phụ lục báo cáo',
  values: 'Bảng số liệu báo cáo',
  ledger: 'Sổ số liệu',
};

/** What a plan is about, as offices shorten it in the names of files. */
const MATTERS: readonly [RegExp, string][] = [
  [/thủ tục hành chính/i, 'TTHC'],
  [/cải cách hành chính/i, 'CCHC'],
  [/kinh tế\s*[-–,và]*\s*xã hội/i, 'KTXH'],
];

/**
 * What a file that is sent is called: "2024-03 Báo cáo TTHC - UBND tinh Tra Vinh.docx". It sorts by
 * period; the sender is written without marks, which some mail programs break.
 */
export function sentName(plan: Plan, period: PeriodId, sent: Sent, extension: string): string {
  const name = plan.name.normalize('NFC');
  const matter = MATTERS.find(([pattern]) => pattern.test(name))?.[1];
  const body = governingBody(plan)
    .normalize('NFC')
    .replace(/\s*\(.*$/, '')
    .replace(/^(ủy|uỷ) ban nhân dân/i, 'UBND');
  const what = [WORDS[sent], ...(matter ? [matter] : [])].join(' ');
  return safeFileName(`${period} ${what} - ${unmarked(body).replace(/[/\\]/g, '-')}.${extension}`);
}
