/** The languages a person can be spoken to in; official forms and reports are Vietnamese in any. */
export type Language = 'vi' | 'en';

/** In the order the pane goes through them; the first is the source. */
const IN_ORDER: Record<Language, true> = { vi: true, en: true };
export const LANGUAGES = Object.keys(IN_ORDER) as readonly Language[];

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((one) => one === text);
}

export function languageAfter(language: Language): Language {
  return LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length];
}
