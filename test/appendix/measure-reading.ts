import type { AppendixPlan } from '../../src/app/plan-from-appendix';
import type { AppendixMark, MarkReason } from '../../src/domain/appendix/mark';
import { isBare } from '../../src/domain/appendix/read-targets';
import type { Deadline, Filler, Indicator, Target, Task } from '../../src/domain/plan/plan';
import { matchKey } from '../../src/text/normal-form';
import type { ExpectedRow } from './samples';

/**
 * What of an appendix was read as a person reads it, what was asked, and what was wrong without a
 * word.
 */
export const FIELDS = ['row', 'section', 'owner', 'deadline', 'target', 'bound'] as const;
export type Field = (typeof FIELDS)[number];
/** `open`: asked where the appendix itself leaves it open, and asking is all a reader can do. */
export interface Count {
  right: number;
  asked: number;
  open: number;
  wrong: string[];
}
export type Tally = Record<Field, Count>;

const OF_TARGET: readonly MarkReason[] = [
  ...(['operator', 'no-target', 'range', 'relative', 'milestone', 'time'] as const),
  ...(['each-unit', 'same-row'] as const),
];
const ASKED_BY: Record<Field, readonly MarkReason[]> = {
  row: ['row', 'heading', 'both', 'kind', 'result'],
  section: ['row', 'heading', 'section-figure'],
  owner: ['agency', 'inherited', 'one-owner', 'several-owners'],
  deadline: ['deadline', 'inherited', 'same-row'],
  target: OF_TARGET,
  bound: OF_TARGET,
};

/** What a heading gives down is an owner or a deadline, as its column says. */
function isOfAnother({ why, heading }: AppendixMark, field: Field): boolean {
  return why === 'inherited' && (heading === 'Thời hạn') !== (field === 'deadline');
}

export function emptyTally(): Tally {
  return Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, asked: 0, open: 0, wrong: [] }]),
  ) as unknown as Tally;
}

type Read = { kind: 'indicator'; row: Indicator } | { kind: 'task'; row: Task };

export function measure(
  expected: readonly ExpectedRow[],
  { plan, marks }: Pick<AppendixPlan, 'plan' | 'marks'>,
): Tally {
  const tally = emptyTally();
  const found: Read[] = [
    ...plan.indicators.map((row) => ({ kind: 'indicator' as const, row })),
    // Of a row that is both the indicator is compared; that it is both was asked.
    ...plan.tasks
      .filter(({ kind }) => kind === 'task')
      .map((row) => ({ kind: 'task' as const, row })),
  ];
  const textOf = (one: Read): string => (one.kind === 'indicator' ? one.row.name : one.row.text);
  for (const want of expected) {
    const at = found.findIndex(
      (one) =>
        one.kind === want.kind &&
        matchKey(textOf(one)) === matchKey(want.text) &&
        sameStt(one.row.stt, want.stt) &&
        (want.code === undefined || one.row.code === want.code),
    );
    if (at < 0) {
      tally.row.wrong.push(`${want.stt} ${want.text}: not read`);
      continue;
    }
    const [read] = found.splice(at, 1);
    const { code } = read.row;
    const isAsked = (field: Field): boolean =>
      marks.some(
        (mark) =>
          mark.code === code && ASKED_BY[field].includes(mark.why) && !isOfAnother(mark, field),
      );
    const score = (field: Field, got: string, wanted: string): void => {
      if (
        got === wanted &&
        (field === 'row' || field === 'section' || field === 'target' || !isAsked(field))
      )
        tally[field].right++;
      else if (isAsked(field)) tally[field][wanted === '' ? 'open' : 'asked']++;
      else tally[field].wrong.push(`${code} ${want.text}: ${got} instead of ${wanted}`);
    };
    score(
      'row',
      want.product === undefined || read.kind === 'indicator' ? '' : read.row.product,
      want.product ?? '',
    );
    score('section', placeOf(read), want.place);
    score('owner', ownersOf(read.row.filledBy), want.owners.split(' ').sort().join(' '));
    score('deadline', deadlineOf(read.row.deadline), want.deadline);
    if (read.kind === 'indicator')
      scoreTargets(
        plan.targets.filter(({ indicator }) => indicator === code),
        read.row,
        want,
        score,
        tally,
        isAsked('bound'),
      );
  }
  for (const one of found) {
    const isAsked = marks.some(
      ({ code, why }) => code === one.row.code && ASKED_BY.row.includes(why),
    );
    if (isAsked) tally.row.asked++;
    else tally.row.wrong.push(`${one.row.code} ${textOf(one)}: nobody asked for it`);
  }
  return tally;
}

/** "1" of a person is "1." of a table; a part written without its letter has one here. */
function sameStt(found: string, wanted: string): boolean {
  return found === wanted;
}

function placeOf(read: Read): string {
  return read.kind === 'indicator'
    ? `${read.row.group}|${read.row.heading}`
    : `${read.row.section}|${read.row.sectionTitle}`;
}

function ownersOf(fillers: readonly Filler[]): string {
  return fillers
    .map((one) => ('agency' in one ? one.agency : 'level' in one ? one.level : `-${one.except}`))
    .sort()
    .join(' ');
}

function deadlineOf(deadline: Deadline | null): string {
  if (deadline === null) return '';
  if (deadline.kind === 'period') return deadline.period;
  if (deadline.kind === 'date') return deadline.date;
  return deadline.kind === 'recurring' ? deadline.every : 'continuous';
}

type Score = (field: Field, got: string, wanted: string) => void;

/**
 * The figure, whom and when it is for; then the bound, which a bare figure leaves open: right only
 * if it is asked.
 */
function scoreTargets(
  targets: readonly Target[],
  { compared }: Indicator,
  want: ExpectedRow,
  score: Score,
  tally: Tally,
  isAsked: boolean,
): void {
  const shown = (target: Target): string =>
    [
      target.to === undefined ? String(target.value) : `${target.value}..${target.to}`,
      target.level,
      target.agency === null ? null : `@${target.agency}`,
      target.from ? `from ${target.from}` : null,
      target.until ? `by ${target.until}` : null,
      target.scope ?? null,
      // Of a milestone it follows from how its figures add up.
      target.assess && !target.until ? target.assess : null,
      compared ? `on ${compared}` : null,
    ]
      .filter((part) => part !== null)
      .join(' ');
  if (want.targets.includes('!')) {
    // No figure can be held: the words must be kept, unconfirmed, and asked.
    const isOpen = isAsked && targets.every(({ confirmed }) => !confirmed);
    if (isOpen) tally.target.open++;
    else tally.target.wrong.push(`${want.text}: ${targets.map(shown).join('; ')} is confirmed`);
    return;
  }
  const wanted = want.targets.map((text) => text.split(' ').slice(1).join(' '));
  score('target', [...targets].map(shown).sort().join('; '), [...wanted].sort().join('; '));
  for (const text of want.targets) {
    const [operator, ...rest] = text.split(' ');
    const target = targets.find((one) => shown(one) === rest.join(' '));
    if (!target) continue;
    if (operator === '?') {
      if (target.confirmed) tally.bound.wrong.push(`${want.text}: ${target.raw} is confirmed`);
      else tally.bound.open++;
    } else if (target.operator === operator && target.confirmed) tally.bound.right++;
    else if (target.operator === operator && isAsked) tally.bound.asked++;
    else if (!target.confirmed && isAsked) tally.bound.asked++;
    else
      tally.bound.wrong.push(
        `${want.text}: ${target.raw} is ${target.operator}${isBare(target.raw) ? ', a bare figure' : ''}`,
      );
  }
}
