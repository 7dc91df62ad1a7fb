import { matchKey } from '../../text/normal-form';

/** What is counted, in words, and the unit it is counted in. */
export interface Part {
  name: string;
  unit: string;
}

/**
 * The named presets of a plan's table (Loại). `computed` is counted from the task table and never
 * asked in a form.
 */
export type IndicatorKind =
  | 'ratio'
  | 'satisfaction'
  | 'reduction'
  | 'duration'
  | 'increase'
  | 'count'
  | 'computed'
  /**
   * The province's own figure (GRDP), a rank and an index: one agency says it, nobody else is
   * asked.
   */
  | 'own-figure'
  | 'rank'
  | 'index'
  /** A count that every agency has to reach by itself ("mỗi xã tối thiểu 05"). */
  | 'each-unit'
  /** An answer, Có or Không unless the plan lists others. */
  | 'yes-no'
  /** So many of ten thousand inhabitants. */
  | 'per-ten-thousand'
  /** Whose target is how much it changes on the same period of the year before. */
  | 'against-last-year';

/**
 * How base periods become a longer period: flows are summed, stocks and cumulative figures take the
 * last. `flow-of-constant`: the numerator is a flow, the denominator one figure of the year (dự
 * toán được giao), of which each agency's last counts.
 */
export type OverTime = 'flow' | 'flow-of-constant' | 'stock' | 'cumulative' | 'from-tasks';

/** Larger units of money, that annexes may tell it in. */
export type PrintedIn = 'nghìn đồng' | 'triệu đồng' | 'tỷ đồng';

/**
 * How many decimals a figure may have: none, up to two, up to four, or any. More are asked about,
 * never refused.
 */
export type Decimals = 'whole' | 'two' | 'four' | 'any';

/**
 * How the figures of agencies make the province's: added up, one agency's alone, the largest or
 * smallest of them, or not at all, for
 * each is judged by itself and the province has "n/N đơn vị đạt".
 */
export type OverAgencies = 'added' | 'owner' | 'each' | 'largest' | 'smallest';

/** The result is so many times numerator ÷ denominator: of a hundred (%), of a thousand (‰)… */
export type Scale = 1 | 100 | 1000 | 10000;

/**
 * What a target is held against instead of the figure: its change on the same period last year or
 * on the period before, in per cent of that or as a difference (of percentages: in points).
 */
export type Compared =
  | 'last-year-percent'
  | 'last-year-difference'
  | 'before-percent'
  | 'before-difference';

/** An answer by its number, which the ledger keeps, and its word. */
export interface Answer {
  value: number;
  word: string;
}

/** Everything that is decided of an indicator's figures; each is a choice of its own. */
export interface Choices {
  /** What an agency types: two parts, one figure, one of some answers, or nothing (of tasks). */
  typed: 'parts' | 'figure' | 'answer' | 'tasks';
  /** What may be answered; empty where figures are typed. */
  answers: readonly Answer[];
  scale: Scale;
  /**
   * `by-unit`: things that are counted are whole, where they are a part of a whole or a figure of
   * their own; a fraction is an error. `unasked`: of other ratios.
   */
  decimals: 'by-unit' | 'unasked' | Decimals;
  /** Growth, change and balance may be below 0. */
  sign: 'not-negative' | 'any';
  overAgencies: OverAgencies;
  overTime: OverTime;
  /** The numerator is part of the denominator: it cannot exceed it. */
  partOfWhole: boolean;
  comparedWith: 'nothing' | 'previous-period' | 'last-year';
  /** What its targets are held against where that is not the figure itself. */
  compared: Compared | null;
  /** Which way is better, where the sentence of a target leaves it open. */
  better: 'higher' | 'lower' | 'as-target-says';
  /**
   * Agencies of one level come to similar results, so that one far from all others is looked at.
   */
  alike: boolean;
}

/** What a plan's table says of an indicator that its measure is made of. */
export interface Measured {
  kind: IndicatorKind;
  overTime: OverTime;
  numerator: Part;
  /** Null for a count. */
  denominator: Part | null;
  partOfWhole: boolean;
  /** Absent: as its unit says. */
  decimals?: Decimals;
  /** Absent: not below 0. */
  sign?: 'any';
  /** Absent: as its kind says. */
  overAgencies?: OverAgencies;
  /** Absent: as its kind says. */
  scale?: Scale;
  /** Absent: as its kind says. */
  compared?: Compared;
  /** Only of answers: what may be answered, as the plan lists it; absent: Có, Không. */
  answers?: string[];
}

