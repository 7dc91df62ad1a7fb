import { useSyncExternalStore } from 'react';
import {
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** What the host says of its looks, where it says anything (undefined in Excel on the web). */
export interface HostLooks {
  isDark: boolean | undefined;
}

/** Contrast themes of the system win, then the host's own theme, then the browser's preference. */
export function chooseTheme({ isDark }: HostLooks): Theme {
  if (window.matchMedia('(forced-colors: active)').matches) return teamsHighContrastTheme;
  return (isDark ?? window.matchMedia('(prefers-color-scheme: dark)').matches)
    ? webDarkTheme
    : webLightTheme;
}

/**
 * The theme as it is chosen now: a person changes the contrast of their system, or day and night
 * do, while the pane is open. Excel tells nobody of its own theme; it is looked at again when the
 * pane is come back to.
 */
export function useTheme(isDark: () => boolean | undefined): Theme {
  return useSyncExternalStore(listen, () => chooseTheme({ isDark: isDark() }));
}

function listen(changed: () => void): () => void {
  const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map((query) =>
    window.matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  window.addEventListener('focus', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    window.removeEventListener('focus', changed);
  };
}
