import type { FindingFacts } from '../domain/finding/finding';
import type { Sentence, WriteNumber } from '../domain/rules/sentence';
import { SENTENCES, type RuleCode } from '../domain/rules/sentences';

/**
 * The sentences the folders of the rules bring, in one of their two languages, numbers written as
 * that language does. A further language says them in its own file, as all other codes.
 */
export function ruleSentences(
  language: keyof (typeof SENTENCES)[RuleCode],
  n: WriteNumber,
): { [Code in RuleCode]: (facts: FindingFacts[Code], at: string) => string } {
  const said = Object.entries(SENTENCES).map(([code, both]) => {
    const sentence = both[language] as Sentence<RuleCode>;
    return [code, (facts: FindingFacts[RuleCode], at: string) => sentence(facts, at, n)];
  });
  return Object.fromEntries(said) as ReturnType<typeof ruleSentences>;
}
