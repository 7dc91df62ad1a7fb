import { knownAt } from '../../known/known';
import { matchKey } from '../../text/normal-form';
import { agencyMatcher } from '../agency/match-agency';
import type { Level } from '../agency/agency';
import type { Plan } from '../plan/plan';
import { LEVEL_GROUP } from '../report/words';
import type { IndicatorMeasure, Scope, Span, TaskMeasure } from './figure-source';
import { phrasesIn, type PhraseSays } from './heading-words';
import { withoutNumbering } from './texts-over';

/**
 * What labels and headings of a provincial table say: of what, of whom, of which span, which
 * measure.
 */

/** Rows of the plan that a text names: none, one, or several that share the name. */
export type RowNamer = (text: string) => readonly string[];

/**
 * By code ("K07"), by name, or by both ("K07. Tỷ lệ …"); a code beside another row's name names
 * none.
 */
export function rowNamer(rows: readonly { code: string; name: string }[]): RowNamer {
  const named = new Map<string, string[]>();
  const add = (key: string, code: string) =>
    named.set(key, [...new Set([...(named.get(key) ?? []), code])]);
  const byCode = new Map(rows.map(({ code }) => [matchKey(code), code]));
  for (const { code, name } of rows) add(withoutNumbering(matchKey(name)), code);
  const byName = (key: string) =>
    named.get(withoutNumbering(key)) ?? named.get(withoutUnit(withoutNumbering(key)));
  return (text) => {
    const key = matchKey(text);
    const code = byCode.get(key);
    if (code !== undefined) return [code];
    // "Thu ngân sách" of the indicator THU begins with no code.
    const named = byName(key);
    if (named !== undefined) return named;
    const both = /^(\S+?)[.:]? ?[-.:]? (.+)$/u.exec(key);
    const coded = both ? byCode.get(both[1]) : undefined;
    if (coded === undefined) return [];
    const codes = byName(both![2]) ?? [];
    return codes.includes(coded) ? [coded] : [];
  };
}

/** "Tỷ lệ hồ sơ (%)" is "Tỷ lệ hồ sơ". */
function withoutUnit(key: string): string {
  return key.replace(/ ?\([^()]{1,12}\)$/u, '');
}

const PROVINCE = [
  'Tổng',
  'Tổng số',
  'Tổng cộng',
  'Cộng',
  'Toàn tỉnh',
  'Chung toàn tỉnh',
  'Kết quả chung',
];
const LEVELS: Record<Level, readonly string[]> = {
  tinh: [
    LEVEL_GROUP.tinh,
    'Các sở, ban, ngành',
    'Các sở, ban, ngành tỉnh',
    'Cấp tỉnh',
    'Sở, ngành',
  ],
  huyen: [LEVEL_GROUP.huyen, 'UBND cấp huyện', 'Cấp huyện', 'UBND các huyện, thị xã, thành phố'],
  xa: [
    LEVEL_GROUP.xa,
    'Ủy ban nhân dân cấp xã',
    'UBND cấp xã',
    'Cấp xã',
    'UBND các xã, phường, thị trấn',
  ],
};
const SCOPES: ReadonlyMap<string, Scope> = new Map([
  ...PROVINCE.map((word): [string, Scope] => [matchKey(word), { kind: 'province' }]),
  ...(Object.keys(LEVELS) as Level[]).flatMap((level) =>
    LEVELS[level].map((word): [string, Scope] => [matchKey(word), { kind: 'level', level }]),
  ),
]);

/** Whom a text names: the province, a level or one agency; null when nobody or not for certain. */
export type ScopeNamer = (text: string) => Scope | null;

export function scopeNamer(plan: Plan): ScopeNamer {
  const match = agencyMatcher(plan.agencies);
  const known = new Map<string, Scope | null>();
  const read = (text: string): Scope | null => {
    const key = matchKey(text);
    const group = SCOPES.get(key) ?? SCOPES.get(withoutNumbering(key));
    if (group) return group;
    for (const name of new Set([text, withoutNumbering(key)])) {
      const found = match(name);
      if (found.kind === 'code' || found.kind === 'name')
        return { kind: 'agency', agency: found.agency.code };
    }
    return null;
  };
  return (text) => {
    // A name is never as long as a sentence, and most cells are figures.
    if (text.length > 120 || !/\p{L}|^\d{3,6}$/u.test(text)) return null;
    if (!known.has(text)) known.set(text, read(text));
    return knownAt(known, text);
  };
}

/** What the headings over a column say, from the highest to the lowest. */
export interface ColumnSays {
  indicators: readonly string[];
  scope: Scope | null;
  /** The scope is said by a word of sums, which may as well be the denominator: "Tổng số". */
  isSum: boolean;
  span: Span | null;
  measure: IndicatorMeasure | null;
  taskMeasure: TaskMeasure | null;
  /** The unit that figures under it have: "%", or one of the plan's in brackets. */
  unit: string | null;
  /** Every word of every heading is of what our reports have. */
  isUnderstood: boolean;
  /** They say two things that exclude each other, or something our reports do not have. */
  isContrary: boolean;
}

