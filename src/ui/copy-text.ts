/**
 * Puts a text on the clipboard; where it is not given to a pane, by way of a selected field. Tells
 * whether it is there.
 */
export async function copyText(text: string): Promise<boolean> {
  const isGiven = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (isGiven) return true;
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
