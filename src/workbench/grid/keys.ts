/** What a key means on the grid, as in Excel; null leaves it to the browser. */
export type GridAction =
  | { kind: 'move'; rows: number; columns: number; extends: boolean; jumps: boolean }
  | { kind: 'page'; direction: 1 | -1; extends: boolean }
  | { kind: 'row-start' | 'sheet-start' | 'sheet-end'; extends: boolean }
  | { kind: 'select-all' | 'edit' | 'clear' | 'undo' | 'redo' | 'open-list' | 'find' }
  | { kind: 'type'; text: string };

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

export function gridAction({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): GridAction | null {
  const control = ctrlKey || metaKey;
  if (altKey) return key === 'ArrowDown' ? { kind: 'open-list' } : null;
  const arrow = ARROWS[key];
  if (arrow)
    return { kind: 'move', rows: arrow[0], columns: arrow[1], extends: shiftKey, jumps: control };
  switch (key) {
    case 'Enter':
      return { kind: 'move', rows: shiftKey ? -1 : 1, columns: 0, extends: false, jumps: false };
    case 'Tab':
      return { kind: 'move', rows: 0, columns: shiftKey ? -1 : 1, extends: false, jumps: false };
    case 'PageDown':
      return { kind: 'page', direction: 1, extends: shiftKey };
    case 'PageUp':
      return { kind: 'page', direction: -1, extends: shiftKey };
    case 'Home':
      return { kind: control ? 'sheet-start' : 'row-start', extends: shiftKey };
    case 'End':
      return control ? { kind: 'sheet-end', extends: shiftKey } : null;
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
      return { kind: 'clear' };
    case 'Backspace':
      return { kind: 'type', text: '' };
  }
  if (control) {
    switch (key.toLowerCase()) {
      case 'a':
        return { kind: 'select-all' };
      case 'f':
        return { kind: 'find' };
      case 'z':
        return { kind: shiftKey ? 'redo' : 'undo' };
      case 'y':
        return { kind: 'redo' };
    }
    return null;
  }
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
}
