/** What is counted, in words, and the unit it is counted in. */
export interface Part {
  name: string;
  unit: string;
}

/** The named presets of a plan's table (Loại). `computed` is counted from the task table and never asked in a form. */
export type IndicatorKind = 'ratio' | 'satisfaction' | 'reduction' | 'duration' | 'increase' | 'count' | 'computed';

/**
 * How base periods become a longer period: flows are summed, stocks and cumulative figures take the last. `flow-of-constant`: the
 * numerator is a flow, the denominator one figure of the year (dự toán được giao), of which each agency's last counts.
 */
export type OverTime = 'flow' | 'flow-of-constant' | 'stock' | 'cumulative' | 'from-tasks';

/** Everything that is decided of an indicator's figures; each is a choice of its own. */
export interface Choices {
  /** What an agency types: two parts, one figure, or nothing (the table of tasks says it). */
  typed: 'parts' | 'figure' | 'tasks';
  /** The result is so many times numerator ÷ denominator: 1, or 100 for a percentage. */
  scale: 1 | 100;
  /** Whether a part is whole follows from its unit where it is a part of a whole or a figure of its own, else it may be any number. */
  decimals: 'by-unit' | 'any';
  sign: 'not-negative';
  /** Of figures their sum, of parts the sums of either. */
  overAgencies: 'sum' | 'sum-of-parts';
  overTime: OverTime;
  /** The numerator is part of the denominator: it cannot exceed it. */
  partOfWhole: boolean;
  comparedWith: 'nothing' | 'previous-period';
  /** Which way is better, where the sentence of a target leaves it open. */
  better: 'higher' | 'lower' | 'as-target-says';
  /** Agencies of one level come to similar results, so that one far from all others is looked at. */
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
}

type Preset = Pick<Choices, 'scale' | 'comparedWith' | 'better' | 'alike'>;

const SHARE: Preset = { scale: 100, comparedWith: 'nothing', better: 'as-target-says', alike: true };

/** The seven kinds a plan names, as choices; what they leave open a plan's table says in columns of its own. */
const PRESETS: Record<IndicatorKind, Preset> = {
  ratio: SHARE,
  satisfaction: SHARE,
  // How far costs can be cut differs from one office to the next.
  reduction: { ...SHARE, alike: false },
  duration: { ...SHARE, scale: 1, better: 'lower' },
  increase: { ...SHARE, comparedWith: 'previous-period', better: 'higher' },
  count: SHARE,
  computed: SHARE,
};

export function choicesOf({ kind, overTime, denominator, partOfWhole }: Measured): Choices {
  const preset = PRESETS[kind];
  const typed = kind === 'computed' ? 'tasks' : denominator ? 'parts' : 'figure';
  const isFigure = denominator === null;
  return {
    ...preset,
    typed,
    scale: isFigure ? 1 : preset.scale,
    decimals: partOfWhole || isFigure ? 'by-unit' : 'any',
    sign: 'not-negative',
    overAgencies: isFigure ? 'sum' : 'sum-of-parts',
    overTime,
    partOfWhole,
  };
}
