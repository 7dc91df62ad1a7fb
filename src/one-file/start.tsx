import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import { FIRST } from '../locale/first-language';
import { languageAfter, nextName, speechOf, type Language } from '../locale/language';
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

  const spokenIn = async (language: Language) => {
    const { oneFile, pane } = speechOf(language);
    return { language, texts: await oneFile(), pane: await pane() };
  };
  const first = await spokenIn(FIRST);

  function Root() {
    const [{ language, texts, pane }, setSpoken] = useState(first);
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
          nextLanguage={nextName(language)}
          texts={texts}
          pane={pane}
          onLanguage={() => void spokenIn(languageAfter(language)).then(setSpoken)}
        />
      </FluentProvider>
    );
  }
  createRoot(document.getElementById('root')!).render(<Root />);
}
