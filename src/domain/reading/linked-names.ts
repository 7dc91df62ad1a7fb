import type { Workbook } from '../../workbook/workbook';

/** A part of a formula that stands in another workbook: "[T8.xlsx]Sheet1!C5", "'[1]Sheet 1'!C5". */
const ELSEWHERE = /\[[^\]]+\][^[\]]*!/;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/**
 * Whether a formula takes its value from another workbook by a name that is defined so, at once or
 * by other names: "=Thang8" where Thang8 is "[T8.xlsx]Sheet1!C5". Null where no name is, as in
 * nearly every form: then no formula need be looked at.
 */
export function linkedByName(workbook: Workbook): ((formula: string) => boolean) | null {
  const defined = [workbook.names, ...workbook.sheets.map(({ names }) => names)].flatMap((names) =>
    [...names].map(([name, formula]) => ({ name: keyOf(name), formula })),
  );
  const linked = new Set(
    defined.filter(({ formula }) => ELSEWHERE.test(formula)).map(({ name }) => name),
  );
  if (linked.size === 0) return null;
  const mentions = (formula: string) =>
    (formula.match(WORD) ?? []).some((word) => linked.has(keyOf(word)));
  for (let before = 0; before < linked.size;) {
    before = linked.size;
    for (const { name, formula } of defined) if (mentions(formula)) linked.add(name);
  }
  return mentions;
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
