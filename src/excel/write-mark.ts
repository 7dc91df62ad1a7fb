/**
 * Whose a sheet is while several people write into one workbook. Each write has an id: its passing
 * sheets bear it in their names, and the sheets it has put bear it in a hidden name of their own,
 * so that nobody takes away or takes back what another one wrote.
 */

const PASSING = '~ghi ';
const MARK = 'TongHop_Luot_';
/** No write takes so long: what an older one left, it left when it broke off. */
const OVER_AFTER_MS = 3_600_000;
/** Characters of a time to base 36, until the year 2059. */
const TIME_LENGTH = 8;

export function newWriteId(now = Date.now()): string {
  return `${now.toString(36)}${Math.floor(Math.random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;
}

/** The name of the passing sheet of a write for its n-th sheet; nobody else uses such names. */
export function passingName(write: string, number: number): string {
  return `${PASSING}${write}-${number}`;
}

export function isPassingOf(write: string, name: string): boolean {
  return name.startsWith(`${PASSING}${write}-`);
}

/**
 * A passing sheet that a write which broke off left behind; one whose time cannot be read is
 * somebody's own.
 */
export function isLeftBehind(name: string, now = Date.now()): boolean {
  const time = new RegExp(`^${PASSING}([0-9a-z]{${TIME_LENGTH}})`).exec(name)?.[1];
  return time !== undefined && now - parseInt(time, 36) > OVER_AFTER_MS;
}

/** Puts the mark of a write on a sheet, in place of the one it has. */
export function mark(
  worksheet: Excel.Worksheet,
  write: string,
  before: string | null = null,
): void {
  if (before !== null) worksheet.names.getItem(MARK + before).delete();
  worksheet.names.add(MARK + write, '=1').visible = false;
}

/** Takes a mark off and gives the sheet the one it had before. */
export function unmark(worksheet: Excel.Worksheet, write: string, before: string | null): void {
  worksheet.names.getItem(MARK + write).delete();
  if (before !== null) mark(worksheet, before);
}

/** All figures of the write are in place: what comes after it is looks only. */
export function markAllPut(worksheet: Excel.Worksheet, write: string): void {
  worksheet.names.getItem(MARK + write).formula = '=2';
}

/** Whether the names of its first sheet say that all figures of a write are in place. */
export function areAllPut(names: Excel.NamedItemCollection, write: string): boolean {
  return names.items.some(({ name, formula }) => name === MARK + write && String(formula) === '=2');
}

/**
 * Stops the batch, before anything of it is done, where another write has put the sheet since it
 * was looked at.
 */
export function mustBear(worksheet: Excel.Worksheet, write: string): void {
  worksheet.names.getItem(MARK + write).visible = false;
}

/** Names of a sheet among which its mark is; to be read with the next request. */
export function namesOf(worksheet: Excel.Worksheet): Excel.NamedItemCollection {
  const { names } = worksheet;
  names.load('items/name,items/formula');
  return names;
}

/** The write a sheet was put by last; null for one that none has put yet. */
export function markIn(names: Excel.NamedItemCollection): string | null {
  return names.items.find(({ name }) => name.startsWith(MARK))?.name.slice(MARK.length) ?? null;
}

/**
 * How a sheet stands, for whoever writes it anew from what was read: the write that put it and how
 * far it reaches, since rows are added to a list without another mark.
 */
export function standsAs(mark: string | null, rows: number): string {
  return `${mark ?? ''}/${rows}`;
}

/** Whether nobody has put a sheet since; of a list also whether no rows were added. */
export function stoodAs(
  then: string | null | undefined,
  now: string | null,
  isList: boolean,
): boolean {
  const marked = (stands: string | null) =>
    isList ? stands : (stands?.replace(/\/\d+$/, '') ?? null);
  return marked(then ?? null) === marked(now);
}
