import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import { chooseTheme } from '../../../src/ui/theme';

/** As the pane begins: once Excel has answered, in the theme of this machine. */
export function show(screen: ReactNode): void {
  void Office.onReady(() =>
    createRoot(document.getElementById('root')!).render(
      <FluentProvider theme={chooseTheme({ isDark: undefined })}>
        <div className="pane-content">{screen}</div>
      </FluentProvider>,
    ),
  );
}
