import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import type { Keeper } from '../app/remembered-columns';
import type { National } from '../domain/agency/national';
import { ExcelWorkbook } from '../excel/excel-workbook';
import { version } from '../../package.json';
import { selfCheck } from '../excel/self-check';
import { openBook, openToShow } from '../intake/open-received';
import { unpack } from '../intake/unpack';
import { isLanguage, languageAfter, LANGUAGES, type Language } from '../locale/sentence';
import { uiTexts } from '../locale/ui-of';
import { uiVi } from '../locale/ui-vi';
import { civilDateOf } from '../text/date';
import { App } from '../ui/app';
import { ServicesContext, type Figures, type Services } from '../ui/services';
import { isDarkLook } from '../ui/host-look';
import { chooseTheme } from '../ui/theme';
import { officeFunctions } from '../functions/custom-functions';
import { officeRibbon } from '../commands/ribbon';
import type { Ribbon } from '../ui/commands';
import { download } from './download';
import { formWriter } from './form-writer';
import { lakeWriter } from './lake-writer';
import { wordWriter } from './word-writer';
import { webWorkers } from './web-workers';
import '../ui/pane.css';

const port = new ExcelWorkbook();
const checker = webWorkers(
  () => new Worker(new URL('./checker.ts', import.meta.url), { name: 'checker' }),
);

/**
 * This machine's own storage; where a browser gives none, nothing is remembered and nothing fails.
 */
const localKeeper: Keeper = {
  read: (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write: (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Private windows and full storages refuse: the next appendix is only asked again.
    }
  },
};

/** Where this machine keeps the language of the pane. */
const LANGUAGE_KEY = 'tonghop.language';

/**
 * Once for the life of the page: a command pressed while the pane is still being drawn waits for
 * it.
 */
let ribbon: Ribbon;
/** Cells of people's own sheets that show figures of the ledger. */
let figures: Figures;

function Root() {
  const [language, setLanguage] = useState<Language>(() => {
    const kept = localKeeper.read(LANGUAGE_KEY);
    return isLanguage(kept) ? kept : LANGUAGES[0];
  });
  const services = useMemo<Services>(
    () => ({
      port,
      read: openToShow,
      readBook: openBook,
      openAppendix: async (bytes) => (await import('../intake/open-appendix')).openAppendix(bytes),
      keeper: localKeeper,
      checker,
      write: formWriter,
      word: wordWriter,
      lake: lakeWriter,
      unpack,
      national: async () => (await import('../domain/agency/national.json')).default as National,
      download,
      // A link downloads nothing there (office-js#2700) and no folder can be chosen (#4322).
      lacks: Office.context.platform === Office.PlatformType.Mac ? ['download', 'folder'] : [],
      ribbon,
      figures,
      selfCheck,
      version,
      today: () => civilDateOf(new Date()),
      now: () => new Date(Date.now() + 7 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23),
      texts: uiTexts(language),
      language,
    }),
    [language],
  );
  const changeLanguage = () => {
    const next = languageAfter(language);
    setLanguage(next);
    localKeeper.write(LANGUAGE_KEY, next);
  };
  const isDark = isDarkLook(() => Office.context.officeTheme);
  return (
    <FluentProvider theme={chooseTheme({ isDark })}>
      <ServicesContext value={services}>
        <App onLanguage={changeLanguage} />
      </ServicesContext>
    </FluentProvider>
  );
}

// Without Excel around it (the page opened in a browser) the page says so itself: not-ready.js.
void Office.onReady(({ host }) => {
  if (host !== Office.HostType.Excel) return;
  ribbon = officeRibbon();
  // A cell is the same for everybody who opens the workbook.
  figures = officeFunctions(uiVi.figureGap);
  createRoot(document.getElementById('root')!).render(<Root />);
});
