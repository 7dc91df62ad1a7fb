import { knownAt } from '../../known/known';
import { replacedName } from '../../workbook/replaced-sheet';
import type { Sheet } from '../../workbook/sheet';
import { calculateFirst } from '../calculation';
import type { Requests } from '../requests';
import { isLeftBehind, markAllPut, mustBear } from '../write-mark';
import { showTop, writeCategories, writeLinks, writePage, writePanes } from '../write-sheet';
import { areaOf } from './areas';
import { changedIn, standsOn } from './as-written';
import type { Asked } from './look';
import { nameOurs } from './ours';
import { deleteSheet, masked, renew, type Renewal } from './renew';
import { ACTION, type Staged } from './stage';
import { endOf, oursOf, standingUnder, unseen, type Write } from './write';

/**
 * Puts what is staged in place: what people see changes in this one request only, figures before
 * looks. Gives a sheet that was filtered meanwhile, so that what was written landed elsewhere.
 */
export async function commit(
  context: Excel.RequestContext,
  write: Write,
  asked: Asked,
  staged: Staged,
  renewed: ReadonlyMap<string, Renewal>,
  requests: Requests,
  hides: (name: string) => boolean,
): Promise<Sheet | null> {
  const { sheets } = write;
  const { worksheets, application } = asked;
  await requests.need(sheets.reduce((sum, one) => sum + (60 + one.rowHeights.size) * ACTION, 0));
  const there = new Set(worksheets.items.map(({ name }) => name));
  requests.suspendScreen();
  for (const [name, { mark }] of write.standing)
    if (mark !== null) mustBear(worksheets.getItem(name), mark);
  for (const sheet of sheets) {
    const { name } = sheet;
    const { worksheet, passing } = knownAt(staged, name);
    const renewal = renewed.get(name);
    if (!renewal || renewal.charts) write.drawn.add(name);
    if (renewal) {
      if (there.has(replacedName(name))) deleteSheet(worksheets.getItem(replacedName(name)));
      renew(write, sheet, passing, worksheets, renewal);
    } else standAs(worksheet, sheet, write.standing.has(name) ? worksheets.getItem(name) : null);
    const put = renewal ? worksheets.getItem(name) : worksheet;
    if (write.keepsOld)
      nameOurs(context, knownAt(asked.sheets, name).ours, sheet, put, areaOf(sheet));
    if (renewal) worksheet.delete();
  }
  const put = (sheet: Sheet) =>
    standingUnder(write, sheet)
      ? worksheets.getItem(sheet.name)
      : knownAt(staged, sheet.name).worksheet;
  markAllPut(put(sheets[0]), write.id);
  putLooks(write, asked, put, hides);
  calculateShown(requests, application);
  const looked = masked(write).map((sheet) => ({
    sheet,
    stands: standsOn(worksheets.getItem(sheet.name), areaOf(sheet)),
  }));
  await requests.send();
  return looked.find(({ sheet, stands }) => changedIn(sheet, stands) !== null)?.sheet ?? null;
}

/** Gives a passing sheet the name of the one before, which goes, and its place. */
function standAs(
  worksheet: Excel.Worksheet,
  { name, tabColor, comesFirst }: Sheet,
  before: Excel.Worksheet | null,
): void {
  before?.delete();
  worksheet.name = name;
  worksheet.visibility = 'Visible';
  if (tabColor) worksheet.tabColor = tabColor;
  if (comesFirst) worksheet.position = 0;
}

/** People see the tables they asked for, not those of before. */
function calculateShown({ hasSuspended }: Requests, application: Asked['application']): void {
  if (hasSuspended && application.calculationMode !== 'Manual')
    application.calculate('Recalculate');
  calculateFirst(application);
}

/** Links, charts' names, panes, what is seen, and pages: none of them a figure. */
function putLooks(
  write: Write,
  { worksheets, front }: Asked,
  put: (sheet: Sheet) => Excel.Worksheet,
  hides: (name: string) => boolean,
): void {
  const { sheets, keepsOld, standing, drawn } = write;
  // What a person hid stays so; but for the sheet the write ends on.
  const outOfSight = new Set(
    worksheets.items
      .filter(({ name, visibility }) => visibility !== 'Visible' && standing.has(name))
      .map(({ name }) => name),
  );
  const end = endOf(write);
  if (end && keepsOld && outOfSight.delete(end.name)) {
    worksheets.getItem(end.name).visibility = 'Visible';
    write.shown = end.name;
  }
  for (const sheet of sheets) writeLinks(put(sheet), sheet, oursOf(sheet, write));
  for (const sheet of sheets) if (drawn.has(sheet.name)) writeCategories(put(sheet), sheet);
  for (const sheet of sheets)
    // Its panes it has from when it was seen: where it is not, some Excels refuse them.
    if (!keepsOld || !outOfSight.has(sheet.name)) writePanes(put(sheet), sheet);
  if (end) showTop(worksheets.getItem(end.name), end);
  else worksheets.getItem(front.name).activate();
  const written = new Set(sheets.map(({ name }) => name));
  write.hidden = worksheets.items
    .filter(({ name, visibility }) => visibility === 'Visible' && !written.has(name))
    .map(({ name }) => name)
    .filter(hides);
  for (const name of [...unseen(write).map((sheet) => sheet.name), ...write.hidden])
    worksheets.getItem(name).visibility = 'Hidden';
  for (const sheet of sheets) writePage(put(sheet), sheet);
}

/** Clears away what writes that broke off long ago have left. */
export async function clearLeftBehind({ worksheets }: Asked, requests: Requests): Promise<void> {
  const left = worksheets.items.filter(({ name }) => isLeftBehind(name));
  left.forEach(deleteSheet);
  // Somebody else may be clearing them away at this moment; what is left, the next write clears.
  if (left.length > 0) await requests.send().catch(() => undefined);
}
