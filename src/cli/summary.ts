import { SAMPLE_MARK } from '../domain/template/identity';
import { cliTexts } from '../locale/cli-texts-of';
import { findingSentence } from '../locale/sentence';
import { speechOf, type Language } from '../locale/language';
import { print, printTable } from './output';
import type { CheckedFile } from '../domain/submission/submission';
import type { Consolidation } from '../domain/consolidation/consolidation';

export function hasErrors(file: CheckedFile): boolean {
  return file.verdict === 'errors' || file.verdict === 'unreadable';
}

/**
 * The summary people read in the terminal: coverage, the indicators, the tasks, the files with
 * errors.
 */
export function printSummary(
  result: Consolidation,
  files: readonly CheckedFile[],
  language: Language,
): void {
  if (result.sample) print(`*** ${SAMPLE_MARK} ***`);
  const texts = cliTexts(language);
  const { period, expected, received, accepted, missing, returned } = result;
  print(
    texts.summary({
      period,
      expected,
      received,
      accepted,
      missing: missing.length,
      returned: returned.length,
    }),
  );
  if (result.blank.length > 0) print(texts.blankBefore(result.blank.join(', ')));
  const number = (value: number | null, decimals: number) =>
    value === null ? '' : texts.number(value, decimals);
  printTable([
    texts.indicatorHeadings,
    ...result.indicators.map((one) => [
      one.code,
      number(one.numerator, 6),
      number(one.denominator, 6),
      one.value === null ? '' : number(one.value, 2) + (one.unit === '%' ? '%' : ` ${one.unit}`),
      `${one.reported}/${one.expected}`,
      speechOf(language).words.judged(one, texts.indicatorStatus),
    ]),
  ]);
  printTable([
    texts.taskHeadings,
    ...result.tasks.map((one) => [
      one.code,
      `${one.done}/${one.assigned}`,
      texts.taskStatus[one.status],
    ]),
  ]);
  for (const form of result.forms)
    print(texts.form(form.form, form.reported, form.expected, form.complete));
  for (const file of files.filter(hasErrors)) {
    const first = file.findings.find((finding) => finding.severity === 'error');
    const where = first?.sheet ? `[${first.sheet}] ` : '';
    print(
      `${file.file}: ${first ? where + findingSentence(first, language) : texts.verdicts[file.verdict]}`,
    );
  }
}
