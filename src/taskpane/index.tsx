import { useCallback, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import { faultyCells } from '../app/faulty-cells';
import type { Keeper } from '../app/remembered-columns';
import type { Finding } from '../domain/finding/finding';
import type { National } from '../domain/agency/national';
import { ExcelWorkbook } from '../excel/excel-workbook';
import { version } from '../../package.json';
import { AFTER_FIRST, FIRST } from '../locale/first-language';
import { firstVi } from '../locale/first-vi';
import type { Language } from '../locale/language';
import type { UiTexts } from '../locale/ui-texts';
import { civilDateOf } from '../text/date';
import { App } from '../ui/app';
import { ServicesContext, type Figures, type FirstServices } from '../ui/services';
import { isDarkLook } from '../ui/host-look';
import { useTheme } from '../ui/theme';
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

/** All words of the pane in one language; null where only those of the first screen are there. */
interface Spoken {
  language: Language;
  all: UiTexts | null;
  /** What the button that goes on to the next language is called. */
  next: string;
}

const AT_FIRST: Spoken = { language: FIRST, all: null, next: AFTER_FIRST };

const languages = () => import(/* webpackPrefetch: true */ '../locale/language');

async function spokenIn(language: Language): Promise<Spoken> {
  const { nextName, speechOf } = await languages();
  return { language, all: await speechOf(language).pane(), next: nextName(language) };
}

/** As it was left at this machine; a language that cannot be fetched now is not waited for. */
async function firstSpoken(): Promise<Spoken> {
  const language = localKeeper.read(LANGUAGE_KEY);
  if (language !== null && language !== FIRST)
    try {
      const { isLanguage } = await languages();
      return isLanguage(language) ? await spokenIn(language) : AT_FIRST;
    } catch {
      return AT_FIRST;
    }
  return AT_FIRST;
}

/** The other words of the first language, without those of any other. */
const restOfFirst = async () => (await import(/* webpackPrefetch: true */ '../locale/ui-vi')).uiVi;

/** One after the other: a check that comes while cells are being coloured is the one that stays. */
let colouring: Promise<void> = Promise.resolve();
const showFound = (found: readonly Finding[]): Promise<void> => {
  const next = colouring.then(async () =>
    (await import(/* webpackPrefetch: true */ '../excel/mark-found')).markFound(faultyCells(found)),
  );
  colouring = next.catch(() => undefined);
  return next;
};

const openers = () => import(/* webpackPrefetch: true */ '../intake/open-received');

function Root({ first }: { first: Spoken }) {
  const [{ language, all, next }, setSpoken] = useState(first);
  const restOfTexts = useCallback(async () => {
    const words = await restOfFirst();
    // Another language may have been chosen meanwhile.
    setSpoken((now) => (now.language === FIRST ? { ...now, all: words } : now));
  }, []);
  const services = useMemo<FirstServices>(
    () => ({
      port,
      read: async (bytes) => (await openers()).openToShow(bytes),
      readBook: async (bytes) => (await openers()).openBook(bytes),
      openAppendix: async (bytes) => (await import('../intake/open-appendix')).openAppendix(bytes),
      keeper: localKeeper,
      checker,
      write: formWriter,
      word: wordWriter,
      lake: lakeWriter,
      unpack: async (files) =>
        (await import(/* webpackPrefetch: true */ '../intake/unpack')).unpack(files),
      national: async () => (await import('../domain/agency/national.json')).default as National,
      download,
      showFound,
      // A link downloads nothing there (office-js#2700) and no folder can be chosen (#4322).
      lacks: Office.context.platform === Office.PlatformType.Mac ? ['download', 'folder'] : [],
      ribbon,
      figures,
      selfCheck: async (told) =>
        (await import(/* webpackPrefetch: true */ '../excel/self-check')).selfCheck(told),
      version,
      today: () => civilDateOf(new Date()),
      now: () => new Date(Date.now() + 7 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23),
      ...(all ? { texts: all } : { texts: firstVi, restOfTexts }),
      language,
    }),
    [language, all, restOfTexts],
  );
  const changeLanguage = () =>
    void languages()
      .then(({ languageAfter }) => spokenIn(languageAfter(language)))
      .then(
        (spoken) => {
          setSpoken(spoken);
          localKeeper.write(LANGUAGE_KEY, spoken.language);
        },
        // It cannot be fetched now: the pane goes on as it speaks.
        () => undefined,
      );
  const theme = useTheme(() => isDarkLook(() => Office.context.officeTheme));
  return (
    <FluentProvider theme={theme}>
      <ServicesContext value={services}>
        <App onLanguage={changeLanguage} nextLanguage={next} />
      </ServicesContext>
    </FluentProvider>
  );
}

// Without Excel around it (the page opened in a browser) the page says so itself: not-ready.js.
void Office.onReady(({ host }) => {
  if (host !== Office.HostType.Excel) return;
  ribbon = officeRibbon();
  // A cell is the same for everybody who opens the workbook.
  figures = officeFunctions(firstVi.figureGap);
  void firstSpoken().then((first) =>
    createRoot(document.getElementById('root')!).render(<Root first={first} />),
  );
});
