import { knownAt } from '../../known/known';
import { toldByBoth } from '../consolidation/told-by-both';
import type { InForce } from '../ledger/in-force';
import { periodLabel, type Period } from '../period/period';
import { expectedTiles, type Plan } from '../plan/plan';
import { chosenPath } from '../plan/two-paths';
import { pathWords } from '../plan/words';
import { formatDate } from '../../text/date';

/** *Hai đường*: what is said of it under the tables, and to the office on *Kiểm soát*. */

/** So many rows are named; more are a matter of the plan. */
const NAMED = 20;

/**
 * Who reported by two paths, by the plan's own register: whether the sums agree or not, for one
 * commune that is late makes them differ.
 */
export function pathNotes(plan: Plan, period: Period, inForce: InForce): string[] {
  const rows = new Map<string, string[]>();
  for (const { code: row, above, below, under } of toldByBoth(plan, inForce, period)) {
    const said = above.map(
      ({ code, name }) =>
        `${name} và ${knownAt(below, code).length}/${knownAt(under, code).length} đơn vị`,
    );
    const more = said.length > NAMED_PATHS ? `; và ${said.length - NAMED_PATHS} đơn vị khác` : '';
    const text = said.slice(0, NAMED_PATHS).join('; ') + more;
    rows.set(text, [...(rows.get(text) ?? []), row]);
  }
  const parts = [...rows].map(([text, codes]) => `${codes.join(', ')}: ${text}`);
  const more = parts.length > NAMED ? '; và chỉ tiêu, biểu khác' : '';
  return parts.length === 0
    ? []
    : [
        `Hai đường báo cáo (đơn vị cấp trên và đơn vị trực thuộc cùng báo cáo). ${parts.slice(0, NAMED).join('. ')}${more}. Nếu số của cấp trên đã gồm cấp dưới thì tổng bị cộng trùng; đề nghị chọn một đường hoặc xác nhận ở Kiểm tra kế hoạch.`,
      ];
}

/** So many agencies are named for a row. */
const NAMED_PATHS = 3;

/** Whose figures were chosen, by whom; of a quarter for each of its months. */
export function chosenPathNotes(plan: Plan, period: Period): string[] {
  const codes = new Map<string, Set<string>>();
  const rows = new Map((plan.paths ?? []).map((one) => [`${one.table} ${one.code}`, one]));
  const holding = expectedTiles(plan, period).flatMap((tile) =>
    [...rows.values()].flatMap((row) => {
      const choice = chosenPath(plan, row, tile.id);
      return choice ? [{ tile, choice }] : [];
    }),
  );
  for (const { tile, choice } of holding) {
    const { code, path, who, day } = choice;
    const by = [who, day ? formatDate(day) : ''].filter(Boolean).join(', ');
    const text = `${periodLabel(tile)}: ${pathWords.write(path).toLowerCase()}${by ? ` (${by})` : ''}`;
    codes.set(text, (codes.get(text) ?? new Set()).add(code));
  }
  const parts = [...codes].map(([text, own]) => `${[...own].join(', ')}, ${text}`);
  return parts.length === 0 ? [] : [`Đường báo cáo đã chọn (số được tính): ${parts.join('; ')}.`];
}
