/** What a key means on the grid, as in Excel; null leaves it to the browser. */
export type GridAction =
  | { kind: 'move'; rows: number; columns: number; extends: boolean; jumps: boolean }
  | { kind: 'page'; direction: 1 | -1; extends: boolean }
  | { kind: 'row-start' | 'sheet-start' | 'sheet-end'; extends: boolean }
  | { kind: 'select-all' | 'edit' | 'clear' | 'undo' | 'redo' | 'open-list' | 'find' }
  | { kind: 'type'; text: string };

/** What moves the selection, or its end. */
export type Movement = Extract<GridAction, { extends: boolean }>;

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What a key means with or without Shift, and with or without Ctrl. */
type Meaning = (isShift: boolean, isControl: boolean) => GridAction | null;

const step = (rows: number, columns: number): GridAction => ({
  ...{ kind: 'move', rows, columns, extends: false, jumps: false },
});

const NAMED = new Map<string, Meaning>([
  ...Object.entries(ARROWS).map(([key, [rows, columns]]): [string, Meaning] => [
    key,
    (isShift, isControl) => ({ kind: 'move', rows, columns, extends: isShift, jumps: isControl }),
  ]),
  ['Enter', (isShift) => step(isShift ? -1 : 1, 0)],
  ['Tab', (isShift) => step(0, isShift ? -1 : 1)],
  ['PageDown', (isShift) => ({ kind: 'page', direction: 1, extends: isShift })],
  ['PageUp', (isShift) => ({ kind: 'page', direction: -1, extends: isShift })],
  [
    'Home',
    (isShift, isControl) => ({ kind: isControl ? 'sheet-start' : 'row-start', extends: isShift }),
  ],
  ['End', (isShift, isControl) => (isControl ? { kind: 'sheet-end', extends: isShift } : null)],
  ['F2', () => ({ kind: 'edit' })],
  ['Delete', () => ({ kind: 'clear' })],
  ['Backspace', () => ({ kind: 'type', text: '' })],
]);

/** Letters with Ctrl. */
const WITH_CONTROL = new Map<string, Meaning>([
  ['a', () => ({ kind: 'select-all' })],
  ['f', () => ({ kind: 'find' })],
  ['z', (isShift) => ({ kind: isShift ? 'redo' : 'undo' })],
  ['y', () => ({ kind: 'redo' })],
]);

export function gridAction({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): GridAction | null {
  const control = ctrlKey || metaKey;
  if (altKey) return key === 'ArrowDown' ? { kind: 'open-list' } : null;
  const named = NAMED.get(key);
  if (named) return named(shiftKey, control);
  if (control) return WITH_CONTROL.get(key.toLowerCase())?.(shiftKey, control) ?? null;
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
}
