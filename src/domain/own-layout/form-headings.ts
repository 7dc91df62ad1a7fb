import { matchKey } from '../../text/normal-form';
import type { PeriodKind } from '../period/period';
import type { StatColumn, StatForm, StatRow } from '../plan/stat-form';
import type { Scope } from './figure-source';
import { phrasesIn } from './heading-words';
import { headingKey, namesOtherKind } from './period-named';
import { withoutNumbering } from './texts-over';
import type { ScopeNamer } from './what-texts-say';

/** What the headings over a column of an office's own table say of a statistics form. */
export interface FormHeadings {
  column: StatColumn;
  /** A row of the form, where rows stand across. */
  row: StatRow | null;
  scope: Scope | null;
  /** Whether the column's own name stands over it, or the form's only figure is meant. */
  isNamed: boolean;
  /** In brackets behind a name, "" for none: "Vốn (triệu đồng)". */
  unit: string;
}

export type HeadingTrouble = 'column-unknown' | 'column-contrary' | 'column-other-kind';

/** A text that names something of a form, and the unit it has in brackets behind. */
interface Named<T> {
  found: readonly T[];
  unit: string;
}

const NOTHING = { found: [], unit: '' };
const IN_BRACKETS = / ?\(([^()]{1,20})\)$/u;

/** The period a heading names is no part of which column it is: "Kế hoạch năm 2026". */
function bare(text: string): string {
  const key = headingKey(text);
  return withoutNumbering(key.replace(/(?<=\p{L})(?: ?\/)? #/gu, ''));
}

/** Who has this name, as it is written or without a unit behind it. */
export function namer<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
): (text: string) => Named<T> {
  const known = new Map<string, T[]>();
  for (const one of all) {
    const key = bare(nameOf(one));
    known.set(key, [...(known.get(key) ?? []), one]);
  }
  return (text) => {
    const key = bare(text);
    const whole = known.get(key);
    if (whole) return { found: whole, unit: '' };
    const behind = IN_BRACKETS.exec(key);
    const found = behind ? known.get(key.slice(0, behind.index)) : undefined;
    return behind && found ? { found, unit: behind[1] } : NOTHING;
  };
}

export interface HeadingWords {
  form: StatForm;
  /** Whether the form's rows stand across. */
  hasRowsAcross: boolean;
  scopes: ScopeNamer;
  kindFilled: PeriodKind;
}

/** What is gathered over a column, from the lowest heading up. */
interface Said {
  columns: readonly StatColumn[];
  isColumnNamed: boolean;
  row: StatRow | null;
  scope: Scope | null;
  unit: string;
}

export function formHeadingReader(
  words: HeadingWords,
): (texts: readonly string[]) => FormHeadings | HeadingTrouble {
  const { form } = words;
  const columnsNamed = namer(form.columns, ({ name }) => name);
  const rowsNamed = namer(words.hasRowsAcross ? form.rows : [], ({ name }) => name);
  const isTitle = (text: string) => matchKey(text) === matchKey(form.title);
  const groupsOf = (text: string, columns: readonly StatColumn[]) =>
    columns.filter(({ group, over }) => [group, over ?? ''].some((one) => isNamed(one, text)));

  /** Takes one text in; a trouble where it says nothing of the form, or something else again. */
  const take = (said: Said, text: string, isLowest: boolean): Said | HeadingTrouble => {
    const { found, unit } = isLowest ? columnsNamed(text) : NOTHING;
    if (found.length > 0) return { ...said, columns: found, isColumnNamed: true, unit };
    const grouped = isLowest ? [] : groupsOf(text, said.columns);
    if (grouped.length > 0) return { ...said, columns: grouped };
    if (!isLowest && groupsOf(text, form.columns).length > 0) return 'column-contrary';
    const row = rowsNamed(text);
    if (row.found.length > 0)
      return said.row || row.found.length > 1
        ? 'column-contrary'
        : { ...said, row: row.found[0], unit: said.unit || row.unit };
    const scope = words.scopes(text);
    if (scope) return said.scope ? 'column-contrary' : { ...said, scope };
    return isTitle(text) ? said : takePhrases(said, text, words.kindFilled);
  };

  return (texts) => {
    let said: Said = {
      ...{ columns: form.columns.filter(isFigure), isColumnNamed: false, row: null },
      ...{ scope: null, unit: '' },
    };
    for (const [index, text] of [...texts].reverse().entries()) {
      const next = take(said, text, index === 0);
      if (typeof next === 'string') return next;
      said = next;
    }
    const { columns, row, scope, unit, isColumnNamed } = said;
    // One figure only a row can have needs no name over it.
    if (!isColumnNamed && form.columns.filter(isFigure).length > 1) return 'column-unknown';
    if (columns.length !== 1) return 'column-contrary';
    return { column: columns[0], row, scope, unit, isNamed: isColumnNamed };
  };
}

export function isFigure({ typed = 'number' }: StatColumn): boolean {
  return typed === 'number';
}

function isNamed(name: string, text: string): boolean {
  return name !== '' && bare(name) === bare(text);
}

/** "Kết quả", "Trong quý": says that it is the period's own figure, or nothing of a form. */
function takePhrases(said: Said, text: string, kind: PeriodKind): Said | HeadingTrouble {
  const phrases = phrasesIn(text);
  const isPlain = phrases?.every(
    ({ measure, span, isYear, isRatio }) =>
      !isRatio && (measure === 'value' || span === 'period' || isYear === true),
  );
  if (!isPlain) return 'column-unknown';
  return namesOtherKind(text, 'period', kind) ? 'column-other-kind' : said;
}
