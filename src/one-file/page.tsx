import { version } from '../../package.json';
import {
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type DragEvent,
  type ReactNode,
} from 'react';
import { faultyCells } from '../app/faulty-cells';
import type { FileChecker } from '../app/ports';
import type { National } from '../domain/agency/national';
import type { Finding } from '../domain/finding/finding';
import { openBook, openToShow } from '../intake/open-received';
import { unpack } from '../intake/unpack';
import type { OneFileTexts } from '../locale/one-file-texts';
import type { UiTexts } from '../locale/ui-texts';
import { refusalSentence } from '../locale/sentence';
import type { Language } from '../locale/language';
import { civilDateOf } from '../text/date';
import { download } from '../taskpane/download';
import { formWriter } from '../taskpane/form-writer';
import { lakeWriter } from '../taskpane/lake-writer';
import { wordWriter } from '../taskpane/word-writer';
import { App } from '../ui/app';
import { ServicesContext, type Services } from '../ui/services';
import { useStable } from '../ui/use-stable';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import {
  Grid,
  leadsToOtherSide,
  SheetTabs,
  type CalcEngine,
  type WorkbookModel,
} from '../workbench';
import { writeWorkbook } from '../xlsx/write/workbook';
import { withCodes } from './code-steps';
import { eraseDraft, keptDraft, useDraft, type Draft } from './draft';
import { ModelWorkbook } from './model-workbook';
import { openFile } from './open-file';
import { carriedPart } from './parts';
import { selfCheckOf } from './self-check';
import { canSaveInto, SaveTarget } from './save-target';

interface PageProps {
  model: WorkbookModel;
  engine: CalcEngine;
  checker: FileChecker;
  notices(): string;
  language: Language;
  nextLanguage: string;
  texts: OneFileTexts;
  /** What the screens of the pane say. */
  pane: UiTexts;
  onLanguage(): void;
}

/** What is asked before something would be lost. */
interface Question {
  title: string;
  lines: readonly string[];
  yes: string;
  act(): void;
}

/** A file that is not read before it is wanted. */
interface Source {
  name: string;
  bytes(): Promise<Uint8Array>;
  /** What went with an earlier reading of it. */
  losses?: readonly string[];
}

