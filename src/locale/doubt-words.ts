import type { DoubtCounts, DoubtKind } from '../domain/plan-check/doubt-kinds';

/** How one language says what is doubtful in a plan. */
export interface DoubtWords {
  /** What is to be done about a point of the plan, before the point. */
  kinds: Record<DoubtKind, string>;
  /** Over the points to review, which are the decision's own. */
  reviewHeading: string;
  counted(confirm: number, review: number): [string, string];
}

/** Over the points of one kind, with how many there are. */
export function doubtHeading(kind: DoubtKind, count: number, words: DoubtWords): string {
  return `${headingOf(kind, words)} (${count})`;
}

const headingOf = (kind: DoubtKind, { kinds, reviewHeading }: DoubtWords) =>
  kind === 'review' ? reviewHeading : kinds[kind];

/** "Cần xác nhận 7; điểm cần xem lại (theo văn bản) 12; để biết 0". */
export function doubtCounts(counts: DoubtCounts, words: DoubtWords): string {
  const kinds: DoubtKind[] = counts.fault > 0 ? ['fault'] : ['confirm', 'review', 'note'];
  const said = kinds.map((kind) => `${lowered(headingOf(kind, words))} ${counts[kind]}`);
  const text = said.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * "7 điểm cần xác nhận, 12 điểm cần xem lại (theo văn bản)"; "" where nobody has to do anything.
 */
export function doubtsInWords({ confirm, review }: DoubtCounts, words: DoubtWords): string {
  const said = words.counted(confirm, review);
  return said.filter((_, index) => [confirm, review][index] > 0).join(', ');
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
