import { judgedAs, type Judged } from '../domain/report/words';
import type { IndicatorStatus } from '../domain/consolidation/consolidation';
import type { Language } from './language';

/** How an indicator stands, in the words of a screen: Vietnamese as the official tables say it. */
export function judgedSaid(
  one: Judged,
  words: Record<IndicatorStatus, string>,
  language: Language,
): string {
  return JUDGED[language](one, words);
}

type Words = Record<IndicatorStatus, string>;

const JUDGED: Record<Language, (one: Judged, words: Words) => string> = {
  vi: (one) => judgedAs(one),
  en: english,
};

function english(one: Judged, words: Words): string {
  const { status, progress, unitsMet, unitsJudged } = one;
  if (status === 'not-due' && typeof progress === 'number')
    return `${progress.toFixed(2)}% of the year’s target`;
  return unitsJudged ? `${words[status]} (${unitsMet} of ${unitsJudged} agencies)` : words[status];
}
