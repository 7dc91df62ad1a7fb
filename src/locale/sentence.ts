import type { Finding } from '../domain/rules/finding';
import type { Refusal } from '../domain/result';
import type { Catalogue } from './catalogue';
import { en } from './en';
import { vi } from './vi';

export type Language = 'vi' | 'en';

const CATALOGUES: Record<Language, Catalogue> = { vi, en };

/** The sentence of a finding: where, what, and what to do. */
export function findingSentence(finding: Finding, language: Language): string {
  const catalogue = CATALOGUES[language];
  const sentence = catalogue.findings[finding.code] as (facts: Finding['facts'], at: string) => string;
  const text = sentence(finding.facts, finding.cell === null ? '' : catalogue.at(finding.cell));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export type SpokenRefusal = Refusal<keyof Catalogue['refusals']>;

export function refusalSentence(refusal: SpokenRefusal, language: Language): string {
  return CATALOGUES[language].refusals[refusal.code](refusal.facts);
}
