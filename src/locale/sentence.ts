import type { CatalogueEntry } from '../domain/rules/catalogue';
import { finding, type Finding, type FindingCode } from '../domain/finding/finding';
import type { PlanFaultCode } from '../domain/plan/read-plan';
import type { CommandNoteCode } from '../app/refusals';
import type { Refusal } from '../domain/result';
import type { Catalogue, OwnFileCode } from './catalogue';
import { speechOf, type Language } from './language';
import { withPeriodNames } from './period-name';

export { isLanguage, languageAfter, LANGUAGES, type Language } from './language';

/** The sentence of a finding: where, what, and what to do. */
export function findingSentence(finding: Finding, language: Language): string {
  const { sentences: catalogue, words } = speechOf(language);
  const sentence = catalogue.findings[finding.code] as (
    facts: Finding['facts'],
    at: string,
  ) => string;
  const text = sentence(
    withPeriodNames(finding.facts, words.periods),
    finding.cell === null ? '' : catalogue.at(finding.cell),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a file of the office's own is not opened. */
export function ownFileSentence(
  { code, facts }: Refusal<Extract<FindingCode, `file-${string}`>>,
  language: Language,
): string {
  const { ownFiles } = speechOf(language).sentences;
  if (!isOwnFileCode(code, ownFiles))
    return findingSentence(finding(code, null, facts as never), language);
  return (ownFiles[code] as (facts: Refusal['facts']) => string)(facts);
}

function isOwnFileCode(code: string, known: Catalogue['ownFiles']): code is OwnFileCode {
  return Object.hasOwn(known, code);
}

/** The sentence of what the catalogue of defects lists, as it is said at a cell. */
export function exampleSentence(
  { code, severity, example }: CatalogueEntry,
  language: Language,
): string {
  const found = {
    code,
    severity,
    facts: example,
    sheet: 'Biểu chỉ tiêu',
    cell: 'D12',
    cause: null,
  };
  return findingSentence(found as Finding, language);
}

export type SpokenRefusal = Refusal<keyof Catalogue['refusals'] | PlanFaultCode>;

export function refusalSentence(refusal: SpokenRefusal, language: Language): string {
  const { code } = refusal;
  const { sentences: catalogue, words } = speechOf(language);
  const facts = withPeriodNames(refusal.facts, words.periods);
  if (!isPlanFault(code)) return catalogue.refusals[code](facts);
  // A plan is refused by the first fault of its tables, said as where the plan is checked.
  const sentence = catalogue.findings[code] as (facts: Refusal['facts'], at: string) => string;
  const more =
    typeof facts.more === 'number' && facts.more > 0 ? catalogue.andMore(facts.more) : '';
  return (
    catalogue.inSheet(String(facts.sheet)) +
    sentence(facts, catalogue.at(String(facts.cell))) +
    more
  );
}

/** What a command says beside its work. */
export function noteSentence(
  code: CommandNoteCode,
  facts: Refusal['facts'],
  language: Language,
): string {
  const { sentences, words } = speechOf(language);
  return sentences.notes[code](withPeriodNames(facts, words.periods));
}

/** A sentence said of a cell of the workbook: "[Sổ số liệu] Ô F12: …". */
export function placedSentence(
  sheet: string,
  cell: string,
  sentence: string,
  language: Language,
): string {
  const catalogue = speechOf(language).sentences;
  return catalogue.inSheet(sheet) + catalogue.at(cell) + sentence;
}

/** A sheet of a workbook, or one of its cells, within a sentence. */
export function placeName(sheet: string, cell: string | null, language: Language): string {
  return speechOf(language).sentences.place(sheet, cell);
}

function isPlanFault(code: SpokenRefusal['code']): code is PlanFaultCode {
  return code.startsWith('plan-fault-');
}
