import type { Catalogue } from './catalogue';
import type { CliTexts } from './cli-texts';
import type { OneFileTexts } from './one-file-texts';
import type { UiTexts } from './ui-texts';
import type { Words } from './words';

/** All that is said in one language; what is missing does not compile. */
export interface Speech {
  /** What the language calls itself. */
  name: string;
  sentences: Catalogue;
  words: Words;
  commandLine: CliTexts;
  /** The words of a page, which loads those of one language alone. */
  oneFile(): Promise<OneFileTexts>;
  pane(): Promise<UiTexts>;
}
