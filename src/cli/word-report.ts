import type { ReportFacts } from '../domain/written-report/facts';
import { cliTexts } from '../locale/cli-texts-of';
import { reportFields } from '../locale/listed-fields';
import { fieldValues } from '../locale/report-fields';
import { ownFileSentence } from '../locale/sentence';
import type { Language } from '../locale/language';
import { writtenReport } from '../locale/written-report';
import { fieldKey } from '../text/field-key';
import type { FilledTemplate, TemplateRefusal } from '../word/template';
import { wordPart } from '../xlsx/word/read';
import { isAsWritten } from '../xlsx/write/workbook';
import type { Options } from './options';
import { readBytes, shown } from './files';
import { loadPlan } from './load';
import { mustTakeJson, printTable, say, writeJson } from './output';
import { refuseWith } from './refused';
import { isFree, mustBeWritable, mustDiffer } from './write-files';

/**
 * The report in Word, or the office's own template filled with what it asks for; the writer is
 * loaded when one is asked for.
 */
export async function wordReport(facts: ReportFacts, options: Options): Promise<FilledTemplate> {
  const path = options.wordTemplate;
  if (path === undefined) {
    const { writeDocument } = await import('../word/write');
    return { bytes: await writeDocument(writtenReport(facts)), troubles: [] };
  }
  const { fillTemplate } = await import('../word/template');
  const filled = await fillTemplate(readBytes(path), fieldValues(facts));
  return filled.ok ? filled.value : refuseTemplate(path, filled.refusal, options.language);
}

/** Says before any work is done that a template can be filled. */
export async function mustBeTemplate({ word, wordTemplate, language }: Options): Promise<void> {
  if (wordTemplate === undefined) return;
  if (word === undefined) refuseWith('cli-option-missing', { option: '--word F.docx' });
  await fieldsOf(wordTemplate, language);
}

/** The fields a template asks for. */
async function fieldsOf(path: string, language: Language) {
  const { templateFields } = await import('../word/template');
  const asked = templateFields(readBytes(path));
  return asked.ok ? asked.value : refuseTemplate(path, asked.refusal, language);
}

function refuseTemplate(path: string, refusal: TemplateRefusal, language: Language): never {
  const { code } = refusal;
  if (code === 'word-template-macros' || code === 'word-template-not-docx')
    return refuseWith(code, { file: shown(path) });
  const reason = ownFileSentence({ ...refusal, code }, language);
  return refuseWith('word-template-unreadable', { file: shown(path), reason });
}

/** What a template may ask for, and what a given one asks for in vain. */
export async function wordFields(planFile: string, options: Options): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  mustDiffer(planFile, options.wordTemplate, options.json);
  mustTakeJson(options.json);
  const fields = reportFields(loaded, options.language);
  const known = new Set(fields.map(({ name }) => fieldKey(name)));
  const path = options.wordTemplate;
  const { fields: asked, torn } =
    path === undefined ? { fields: [], torn: [] } : await fieldsOf(path, options.language);
  const { fieldName } = await import('../word/fill-part');
  const isKnown = (inner: string) => {
    const name = fieldName(inner);
    return name === null || known.has(name);
  };
  const unknown = asked.filter((inner) => !isKnown(inner));
  if (options.json) {
    const template = path === undefined ? null : { fields: asked, unknown, torn };
    writeJson(options.json, { version: 1, plan: loaded.id, fields, template });
  }
  const texts = cliTexts(options.language);
  if (options.json !== '-')
    printTable(fields.map(({ name, kind, means }) => [texts.fieldForms[kind](name), means]));
  if (path !== undefined) say(texts.fieldsAsked(asked.length, unknown.length));
  for (const field of unknown) say(texts.templateTroubles.unknown(field));
  for (const beside of torn) say(texts.templateTroubles.torn(beside));
  return unknown.length + torn.length > 0 ? 1 : 0;
}

/** So may a report in Word; whoever works in one keeps it. */
export function mustBeDocument(path: string): void {
  mustBeWritable(path);
  if (isFree(path)) return;
  const bytes = readBytes(path);
  if (wordPart(bytes) === null || !isAsWritten(bytes))
    refuseWith('cli-would-overwrite', { path: shown(path) });
}
