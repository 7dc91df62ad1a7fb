import type { Actor } from '../domain/actor';
import type { Agency } from '../domain/agency/agency';
import { readPeriodLabel, type Period } from '../domain/period/period';
import type { Plan } from '../domain/plan/plan';
import { planFor } from '../domain/plan/plan-for';
import { ISSUE_SHEET } from '../domain/report/issue-sheet';
import { text } from '../domain/table/field';
import { SheetTable } from '../domain/table/sheet-table';
import { asWorking } from '../domain/table/table';
import { templateOf } from '../domain/template/form';
import type { Undo, WorkbookPort } from './ports';

/** One form that went out. */
export interface IssueNote extends Actor {
  period: string;
  agency: string;
  name: string;
  /** The version of its template: a form that comes back by another was issued before a change. */
  template: string;
  file: string;
}

const NOTES = new SheetTable<IssueNote>(
  ISSUE_SHEET,
  {
    at: text('Thời điểm', 20),
    period: text('Kỳ', 10),
    agency: text('Mã đơn vị', 12),
    name: text('Đơn vị', 36),
    template: text('Phiên bản biểu', 16),
    file: text('Tệp phát hành', 36),
    who: text('Người thực hiện (tự khai)', 28),
  },
  true,
);

/** Notes to whom the forms of a period went; one undo. */
export function noteIssued(
  port: WorkbookPort,
  whole: Plan,
  { period, agencies, file }: { period: Period; agencies: readonly Agency[]; file: string },
  actor: Actor,
): Promise<Undo> {
  const plan = planFor(whole, period);
  const notes = agencies.map((agency) => ({
    ...actor,
    period: period.id,
    agency: agency.code,
    name: agency.name,
    template: templateOf(plan, agency),
    file,
  }));
  return port.appendRows([asWorking(NOTES.write(notes))]);
}

/** One time forms of a period went out. */
export interface Issued extends Actor {
  file: string;
  forms: readonly Pick<IssueNote, 'agency' | 'name' | 'template'>[];
}

/** Every time the forms of a period went out, the last first. */
export async function issuedBefore(port: WorkbookPort, period: Period): Promise<Issued[]> {
  const times = new Map<
    string,
    Issued & { forms: Pick<IssueNote, 'agency' | 'name' | 'template'>[] }
  >();
  for (const row of NOTES.rowsOf(await port.readSheets([ISSUE_SHEET]))) {
    if (readPeriodLabel(row.text('period'))?.id !== period.id) continue;
    const [at, who, file] = [row.text('at'), row.text('who'), row.text('file')];
    const key = [at, who, file].join('\n');
    const one = times.get(key) ?? { at, who, file, forms: [] };
    times.set(key, one);
    one.forms.push({
      agency: row.text('agency'),
      name: row.text('name'),
      template: row.text('template'),
    });
  }
  return [...times.values()].reverse();
}
