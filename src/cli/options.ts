import { isLanguage, LANGUAGES, type Language } from '../locale/language';
import { isCivilDate } from '../text/date';
import { refuseWith } from './refused';

/** The options of all commands, as they were typed; each command is given its own alone. */
export interface Options {
  json?: string;
  out?: string;
  period?: string;
  agency?: string[];
  common?: boolean;
  year?: string;
  province?: string;
  column?: string[];
  form?: string[];
  list?: string;
  annotate?: string;
  ledger?: string;
  /** Of a command that takes several. */
  ledgers?: string[];
  plan?: string[];
  archive?: string[];
  names?: boolean;
  level?: string;
  in?: string[];
  partial?: boolean;
  acceptIncomplete?: boolean;
  received?: string;
  /** A day of receipt that is likely mistyped is a refusal, not a word beside the work. */
  checkReceived?: boolean;
  asOf?: string;
  word?: string;
  printSet?: string;
  wordTemplate?: string;
  language: Language;
}

export function required(value: string | undefined, option: string): string {
  return value ?? refuseWith('cli-option-missing', { option });
}

export function dateOption(value: string | undefined, option: string): string | null {
  if (value === undefined) return null;
  return isCivilDate(value) ? value : refuseWith('cli-date', { option, found: value });
}

export function assertLanguage(text: string | undefined): Language {
  if (text === undefined) return LANGUAGES[0];
  return isLanguage(text)
    ? text
    : refuseWith('cli-language', { found: text, allowed: LANGUAGES.join('|') });
}