/** Over groups of columns, and no part of which figure it is. */
const GROUPS = new Set(['Chỉ tiêu', 'Các chỉ tiêu', 'Nhiệm vụ', 'Các nhiệm vụ'].map(matchKey));
const SUMS = new Set(['Tổng', 'Tổng số', 'Tổng cộng', 'Cộng'].map(matchKey));

export function columnReader(
  indicators: RowNamer,
  scopes: ScopeNamer,
  units: readonly string[],
): (headings: readonly string[]) => ColumnSays {
  const named = new Map(units.map((unit) => [`(${matchKey(unit)})`, unit]));
  return (headings) => {
    const says: ColumnSays = {
      indicators: [],
      scope: null,
      isSum: false,
      span: null,
      measure: null,
      taskMeasure: null,
      unit: null,
      isUnderstood: true,
      isContrary: false,
    };
    const phrases: PhraseSays[] = [];
    const scopesSaid: Scope[] = [];
    for (const [level, heading] of headings.entries()) {
      if (GROUPS.has(matchKey(heading)) && level < headings.length - 1) continue;
      const codes = indicators(heading);
      if (codes.length > 0) {
        if (says.indicators.length > 0) says.isContrary = true;
        says.indicators = codes;
        continue;
      }
      const scope = scopes(heading);
      if (scope) {
        scopesSaid.push(scope);
        says.isSum = SUMS.has(matchKey(heading));
        continue;
      }
      const key = matchKey(heading);
      const unit = [...named.keys()].find((one) => key.endsWith(one) && one !== '(%)');
      if (unit !== undefined) says.unit = knownAt(named, unit);
      const found = phrasesIn(unit === undefined ? key : key.slice(0, -unit.length));
      if (found) phrases.push(...found);
      else says.isUnderstood = false;
    }
    scopesSaid.push(...phrases.flatMap(({ level }) => (level ? [scopeOf(level)] : [])));
    says.scope = scopesSaid.at(-1) ?? null;
    if (scopesSaid.length > 1) says.isContrary = true;
    const figure = figureSaid(phrases, says.unit);
    return figure ? { ...says, ...figure } : { ...says, isContrary: true };
  };
}

function scopeOf(level: Level | 'province'): Scope {
  return level === 'province' ? { kind: 'province' } : { kind: 'level', level };
}

/** What figure the phrases say together; null when they exclude each other. */
function figureSaid(
  phrases: readonly PhraseSays[],
  unit: string | null,
): Pick<ColumnSays, 'span' | 'measure' | 'taskMeasure' | 'unit'> | null {
  const some = (key: keyof PhraseSays) => phrases.some((one) => one[key] === true);
  const measures = onlyOne(
    phrases.flatMap(({ measure, groups }) => (measure && !groups ? [measure] : [])),
  );
  const spans = onlyOne(phrases.flatMap(({ span }) => (span ? [span] : [])));
  const tasks = onlyOne(phrases.flatMap(({ taskMeasure }) => (taskMeasure ? [taskMeasure] : [])));
  // "Tháng 1 + tháng 2" is neither.
  const names = onlyOne(phrases.flatMap(({ named }) => (named ? [named] : [])));
  if ([measures, spans, tasks, names].includes(null)) return null;
  const measure = measures ?? (some('groups') ? 'value' : null);
  if (isOfOtherMeasure(some, measure, unit) || isOfOtherSpan(some, measure, spans)) return null;
  const span = measure === 'change' ? null : (spans ?? (some('isYear') ? 'period' : null));
  return { span, measure, taskMeasure: tasks ?? null, unit: some('isRatio') ? '%' : unit };
}

type Some = (key: keyof PhraseSays) => boolean;

/** "Tỷ lệ" is of the result, "điểm %" of a change, "số được giao" of a part. */
function isOfOtherMeasure(
  some: Some,
  measure: ColumnSays['measure'],
  unit: string | null,
): boolean {
  const isPart = measure === 'numerator' || measure === 'denominator';
  return (
    (some('isRatio') && (measure !== 'value' || unit !== null)) ||
    (some('isPoints') && measure !== 'change') ||
    (some('counts') && !isPart) ||
    (unit !== null && measure !== null && measure !== 'value')
  );
}

/** "Tăng, giảm so với tháng trước" is of the period, and says what it is compared with. */
function isOfOtherSpan(
  some: Some,
  measure: ColumnSays['measure'],
  span: ColumnSays['span'] | undefined,
): boolean {
  if (some('needsCumulative') && span !== 'cumulative') return true;
  if (measure !== 'change') return some('compares');
  if (some('isYear')) return true;
  if (some('compares')) return span !== 'previous' && span !== 'period';
  return span !== undefined && span !== 'period';
}

/** Undefined for none, null for several different ones. */
function onlyOne<T>(all: readonly T[]): T | undefined | null {
  const [first] = all;
  return all.every((one) => one === first) ? first : null;
}
