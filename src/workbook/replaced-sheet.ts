/**
 * What a sheet is called while it is kept hidden because a later one replaced it. Names of sheets
 * hold 31 characters: where the whole mark has no room, it stands without its brackets.
 */
export function replacedName(name: string): string {
  const whole = `${name} (cũ)`;
  return whole.length <= SHEET_NAME ? whole : `${name} cũ`;
}

/** The name of the sheet that was replaced; any other name stays what it is. */
export function nameReplaced(name: string): string {
  return name.replace(/ (?:\(cũ\)|cũ)$/i, '');
}

/** Characters of a sheet's name (Excel specifications and limits). */
export const SHEET_NAME = 31;
