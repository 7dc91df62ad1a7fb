import type { Language } from './language';
import { uiEn } from './ui-en';
import type { UiTexts } from './ui-texts';
import { uiVi } from './ui-vi';

const UI: Record<Language, UiTexts> = { vi: uiVi, en: uiEn };

/** The words of the pane in the reader's language. */
export function uiTexts(language: Language): UiTexts {
  return UI[language];
}
