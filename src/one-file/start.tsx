import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import { oneFileTexts } from '../locale/one-file-texts';
import { languageAfter, type Language } from '../locale/language';
import { webWorkers } from '../taskpane/web-workers';
import { useTheme } from '../ui/theme';
import { loadIronCalc, WorkbookModel } from '../workbench';
import { Page } from './page';
import { carriedPart, ownScript } from './parts';
import '../workbench/page.css';
import '../ui/pane.css';
import './one-file.css';

export async function start(): Promise<void> {
  const script = ownScript();
  const checker = webWorkers(() => new Worker(script, { name: 'checker' }));
  // Without it no ratio would follow what is typed, so nothing is shown before it.
  const engine = await loadIronCalc(carriedPart('calculation'));
  const model = new WorkbookModel(engine);
  const notices = () => new TextDecoder().decode(carriedPart('notices'));

  function Root() {
    const [language, setLanguage] = useState<Language>('vi');
    const texts = useMemo(() => oneFileTexts(language), [language]);
    const theme = useTheme(() => undefined);
    document.documentElement.lang = language;
    document.title = texts.title;
    return (
      <FluentProvider theme={theme} className="provider">
        <Page
          model={model}
          engine={engine}
          checker={checker}
          notices={notices}
          language={language}
          texts={texts}
          onLanguage={() => setLanguage(languageAfter(language))}
        />
      </FluentProvider>
    );
  }
  createRoot(document.getElementById('root')!).render(<Root />);
}
