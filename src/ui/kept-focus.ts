import { useEffect, type RefObject } from 'react';
import { watchElsewhere } from './elsewhere';

/**
 * What has the focus may go: a button that leads to another step, a form that closes once it is
 * sent. The browser would give the focus to the whole page, and who works by keyboard begins at its
 * top again; it goes to what is left around it, or to the step that came instead. What takes the
 * focus itself (a question, a field that is missing) has it before this looks.
 */
export function useKeptFocus(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = pane.current;
    if (!root) return;
    let around: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? chainOf(target, root) : [];
    };
    const keep = () => {
      const [last] = around;
      const { activeElement, body } = document;
      const isLost = last !== undefined && !last.isConnected;
      if (elsewhere.isElsewhere || !isLost || (activeElement !== body && activeElement !== null))
        return;
      const left = around.find((one) => one.isConnected);
      const place = left?.closest('section.step') ? left : (stepIn(root) ?? left);
      if (place instanceof HTMLElement) give(place);
    };
    const look = new MutationObserver(keep);
    const elsewhere = watchElsewhere(keep);
    root.addEventListener('focusin', remember);
    look.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', remember);
      elsewhere.stop();
      look.disconnect();
    };
  }, [pane]);
}

/** An element with what is around it, the innermost first, up to the pane. */
function chainOf(element: Element, root: Element): Element[] {
  const chain: Element[] = [];
  for (let one: Element | null = element; one && root.contains(one); one = one.parentElement)
    chain.push(one);
  return chain;
}

function stepIn(root: Element): Element | null {
  return [...root.querySelectorAll('section.step')].find((one) => !one.closest('[hidden]')) ?? null;
}

/** Not a stop of the Tab key, but where it goes on from. */
function give(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.dataset.kept = '';
  }
  place.focus();
}
