import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { DeskRefused } from '../app/desk-refused';
import { Cancelled, type Progress, type Undo } from '../app/ports';
import type { Language } from '../locale/language';
import type { FirstTexts } from '../locale/ui-texts';
import { faultSaid } from './fault-said';
import { useFirstServices } from './services';
import { useStable } from './use-stable';

export interface Message {
  intent: 'success' | 'warning' | 'error';
  text: string;
}

export interface Running {
  text: string;
  /** It waits for an answer. */
  question?: { yes: string; answer(isYes: boolean): void };
  /** 0 to 1; undefined while it cannot be told. */
  share: number | undefined;
  canCancel: boolean;
}

/** How a run ended and how to take it back. */
export interface Ended {
  message: Message;
  undo?: Undo | null;
  /** What others did since stands: whoever shows the workbook reads it anew. */
  onUndo?: () => void | Promise<void>;
}

/** How work is begun; it is the same for as long as the screen is there. */
export interface Run {
  /**
   * Runs one action with progress; every ending is stated. The action gives its message and how to
   * take it back.
   */
  start(action: (report: RunReport) => Promise<Ended | null>): void;
  /**
   * Something small beside the work, such as showing a cell: the last message and its undo stay.
   */
  aside(action: () => Promise<void>): void;
  /** See {@link useInTurn}. */
  inTurn(act: () => void): void;
  /**
   * What was said belongs to the screen it was said on, and another is shown now; how to take it
   * back stays with the history.
   */
  leave(): void;
}

/** What is seen of the work. */
export interface RunState {
  running: Running | null;
  message: Message | null;
  undo: (() => void) | null;
  /**
   * What a filter was in the way of, once more without it; the filter is put back after. Null where
   * none was.
   */
  liftFilters: (() => void) | null;
  cancel(): void;
}

export interface RunReport {
  /** Asks before what is wide is done; the run waits for the answer. */
  ask(text: string, yes: string): Promise<boolean>;
  /** `text` is also told how many seconds are likely left; null while that cannot be said. */
  progress(
    text: (done: number, total: number, secondsLeft: number | null) => string,
    canCancel: boolean,
  ): Progress;
}

/** A person reads no faster, and drawing each of a thousand files would hold up the pane. */
const SHOWN_EVERY_MS = 150;
/** Before this, how long the rest will take is a guess. */
const KNOWN_AFTER_MS = 1000;

/** How long the rest takes if it goes on as it went. */
function secondsLeft(done: number, total: number, elapsedMs: number): number | null {
  if (elapsedMs < KNOWN_AFTER_MS || done === 0) return null;
  return Math.ceil(((total - done) * elapsedMs) / done / 1000);
}

const RunContext = createContext<Run | null>(null);
const StateContext = createContext<RunState | null>(null);
const BusyContext = createContext(false);

/**
 * The work of a screen: one action at a time, whatever part of it is open. Who only begins work is
 * not drawn again while it goes on.
 */
