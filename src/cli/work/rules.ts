import { catalogue } from '../../domain/rules/catalogue';
import { cliTexts } from '../../locale/cli-texts-of';
import { exampleSentence } from '../../locale/sentence';
import { mustTakeJson, printTable, writeJson } from '../output';
import { type Options } from '../options';

/**
 * What the check finds: code, numbers of the catalogue of defects, severity, and an example of the
 * sentence people read.
 */
export function rules(options: Options): number {
  mustTakeJson(options.json);
  const list = catalogue().map((one) => {
    const { code, defects, severity } = one;
    return { code, defects, severity, sentence: exampleSentence(one, options.language) };
  });
  if (options.json) writeJson(options.json, list);
  const { severities } = cliTexts(options.language);
  if (options.json !== '-')
    printTable(
      list.map(({ code, defects, severity, sentence }) => [
        code,
        defects.join(','),
        severities[severity],
        sentence,
      ]),
    );
  return 0;
}
