/** What the keyboard reaches. */
const REACHED =
  'button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], [tabindex="0"]';

export function toSheet(): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus();
}

/**
 * F6, as in Excel: from the sheet to the first control of the pane beside it, and back. Where the
 * pane is a page of its own in a frame, its keys are listened to as well.
 */
export function leadsToOtherSide(pane: HTMLElement): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (pane.contains(document.activeElement)) return toSheet();
    const frame = pane.querySelector('iframe');
    frame?.focus();
    const inside = frame?.contentDocument ?? pane;
    (inside.querySelector<HTMLElement>(REACHED) ?? pane).focus();
  };
}
