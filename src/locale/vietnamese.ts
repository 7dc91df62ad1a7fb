import { cliVi } from './cli-texts';
import { vi } from './vi';
import type { Speech } from './speech';
import { wordsVi } from './words-vi';

/** Vietnamese, the source, whole. */
export const vietnamese: Speech = {
  name: 'Tiếng Việt',
  sentences: vi,
  words: wordsVi,
  commandLine: cliVi,
  oneFile: async () => (await import('./one-file-texts')).oneFileVi,
  pane: async () => (await import(/* webpackPrefetch: true */ './ui-vi')).uiVi,
};
