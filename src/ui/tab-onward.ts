import { useEffect } from 'react';

/** What the Tab key reaches. */
const REACHED = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * In Excel on the web office.js moves the focus by itself, and from what is no control (a step that
 * took the focus, the page) Tab leads out of the pane. Here it goes on as in every browser: to the
 * next control, with Shift to the one before.
 */
export function useTabOnward(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, shiftKey, ctrlKey, altKey, metaKey } = event;
      if (key !== 'Tab' || ctrlKey || altKey || metaKey) return;
      if (!(target instanceof HTMLElement) || target.tabIndex >= 0) return;
      const next = beside(target, shiftKey);
      if (!next) return;
      event.preventDefault();
      // The library listens at the window.
      event.stopPropagation();
      next.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function beside(from: HTMLElement, isBefore: boolean): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(REACHED)].filter(isReached);
  const stands = (one: HTMLElement) => from.compareDocumentPosition(one);
  return isBefore
    ? all.findLast(
        (one) =>
          stands(one) & Node.DOCUMENT_POSITION_PRECEDING &&
          !(stands(one) & Node.DOCUMENT_POSITION_CONTAINS),
      )
    : all.find((one) => stands(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function isReached(one: HTMLElement): boolean {
  const isSeen = typeof one.checkVisibility !== 'function' || one.checkVisibility();
  return isSeen && one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]');
}
