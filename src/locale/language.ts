import { english } from './english';
import type { Speech } from './speech';
import { vietnamese } from './vietnamese';

/**
 * The languages a person can be spoken to in, in the order the pane goes through them; the first is
 * the source. A further one is a file and its line here. Official forms and reports are Vietnamese
 * in any.
 */
const SPOKEN = { vi: vietnamese, en: english } satisfies Record<string, Speech>;

export type Language = keyof typeof SPOKEN;

export const LANGUAGES = Object.keys(SPOKEN) as readonly Language[];

/** All that is said in a language. */
export function speechOf(language: Language): Speech {
  return SPOKEN[language];
}

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((one) => one === text);
}

export function languageAfter(language: Language): Language {
  return LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length];
}

/** What the button that goes on to the next language is called: as that calls itself. */
export function nextName(language: Language): string {
  return SPOKEN[languageAfter(language)].name;
}
