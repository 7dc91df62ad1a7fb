import { zipSync } from 'fflate';
import type { Period } from '../domain/period/period';
import { coveringList, coveringListName } from '../domain/template/covering-list';
import { type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { issueCommonForm, issueTemplates } from './issue-templates';
import { Cancelled, type Progress, type WorkbookPort, type WorkbookWriter } from './ports';

/** A file of forms, and how many are in it. */
export interface Packed {
  name: string;
  bytes: Uint8Array;
  count: number;
}

/** The forms of a period, of all agencies or of some, and their covering list in one zip. */
export async function packForms(
  desk: Desk,
  period: Period,
  agencies: readonly string[],
  write: WorkbookWriter,
  progress: Progress,
): Promise<Packed> {
  const issued = issueTemplates(desk.plan, period.id, agencies, desk.ledger);
  if (!issued.ok) throw new DeskRefused(issued.refusal);
  const files: Record<string, Uint8Array> = {};
  for (const [index, form] of issued.value.entries()) {
    if (progress.cancelled) throw new Cancelled();
    progress.step(index, issued.value.length, form.fileName);
    files[form.fileName] = await write(form.make());
    await progress.breathe?.();
  }
  const list = coveringList(desk.plan, period, issued.value);
  files[coveringListName(period)] = await write(list);
  progress.step(issued.value.length, issued.value.length, '');
  return {
    name: `bieu-mau-${period.id}.zip`,
    bytes: zipSync(files, { level: 0 }),
    count: issued.value.length,
  };
}

/** One form for all of a period. */
export async function packCommonForm(
  desk: Desk,
  period: Period,
  write: WorkbookWriter,
): Promise<Packed> {
  const common = issueCommonForm(desk.plan, period.id);
  if (!common.ok) throw new DeskRefused(common.refusal);
  return { name: common.value.fileName, bytes: await write(common.value.make()), count: 1 };
}

/**
 * The form of one agency, opened as a workbook of its own: where a host does not let files be
 * downloaded.
 */
export async function openIssuedForm(
  port: WorkbookPort,
  desk: Desk,
  period: Period,
  agency: string,
  write: WorkbookWriter,
): Promise<void> {
  const issued = issueTemplates(desk.plan, period.id, [agency], desk.ledger);
  if (!issued.ok) throw new DeskRefused(issued.refusal);
  await port.openWorkbook(await write(issued.value[0].make()));
}