const sourceOf = (file: File): Source => ({
  name: file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/**
 * The one-file edition: the workbook at the left, the screens of the pane at the right, and nothing
 * behind them but this page.
 */
export function Page(props: PageProps) {
  const { model, engine, checker, notices, language, nextLanguage, texts, pane, onLanguage } =
    props;
  const [revision, changed] = useReducer((count: number) => count + 1, 0);
  // Each workbook that is opened has a pane of its own; before the first there is none.
  const [opening, setOpening] = useState(0);
  const [notice, setNotice] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const [isShowingNotices, setShowingNotices] = useState(false);
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [isKeeping, setKeeping] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => void keptDraft().then(setDraft), []);
  useDraft(
    model,
    isKeeping,
    useStable((why: unknown) => setNotice(texts.draftFailed(String(why)))),
  );
  const forget = () => {
    setDraft(null);
    void eraseDraft();
  };
  const target = useRef(new SaveTarget());
  useEffect(() => model.listen(() => !model.isScreenSuspended && changed()), [model]);
  useEffect(() => {
    const beforeLeaving = (event: BeforeUnloadEvent) => model.isDirty && event.preventDefault();
    window.addEventListener('beforeunload', beforeLeaving);
    return () => window.removeEventListener('beforeunload', beforeLeaving);
  }, [model]);
  // What was pressed to open a workbook is gone with the page that asked for one.
  const panePlace = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (panePlace.current) leadsToOtherSide(panePlace.current)(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (opening > 0 && document.activeElement === document.body) panePlace.current?.focus();
  }, [opening]);
  const marks = useMemo(() => marksOf(found, model.active.name), [found, model.active.name]);

  const show = (
    workbook: typeof model.workbook,
    name: string,
    losses: readonly string[],
    said: string,
  ) => {
    target.current = new SaveTarget();
    setFound([]);
    model.open(workbook, name, losses);
    model.recalculate();
    setOpening((count) => count + 1);
    setNotice(said);
  };
  const open = async ({ name, bytes, losses = [] }: Source) => {
    const opened = await openFile(await bytes(), texts, language);
    if ('refusal' in opened) return setNotice(`${name}: ${opened.refusal}`);
    // What is saved is an .xlsx whatever was opened.
    const saved = /\.xlsx$/i.test(name) ? name : `${name.replace(/\.[a-z]{3,4}$/i, '')}.xlsx`;
    show(
      opened.workbook,
      saved,
      [...losses, ...opened.losses],
      opened.isOld ? texts.openedOld(name) : texts.opened(name),
    );
  };
  const unlessDirty = (name: string, act: () => void) => {
    if (!model.isDirty) return act();
    setQuestion({
      title: texts.openOver(name),
      lines: [texts.unsaved(model.name)],
      yes: texts.openAnyway,
      act,
    });
  };
  const askToOpen = (source: Source) => unlessDirty(source.name, () => void open(source));
  /** It goes on being kept, and is unsaved as it was. */
  const openDraft = () =>
    void (async () => {
      const { name, bytes, losses } = draft!;
      await open({ name, bytes: async () => bytes, losses });
      model.notify({ kind: 'look', sheet: model.active });
      setKeeping(true);
    })();
  const begin = () =>
    unlessDirty(texts.emptyName, () =>
      show(emptyWorkbook([new Sheet('Sheet1')]), texts.emptyName, [], ''),
    );
  const chosen = (files: readonly File[]) => {
    if (files.length === 1) askToOpen(sourceOf(files[0]));
    else if (files.length > 1) setNotice(texts.onlyOne);
  };

  const askToSave = (save: (bytes: Uint8Array) => Promise<string | null>) => {
    if (model.workbook.date1904)
      return setNotice(refusalSentence({ code: 'workbook-counts-from-1904', facts: {} }, language));
    const act = () =>
      void (async () => {
        model.recalculate(true);
        const said = await save(await writeWorkbook(model.workbook));
        if (said === null) return;
        model.saved();
        if (isKeeping || draft) forget();
        setNotice(said);
      })().catch((error: unknown) => setNotice(texts.notSaved(String(error))));
    if (model.losses.length === 0) return act();
    setQuestion({ title: texts.willLose, lines: model.losses, yes: texts.saveAnyway, act });
  };
  const saveCopy = () =>
    askToSave(async (bytes) => {
      download(model.name, bytes);
      return texts.askedToSave(model.name);
    });
  const saveInto = () =>
    askToSave(async (bytes) => {
      const name = await target.current.save(model.name, bytes);
      return name === null ? null : texts.saved(name);
    });

  const openBeside = useStable((bytes: Uint8Array) =>
    askToOpen({ name: texts.openedName, bytes: async () => bytes }),
  );
  // The pane keeps its port for as long as its workbook is open.
  const port = useMemo(
    () => new ModelWorkbook(model, async (bytes) => openBeside(bytes)),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [model, opening],
  );
  const services = useMemo<Services>(() => {
    const { openHere, openHereHint } = texts;
    return {
      port,
      read: openToShow,
      readBook: openBook,
      version,
      // The page itself asked who opens it.
      startsAs: 'desk',
      openAppendix: async (bytes) => (await import('../intake/open-appendix')).openAppendix(bytes),
      checker,
      write: formWriter,
      word: wordWriter,
      lake: lakeWriter,
      unpack,
      national: async () =>
        JSON.parse(withCodes(new TextDecoder().decode(carriedPart('national')))) as National,
      download,
      showFound: setFound,
      today: () => civilDateOf(new Date()),
      now: () => new Date(Date.now() + 7 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23),
      selfCheck: selfCheckOf(model, engine, checker),
      texts: {
        ...pane,
        openInExcel: openHere,
        downloadHint: openHereHint,
        out: { ...pane.out, openBook: texts.openBookHere },
        selfCheck: {
          ...pane.selfCheck,
          hint: texts.selfCheckHint,
          checks: { ...pane.selfCheck.checks, ...texts.selfChecks },
        },
      },
      language,
    };
  }, [port, model, engine, checker, language, texts, pane]);

  return (
    <div className={opening > 0 ? 'page' : 'page start'}>
      <header className="bar">
        <strong>{texts.product}</strong>
        {opening > 0 && (
          <>
            <span className="file-name">{model.name}</span>
            <FileChoice label={texts.openLabel} text={texts.open} onFiles={chosen} />
            <button type="button" onClick={saveCopy}>
              {texts.saveCopy}
            </button>
            {canSaveInto() && (
              <button type="button" onClick={saveInto}>
                {texts.saveInto}
              </button>
            )}
            <button type="button" disabled={!model.canUndo} onClick={() => model.undo()}>
              {texts.undo}
            </button>
            <button type="button" disabled={!model.canRedo} onClick={() => model.redo()}>
              {texts.redo}
            </button>
          </>
        )}
        {opening > 0 && (
          <label title={texts.keepDraftHint}>
            <input
              type="checkbox"
              checked={isKeeping}
              aria-description={texts.keepDraftHint}
              onChange={({ target: { checked } }) => {
                setKeeping(checked);
                if (checked) setNotice(texts.keepDraftHint);
                else forget();
              }}
            />
            {texts.keepDraft}
          </label>
        )}
        <span role="status">{notice}</span>
        <button type="button" className="last" onClick={() => setShowingNotices(true)}>
          {texts.notices}
        </button>
        {opening === 0 && (
          <button type="button" onClick={onLanguage}>
            {nextLanguage}
          </button>
        )}
      </header>
      {opening === 0 ? (
        <Start texts={texts} onFiles={chosen} onEmpty={begin}>
          {draft && (
            <div role="group" aria-label={texts.keepDraft}>
              <p>{texts.draftFound(draft.name, draft.at.toLocaleString(language))}</p>
              <button type="button" onClick={openDraft}>
                {texts.openDraft}
              </button>{' '}
              <button type="button" onClick={forget}>
                {texts.eraseDraft}
              </button>
            </div>
          )}
        </Start>
      ) : (
        <>
          <Droppable tag="main" onFiles={chosen}>
            <Grid model={model} revision={revision} marks={marks} />
            <SheetTabs model={model} label={texts.sheets} />
          </Droppable>
          <aside ref={panePlace} tabIndex={-1} className="pane-place" aria-label={texts.pane}>
            <ServicesContext value={services}>
              <App key={opening} onLanguage={onLanguage} nextLanguage={nextLanguage} />
            </ServicesContext>
          </aside>
        </>
      )}
      {question && (
        <Dialog
          id="question"
          title={question.title}
          no={texts.cancel}
          onEnd={() => setQuestion(null)}
          yes={question}
        >
          <ul>
            {question.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Dialog>
      )}
      {isShowingNotices && (
        <Dialog
          id="notices"
          title={texts.notices}
          no={texts.close}
          onEnd={() => setShowingNotices(false)}
        >
          <pre tabIndex={0}>{notices()}</pre>
        </Dialog>
      )}
    </div>
  );
}

/** The cells of a sheet that are to be looked at; what is only not entered yet is not marked. */
function marksOf(
  found: readonly Finding[],
  sheet: string,
): ReadonlyMap<string, 'error' | 'warning'> {
  const own = faultyCells(found).filter((one) => one.sheet === sheet);
  return new Map(own.map(({ cell, severity }) => [cell, severity]));
}

/**
 * Before anything is open: where to drop it, what happens then, and that nothing leaves the
 * machine.
 */
function Start(props: {
  texts: OneFileTexts;
  onFiles(files: readonly File[]): void;
  onEmpty(): void;
  children: ReactNode;
}) {
  const { texts, onFiles, onEmpty } = props;
  return (
    <Droppable tag="main" onFiles={onFiles}>
      <section className="welcome" aria-labelledby="welcome">
        <h1 id="welcome">{texts.welcome}</h1>
        {props.children}
        <FileChoice label={texts.openLabel} text={texts.choose} onFiles={onFiles} />
        <ul>
          {texts.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <button type="button" onClick={onEmpty}>
          {texts.emptyBook}
        </button>
        <p>{texts.private}</p>
      </section>
    </Droppable>
  );
}

function FileChoice(props: { label: string; text: string; onFiles(files: readonly File[]): void }) {
  return (
    <label className="open">
      {props.text}
      <input
        type="file"
        accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.xml"
        aria-label={props.label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          props.onFiles(files);
        }}
      />
    </label>
  );
}

/** Takes a file that is dropped anywhere on it. */
function Droppable(props: {
  tag: 'main';
  onFiles(files: readonly File[]): void;
  children: ReactNode;
}) {
  const { tag: Tag, onFiles, children } = props;
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <Tag
      className={isOver ? 'over' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </Tag>
  );
}

interface DialogProps {
  id: string;
  title: string;
  no: string;
  yes?: { yes: string; act(): void };
  onEnd(): void;
  children: ReactNode;
}

function Dialog({ id, title, no, yes, onEnd, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="losses" aria-labelledby={id} onClose={onEnd}>
      <h2 id={id}>{title}</h2>
      {children}
      {yes && (
        <button
          type="button"
          onClick={() => {
            onEnd();
            yes.act();
          }}
        >
          {yes.yes}
        </button>
      )}{' '}
      <button type="button" autoFocus onClick={onEnd}>
        {no}
      </button>
    </dialog>
  );
}
