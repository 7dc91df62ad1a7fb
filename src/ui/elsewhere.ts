/** Whether the person works outside the pane now: in Excel's grid, in another window. */
export interface Elsewhere {
  readonly isElsewhere: boolean;
  stop(): void;
}

/**
 * To give the focus to something in the pane meanwhile would take what is typed into the sheet;
 * `onBack` is the time for it. Who comes back by pressing on something in the pane says where they
 * are: a focus given then would scroll the pane away under the pointer, and the press would be
 * lost.
 */
export function watchElsewhere(onBack: () => void): Elsewhere {
  let isElsewhere = false;
  let isPressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    clearTimeout(timer);
    // A press that ends over the sheet is told to the sheet.
    isPressed = false;
    isElsewhere = true;
  };
  const comeBack = () => {
    isElsewhere = false;
    clearTimeout(timer);
    // The press that brings the focus is told before it or after, by the browser.
    if (!isPressed) timer = setTimeout(onBack);
  };
  const press = () => {
    isPressed = true;
    clearTimeout(timer);
  };
  const release = () => {
    isPressed = false;
  };
  const listeners = [
    ['blur', leave],
    ['focus', comeBack],
    ['pointerdown', press],
    ['pointerup', release],
    ['pointercancel', release],
  ] as const;
  // In the capturing phase, for what stops an event from going on stops no press.
  for (const [event, heard] of listeners)
    window.addEventListener(event, heard, { capture: event.startsWith('pointer') });
  return {
    get isElsewhere() {
      return isElsewhere;
    },
    stop: () => {
      clearTimeout(timer);
      for (const [event, heard] of listeners)
        window.removeEventListener(event, heard, { capture: event.startsWith('pointer') });
    },
  };
}
