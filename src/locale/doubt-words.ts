import type { DoubtCounts, DoubtKind } from '../domain/plan-check/doubt-kinds';
import type { Language } from './language';

/** What is to be done about a point of the plan, before the point. */
export const DOUBT_KINDS: Record<Language, Record<DoubtKind, string>> = {
  vi: { fault: 'Cần sửa', confirm: 'Cần xác nhận', review: 'Cần xem lại', note: 'Để biết' },
  en: { fault: 'To correct', confirm: 'To confirm', review: 'To review', note: 'Note' },
};

/** Over the points of one kind, with how many there are. */
export function doubtHeading(kind: DoubtKind, count: number, language: Language): string {
  return `${HEADINGS[language][kind]} (${count})`;
}

const HEADINGS: typeof DOUBT_KINDS = {
  vi: { ...DOUBT_KINDS.vi, review: 'Điểm cần xem lại (theo văn bản)' },
  en: { ...DOUBT_KINDS.en, review: 'To review (the decision itself says so)' },
};

/** "Cần xác nhận 7; điểm cần xem lại (theo văn bản) 12; để biết 0". */
export function doubtCounts(counts: DoubtCounts, language: Language): string {
  const kinds: DoubtKind[] = counts.fault > 0 ? ['fault'] : ['confirm', 'review', 'note'];
  const said = kinds.map((kind) => `${lowered(HEADINGS[language][kind])} ${counts[kind]}`);
  const text = said.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * "7 điểm cần xác nhận, 12 điểm cần xem lại (theo văn bản)"; "" where nobody has to do anything.
 */
export function doubtsInWords({ confirm, review }: DoubtCounts, language: Language): string {
  const said = COUNTED[language](confirm, review);
  return said.filter((_, index) => [confirm, review][index] > 0).join(', ');
}

const COUNTED: Record<Language, (confirm: number, review: number) => [string, string]> = {
  vi: (confirm, review) => [
    `${confirm} điểm cần xác nhận`,
    `${review} điểm cần xem lại (theo văn bản)`,
  ],
  en: (confirm, review) => [
    `${points(confirm)} to confirm`,
    `${points(review)} to review (of the decision itself)`,
  ],
};

function points(count: number): string {
  return `${count} ${count === 1 ? 'point' : 'points'}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