type Preset = Pick<Choices, 'scale' | 'comparedWith' | 'better' | 'alike' | 'overAgencies'> & {
  decimals?: Decimals;
  compared?: Compared;
};

const SHARE: Preset = {
  overAgencies: 'added',
  scale: 100,
  comparedWith: 'nothing',
  better: 'as-target-says',
  alike: true,
};

/**
 * The kinds a plan names, as choices; what they leave open a plan's table says in columns of its
 * own.
 */
const PRESETS: Record<IndicatorKind, Preset> = {
  ratio: SHARE,
  satisfaction: SHARE,
  // How far costs can be cut differs from one office to the next.
  reduction: { ...SHARE, alike: false },
  duration: { ...SHARE, scale: 1, better: 'lower' },
  increase: { ...SHARE, comparedWith: 'previous-period', better: 'higher' },
  count: SHARE,
  computed: SHARE,
  'own-figure': { ...SHARE, overAgencies: 'owner' },
  rank: { ...SHARE, overAgencies: 'owner', better: 'lower' },
  index: { ...SHARE, overAgencies: 'owner', decimals: 'any' },
  'each-unit': { ...SHARE, overAgencies: 'each' },
  'yes-no': { ...SHARE, overAgencies: 'each', decimals: 'whole', alike: false },
  'per-ten-thousand': { ...SHARE, scale: 10000 },
  'against-last-year': { ...SHARE, comparedWith: 'last-year', compared: 'last-year-percent' },
};

/** What a kind multiplies its parts by, where a plan's table says nothing more. */
export function scaleOf(kind: IndicatorKind): Scale {
  return PRESETS[kind].scale;
}

/** How a kind goes over agencies, where a plan's table says nothing more. */
export function overAgenciesOf(kind: IndicatorKind): OverAgencies {
  return PRESETS[kind].overAgencies;
}

export function choicesOf(measured: Measured): Choices {
  const { kind, overTime, denominator, partOfWhole, decimals, sign, overAgencies } = measured;
  const { scale, compared, answers = ['Có', 'Không'] } = measured;
  const preset = PRESETS[kind];
  const isFigure = denominator === null;
  const decimalsUnsaid = partOfWhole || isFigure ? 'by-unit' : 'unasked';
  return {
    ...preset,
    typed: typedOf(kind, isFigure),
    answers: kind === 'yes-no' ? answers.map(answerOf) : [],
    scale: isFigure ? 1 : (scale ?? preset.scale),
    decimals: decimals ?? preset.decimals ?? decimalsUnsaid,
    sign: sign ?? 'not-negative',
    overAgencies: overAgencies ?? preset.overAgencies,
    overTime,
    partOfWhole,
    comparedWith: compared ? BASE[compared] : preset.comparedWith,
    compared: compared ?? preset.compared ?? null,
  };
}

function typedOf(kind: IndicatorKind, isFigure: boolean): Choices['typed'] {
  if (kind === 'computed') return 'tasks';
  if (kind === 'yes-no') return 'answer';
  return isFigure ? 'figure' : 'parts';
}

/** "Có", "0 = trực tuyến"; without a number of its own an answer has the one of its place. */
function answerOf(written: string, index: number): Answer {
  const key = matchKey(written);
  if (key === 'có') return { value: 1, word: written };
  if (key === 'không') return { value: 0, word: written };
  const sides = written.split('=').map((side) => side.trim());
  const code = sides.find((side) => /^\d+$/.test(side));
  if (code === undefined || sides.length !== 2) return { value: index + 1, word: written };
  return { value: Number(code), word: sides.find((side) => side !== code) ?? code };
}

const BASE: Record<Compared, Choices['comparedWith']> = {
  'last-year-percent': 'last-year',
  'last-year-difference': 'last-year',
  'before-percent': 'previous-period',
  'before-difference': 'previous-period',
};
