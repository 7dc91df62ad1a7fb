/**
 * npm run rules    writes the lists of the rules from the folders under src/domain/rules
 *
 * A rule is a folder (docs/adding-a-rule.md); nobody edits a list. With --check nothing is written:
 * the lists that are not what the folders give are printed, and there being any is exit 1.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatted } from './formatted.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'src/domain/rules';
const codes = readdirSync(join(root, folder), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const nameOf = (code) => code.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const lines = (write) => codes.map(write).join('\n');
const WRITTEN =
  '// Written by `npm run rules` from the folders of the rules; not edited by hand.\n\n';

const lists = {
  [`${folder}/registry.ts`]: `
    import { inOrder, isPast } from './order';
    import type { PastRule, Rule } from './rule';
    ${lines((code) => `import { ${nameOf(code)} } from './${code}/${code}';`)}

    /** Every rule, in the order it is run. */
    export const RULES: readonly Rule[] = inOrder([${codes.map(nameOf).join(', ')}]);

    /** Those that can be asked with what the ledger knows of before. */
    export const PAST_RULES: readonly PastRule[] = RULES.filter(isPast);`,
  [`${folder}/sentences.ts`]: `
    import type { Sentence } from './sentence';
    ${lines((code) => `import * as ${nameOf(code)} from './${code}/${code}.sentences';`)}

    export type RuleCode = ${codes.map((code) => `'${code}'`).join(' | ')};

    /** What every rule says, in the languages of its folder. */
    export const SENTENCES: {
      [Code in RuleCode]: { vi: Sentence<Code>; en: Sentence<Code> };
    } = {
      ${lines((code) => `'${code}': ${nameOf(code)},`)}
    };`,
  'test/defects/rule-cases.ts': `
    ${lines((code) => `import { cases as ${nameOf(code)} } from '../../${folder}/${code}/${code}.cases';`)}

    /** The cases beside every rule. */
    export const RULE_CASES = {
      ${lines((code) => `'${code}': ${nameOf(code)},`)}
    };`,
};

let differing = 0;
for (const [path, text] of Object.entries(lists)) {
  const file = join(root, path);
  const wanted = formatted(file, WRITTEN + text);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the folders of the rules give: npm run rules`);
    differing++;
  } else writeFileSync(file, wanted);
}
process.exitCode = differing > 0 ? 1 : 0;
