/** Whether the person works outside the pane now: in Excel's grid, in another window. */
export interface Elsewhere {
  readonly isElsewhere: boolean;
  stop(): void;
}

/**
 * To give the focus to something in the pane meanwhile would take what is typed into the sheet;
 * `onBack` is the time for it.
 */
export function watchElsewhere(onBack: () => void): Elsewhere {
  let isElsewhere = false;
  const leave = () => {
    isElsewhere = true;
  };
  const comeBack = () => {
    isElsewhere = false;
    onBack();
  };
  window.addEventListener('blur', leave);
  window.addEventListener('focus', comeBack);
  return {
    get isElsewhere() {
      return isElsewhere;
    },
    stop: () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', comeBack);
    },
  };
}
