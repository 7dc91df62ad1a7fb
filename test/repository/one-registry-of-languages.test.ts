import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { AFTER_FIRST, FIRST } from '../../src/locale/first-language';
import { LANGUAGES, nextName, speechOf, type Language } from '../../src/locale/language';

/**
 * A further language is its own file and its line in the list of languages: nobody else tells one
 * language from another.
 */
const root = resolve(__dirname, '../..');
/** The list itself, and what is said before the list is loaded. */
const LISTS = /^src\/locale\/(language|first-language)\.ts$/;
/** Two languages stand in a rule's folder; others say it in their own file (decision 012). */
const OF_RULES = /^src\/domain\/rules\/sentences\.ts$/;

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .filter((path) => !LISTS.test(path) && !OF_RULES.test(path));

/** What reads as a choice between languages: a code as a text, a type or a key. */
function choices(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const isCode = (text: string) => LANGUAGES.some((code) => code === text);
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    const isText = ts.isStringLiteralLike(node) && isCode(node.text) && !isOthers(parent);
    const isKey =
      (ts.isPropertyAssignment(node) || ts.isPropertySignature(node)) &&
      isCode(node.name.getText());
    if (isText || isKey) found.push(`${path}: ${parent.getText().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The order of letters, the signs of numbers, and an engine's own: no words of ours. */
function isOthers(parent: ts.Node): boolean {
  const asks = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  if (asks)
    return /\.localeCompare$|^(Model|Intl\.\w+|ruleSentences)$/.test(parent.expression.getText());
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'locale';
}

it('nobody but the list of languages tells one from another', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.flatMap(choices)).toEqual([]);
});

it('the first screen offers the language that comes after the first', () => {
  expect(FIRST).toBe(LANGUAGES[0]);
  expect(AFTER_FIRST).toBe(nextName(FIRST));
});

it.each(LANGUAGES)('%s says its sentences without those of another', async (language) => {
  const others = LANGUAGES.filter((other) => other !== language);
  const own = new Set(await sentencesOf(language));
  expect(own.size).toBeGreaterThan(200);
  for (const other of others)
    expect((await sentencesOf(other)).filter((text) => own.has(text))).toEqual([]);
});

async function sentencesOf(language: Language): Promise<string[]> {
  const { pane, oneFile, ...said } = speechOf(language);
  return texts([said, await pane(), await oneFile()]).filter(isSentence);
}

function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(texts);
}

/** Names and abbreviations are the same in any language. */
const isSentence = (text: string) => text.split(' ').length > 3;
