/** Office.context.officeTheme as it comes, whatever the typings say. */
interface OfficeTheme {
  isDarkTheme?: unknown;
  bodyBackgroundColor?: unknown;
}

/**
 * Whether the host is dark; undefined where it does not say. Only a boolean is believed: office.js
 * for Windows makes every member of the theme a colour, so that `false` arrives as "#000000"; then
 * the background decides. Asking may throw there.
 */
export function isDarkLook(ask: () => OfficeTheme | undefined): boolean | undefined {
  let theme: OfficeTheme | undefined;
  try {
    theme = ask();
  } catch {
    // A host without GetOfficeThemeInfo: as good as one that says nothing.
    return undefined;
  }
  if (typeof theme?.isDarkTheme === 'boolean') return theme.isDarkTheme;
  const brightness = brightnessOf(theme?.bodyBackgroundColor);
  return brightness === null ? undefined : brightness < 0.5;
}

/** From 0 to 1 by the weights of ITU-R BT.601, or null for what is no #rgb or #rrggbb. */
function brightnessOf(colour: unknown): number | null {
  const digits =
    typeof colour === 'string' ? /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1] : undefined;
  if (!digits) return null;
  const size = digits.length / 3;
  const [red, green, blue] = [0, 1, 2].map((part) => {
    const text = digits.slice(part * size, (part + 1) * size);
    return parseInt(size === 1 ? text + text : text, 16) / 255;
  });
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
