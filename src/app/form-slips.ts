import { figureKey } from '../domain/ledger/in-force';
import type { StatForm } from '../domain/plan/stat-form';
import { medianOf } from '../domain/rules/chance';
import { isNear } from '../domain/rules/last-figures';
import type { Observation } from '../domain/submission/submission';
import { looseColumns } from './far-from-own';

const SLIPS = [10, 100, 1000];
const ENOUGH = 20;
const GROWN = 3;

type Figures = ReadonlyMap<string, number>;

interface Cell {
  observation: Observation;
  value: number;
  last: number;
  usual: number;
}

interface ColumnSlip {
  observation: Observation;
  value: number;
  times: number;
  last: number;
}

/**
 * Columns of a statistics form, or single cells of them, that are 10, 100 or 1.000 times what they
 * were while the rest of the form is as ever. Where an identity ties a column to others it says so
 * itself.
 */
export function columnSlips(
  form: StatForm,
  observations: readonly Observation[],
  before: readonly (Figures | undefined)[],
): ColumnSlip[] {
  const loose = new Set(looseColumns(form));
  const own = observations.filter(
    (one) => one.of === 'form' && one.code === form.code && loose.has(one.measure),
  );
  const cells = own.flatMap((one) => cellOf(one, before) ?? []);
  const columns = [...loose].map((column) =>
    cells.filter(({ observation }) => observation.measure === column),
  );
  const growth = columns.map((some) => growthOf(some));
  const whole = wholeSlip(columns);
  if (whole) return [whole];
  const found = columns.flatMap((some, at): ColumnSlip[] => {
    const beside = growth.filter((one, index) => index !== at && one !== null) as number[];
    const times = slipOf(total(some));
    if (some.length < 2 || times === undefined || beside.some((one) => one > GROWN)) return [];
    const [most] = [...some].sort((a, b) => b.last - a.last);
    return [{ observation: most.observation, value: most.value, times, last: most.last }];
  });
  if (found.length > 0) return found;
  return cells.flatMap((cell): ColumnSlip[] => {
    const times = slipOf(cell);
    const beside = cells
      .filter((one) => one !== cell)
      .map(({ value, last }) => value / Math.max(1, last));
    if (times === undefined || beside.length === 0 || medianOf(beside) > GROWN) return [];
    return [{ observation: cell.observation, value: cell.value, times, last: cell.last }];
  });
}

/** The whole form with a digit too many, or in another unit: every column by the same power. */
function wholeSlip(columns: readonly (readonly Cell[])[]): ColumnSlip | null {
  const known = columns.filter((some) => total(some).last >= ENOUGH);
  const [first, ...others] = known.map((some) => slipOf(total(some)));
  if (first === undefined || others.length === 0 || others.some((times) => times !== first))
    return null;
  const cells = known.flat();
  const most = cells.reduce((a, b) => (b.last > a.last ? b : a));
  return { observation: most.observation, value: most.value, times: first, last: most.last };
}

function cellOf(observation: Observation, before: readonly (Figures | undefined)[]): Cell | null {
  const past = before
    .map((figures) => figures?.get(figureKey(observation)))
    .filter((one) => one !== undefined);
  const { value, state } = observation;
  const last = before.at(-1)?.get(figureKey(observation));
  if (last === undefined || typeof value !== 'number' || state !== 'ok') return null;
  return { observation, value, last, usual: past.reduce((all, one) => all + one, 0) / past.length };
}

function total(cells: readonly Cell[]): Pick<Cell, 'value' | 'last' | 'usual'> {
  const add = (of: 'value' | 'last' | 'usual') => cells.reduce((all, one) => all + one[of], 0);
  return { value: add('value'), last: add('last'), usual: add('usual') };
}

function growthOf(cells: readonly Cell[]): number | null {
  const { value, last } = total(cells);
  return last === 0 ? null : value / last;
}

function slipOf({
  value,
  last,
  usual,
}: Pick<Cell, 'value' | 'last' | 'usual'>): number | undefined {
  if (last < ENOUGH) return undefined;
  return SLIPS.find(
    (times) => isNear(value, times * last, 1.6) && isNear(value, times * usual, 1.8),
  );
}