export function RunProvider({ children }: { children: ReactNode }) {
  const { texts, language, port } = useFirstServices();
  const [running, setRunning] = useState<Running | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const [undo, setUndo] = useState<{ run: Undo; after?: () => void | Promise<void> } | null>(null);
  const [filtered, setFiltered] = useState<{ work: () => Promise<void>; sheets: string[] } | null>(
    null,
  );
  const cancelled = useRef(false);
  const busy = useRef(false);
  /** What was asked for while something runs; of several the last is what the person wants. */
  const waiting = useRef<(() => void) | null>(null);
  const [endings, endOne] = useReducer((count: number) => count + 1, 0);
  // Not before the screen shows what the run has made: what waits goes by that.
  useEffect(() => {
    const next = waiting.current;
    waiting.current = null;
    next?.();
  }, [endings]);

  const inTurn = useCallback((act: () => void) => {
    if (busy.current) waiting.current = act;
    else act();
  }, []);

  /**
   * One run at a time, and what is begun meanwhile after it; whatever happens, it ends in a stated
   * outcome.
   */
  const guarded = useCallback(
    async function begin(work: () => Promise<void>, lifted: readonly string[] = []): Promise<void> {
      if (busy.current) {
        waiting.current = () => void begin(work, lifted);
        return;
      }
      busy.current = true;
      cancelled.current = false;
      setRunning({ text: texts.loading, share: undefined, canCancel: false });
      setFiltered(null);
      let putBack: Undo | null = null;
      try {
        try {
          if (lifted.length > 0) putBack = await port.liftFilters(lifted);
          await work();
        } catch (error) {
          if (error instanceof Cancelled) setMessage({ intent: 'warning', text: texts.cancelled });
          else setMessage({ intent: 'error', text: await failure(error, texts, language) });
          const sheet = filteredSheet(error);
          // A sheet that was lifted and is filtered still would be asked about without end.
          const isNew = sheet !== null && !lifted.includes(sheet);
          if (isNew) setFiltered({ work, sheets: [...lifted, sheet] });
        }
        await putBack?.();
      } catch (error) {
        const said = await failure(error, texts, language);
        setMessage((before) => ({
          intent: 'warning',
          text: before ? `${before.text} ${said}` : said,
        }));
      } finally {
        busy.current = false;
        setRunning(null);
        endOne();
      }
    },
    [texts, language, port],
  );

  const aside = useCallback((action: () => Promise<void>) => void guarded(action), [guarded]);

  const start = useCallback<Run['start']>(
    (action) =>
      void guarded(async () => {
        setMessage(null);
        // What could be taken back is the run before; after a new one it would take back the wrong
        // thing.
        setUndo(null);
        const report: RunReport = {
          ask: (text, yes) =>
            new Promise((done) => {
              const answer = (isYes: boolean) => {
                setRunning({ text: texts.loading, share: undefined, canCancel: false });
                done(isYes);
              };
              setRunning({ text, question: { yes, answer }, share: undefined, canCancel: false });
            }),
          progress: (text, canCancel) => {
            const began = performance.now();
            let shownAt = -Infinity;
            return {
              get cancelled() {
                return canCancel && cancelled.current;
              },
              breathe: () => new Promise((later) => setTimeout(later)),
              step: (done, total) => {
                const now = performance.now();
                if (done > 0 && done < total && now - shownAt < SHOWN_EVERY_MS) return;
                shownAt = now;
                const left = secondsLeft(done, total, now - began);
                setRunning({
                  text: text(done, total, left),
                  share: total > 0 ? done / total : undefined,
                  canCancel,
                });
              },
            };
          },
        };
        const ended = await action(report);
        if (!ended) return;
        setMessage(ended.message);
        setUndo(ended.undo ? { run: ended.undo, after: ended.onUndo } : null);
      }),
    [guarded, texts],
  );

  const leave = useCallback(() => setMessage(null), []);
  const takeBack = () =>
    undo &&
    void guarded(async () => {
      setUndo(null);
      await undo.run();
      await undo.after?.();
      setMessage({ intent: 'success', text: texts.undone });
    });

  const run = useMemo(() => ({ start, aside, inTurn, leave }), [start, aside, inTurn, leave]);
  const state: RunState = {
    running,
    message,
    undo: undo ? () => void takeBack() : null,
    liftFilters: filtered ? () => void guarded(filtered.work, filtered.sheets) : null,
    cancel: () => {
      cancelled.current = true;
    },
  };
  return (
    <RunContext value={run}>
      <StateContext value={state}>
        <BusyContext value={running !== null}>{children}</BusyContext>
      </StateContext>
    </RunContext>
  );
}

function provided<Value>(value: Value | null): Value {
  if (value === null) throw new Error('no RunProvider around it');
  return value;
}

export function useRun(): Run {
  return provided(useContext(RunContext));
}

export function useRunState(): RunState {
  return provided(useContext(StateContext));
}

/**
 * What is asked for from outside the screen, by the ribbon or a key: done at once, or after what
 * runs now, by what is seen then.
 */
export function useInTurn(act: () => void): () => void {
  const { inTurn } = useRun();
  const latest = useStable(act);
  return useCallback(() => inTurn(latest), [inTurn, latest]);
}

/** Whether something runs, so that nothing else can be begun. */
export function useIsBusy(): boolean {
  return useContext(BusyContext);
}

/** The sheet whose filter was in the way. */
function filteredSheet(error: unknown): string | null {
  const isFiltered = error instanceof DeskRefused && error.refusal.code === 'sheet-is-filtered';
  return isFiltered ? String((error.refusal.facts as { sheet: string }).sheet) : null;
}

/**
 * Why something was not done. It gives an answer whatever happens: the pane is busy until then.
 */
async function failure(error: unknown, texts: FirstTexts, language: Language): Promise<string> {
  if (error instanceof DeskRefused) {
    try {
      // Every sentence of every refusal is much, and most people never meet one.
      const { refusalSentence } = await import(/* webpackPrefetch: true */ '../locale/sentence');
      return refusalSentence(error.refusal, language);
    } catch {
      return `${texts.actNotLoaded} (${error.refusal.code})`;
    }
  }
  // What went wrong, and what it left behind.
  if (error instanceof AggregateError) {
    const all = error.errors.map((one: unknown) => failure(one, texts, language));
    return (await Promise.all(all)).join(' ');
  }
  return faultSaid(error, texts);
}
