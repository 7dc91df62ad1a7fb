import { COLUMN_ROLES, type ColumnRole } from '../domain/appendix/read-appendix';
import { matchKey } from '../text/normal-form';
import { LANGUAGES, speechOf, type Language } from './language';

export function columnRoleWord(role: ColumnRole, language: Language): string {
  return speechOf(language).words.columnRoles[role];
}

/** The role a word of any language or a code names; null for any other. */
export function readColumnRole(word: string): ColumnRole | null {
  const key = matchKey(word);
  const isNamed = (role: ColumnRole) =>
    LANGUAGES.some((language) => matchKey(columnRoleWord(role, language)) === key);
  return COLUMN_ROLES.find((role) => role === key || isNamed(role)) ?? null;
}
