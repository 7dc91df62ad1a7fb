import { matchKey } from '../../text/normal-form';
import { agencyMatcher } from '../agency/match-agency';
import type { Level } from '../agency/agency';
import type { Plan } from '../plan/plan';
import { LEVEL_GROUP } from '../report/words';
import type { IndicatorMeasure, Scope, Span, TaskMeasure } from './figure-source';
import { namesPeriod } from './period-named';
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
    const both = /^(\S+?)[.:]? ?[-.:]? (.+)$/u.exec(key);
    const coded = both ? byCode.get(both[1]) : undefined;
    const codes = byName(coded === undefined ? key : both![2]) ?? [];
    if (coded === undefined) return codes;
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
    return known.get(text)!;
  };
}

/** What the headings over a column say, from the highest to the lowest. */
export interface ColumnSays {
  indicators: readonly string[];
  scope: Scope | null;
  span: Span | null;
  measure: IndicatorMeasure | null;
  taskMeasure: TaskMeasure | null;
  /** They say two things that exclude each other, or something our reports do not have. */
  isContrary: boolean;
}

/** A heading that is longer describes something else. */
const LONGEST = 60;

export function columnReader(
  indicators: RowNamer,
  scopes: ScopeNamer,
): (headings: readonly string[]) => ColumnSays {
  return (headings) => {
    const says: ColumnSays = {
      indicators: [],
      scope: null,
      span: null,
      measure: null,
      taskMeasure: null,
      isContrary: false,
    };
    for (const heading of headings) {
      const codes = indicators(heading);
      if (codes.length > 0) {
        if (says.indicators.length > 0) says.isContrary = true;
        says.indicators = codes;
        continue;
      }
      const scope = scopes(heading);
      if (scope) {
        if (says.scope) says.isContrary = true;
        says.scope = scope;
        continue;
      }
      if (heading.length > LONGEST) continue;
      const measure = measureIn(heading);
      const span = measure === 'change' ? null : spanIn(heading);
      if (span && says.span && says.span !== span) says.isContrary = true;
      if (measure === 'change' && matchKey(heading).includes(LAST_YEAR)) says.isContrary = true;
      says.span = span ?? says.span;
      says.measure = measure ?? says.measure;
      says.taskMeasure = taskMeasureIn(heading) ?? says.taskMeasure;
    }
    return says;
  };
}

const LAST_YEAR = matchKey('cùng kỳ');
const CUMULATIVE = ['lũy kế', 'cộng dồn', 'từ đầu năm'].map(matchKey);
const PREVIOUS = new RegExp(`(?:tháng|${matchKey('quý')}|${matchKey('kỳ')}|năm) trước`, 'u');
const OWN = new RegExp(
  `trong (?:tháng|${matchKey('quý')}|${matchKey('kỳ')}|năm)|(?:tháng|${matchKey('quý')}|${matchKey('kỳ')}) (?:này|báo cáo)`,
  'u',
);

function spanIn(heading: string): Span | null {
  const key = matchKey(heading);
  if (key.includes(LAST_YEAR)) return 'same-period-last-year';
  if (CUMULATIVE.some((word) => key.includes(word))) return 'cumulative';
  if (PREVIOUS.test(key)) return 'previous';
  return OWN.test(key) || namesPeriod(heading) ? 'period' : null;
}

const CHANGE = /tăng ?[,/-]? ?(?:và |hoặc )?giảm|chênh lệch|so với/u;
const STATUS = /đánh giá|đạt ?\/ ?(?:không|chưa) đạt/u;
const VALUE = new RegExp(
  `^(?:%|${matchKey('tỷ lệ')}.*|(?:kết quả|giá trị|số liệu)(?: (?:thực hiện|đạt được|trong|tháng|${matchKey('quý')}|${matchKey('kỳ')}).*)?|thực hiện.*)$`,
  'u',
);

function measureIn(heading: string): IndicatorMeasure | null {
  const key = matchKey(heading);
  const bare = key.replace(/\([^()]*\)/gu, '').trim();
  if (CHANGE.test(key)) return 'change';
  if (STATUS.test(key)) return 'status';
  if (/^tử(?: số)?$/u.test(bare)) return 'numerator';
  if (/^mẫu(?: số)?$/u.test(bare)) return 'denominator';
  return VALUE.test(bare || key.replace(/[()]/gu, '')) ? 'value' : null;
}

function taskMeasureIn(heading: string): TaskMeasure | null {
  const bare = matchKey(heading)
    .replace(/\([^()]*\)/gu, '')
    .trim();
  if (/^(?:số|tổng số).* được giao$|^được giao$/u.test(bare)) return 'assigned';
  if (/^(?:số .*)?(?:đã )?hoàn thành$/u.test(bare)) return 'done';
  return /^(?:tình trạng|trạng thái|tiến độ|đánh giá)/u.test(bare) ? 'status' : null;
}
