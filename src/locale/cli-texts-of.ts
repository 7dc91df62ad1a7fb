import type { CliTexts } from './cli-texts';
import { speechOf, type Language } from './language';

export function cliTexts(language: Language): CliTexts {
  return speechOf(language).commandLine;
}
