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
