import { cliEn } from './cli-texts';
import { en } from './en';
import type { Speech } from './speech';
import { wordsEn } from './words-en';

/** English, whole. */
export const english: Speech = {
  name: 'English',
  sentences: en,
  words: wordsEn,
  commandLine: cliEn,
  oneFile: async () => (await import('./one-file-texts')).oneFileEn,
  pane: async () => (await import(/* webpackPrefetch: true */ './ui-en')).uiEn,
};
