import { useCallback, useRef, useState } from 'react';
import { Cancelled, type Progress, type Undo } from '../app/ports';
import { useServices } from './services';

export interface Message {
  intent: 'success' | 'warning' | 'error';
  text: string;
}

export interface Running {
  text: string;
  /** 0 to 1; undefined while it cannot be told. */
  share: number | undefined;
  canCancel: boolean;
}

export interface Run {
  running: Running | null;
  message: Message | null;
  undo: (() => void) | null;
  /** Runs one action with progress; every ending is stated. The action gives its message and how to take it back. */
  start(
    action: (report: RunReport) => Promise<{ message: Message; undo?: Undo | null; onUndo?: () => void } | null>,
  ): void;
  cancel(): void;
}

export interface RunReport {
  progress(text: (done: number, total: number) => string, canCancel: boolean): Progress;
}

/** One action at a time for a step of the pane. */
export function useRun(): Run {
  const { texts } = useServices();
  const [running, setRunning] = useState<Running | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const [undo, setUndo] = useState<{ run: Undo; after?: () => void } | null>(null);
  const cancelled = useRef(false);

  const guarded = useCallback(
    async (work: () => Promise<void>) => {
      cancelled.current = false;
      setMessage(null);
      setRunning({ text: texts.loading, share: undefined, canCancel: false });
      try {
        await work();
      } catch (error) {
        if (error instanceof Cancelled) setMessage({ intent: 'warning', text: texts.cancelled });
        else
          setMessage({ intent: 'error', text: texts.failed(error instanceof Error ? error.message : String(error)) });
      } finally {
        setRunning(null);
      }
    },
    [texts],
  );

  const start: Run['start'] = (action) =>
    void guarded(async () => {
      const report: RunReport = {
        progress: (text, canCancel) => ({
          get cancelled() {
            return canCancel && cancelled.current;
          },
          step: (done, total) =>
            setRunning({ text: text(done, total), share: total > 0 ? done / total : undefined, canCancel }),
        }),
      };
      const ended = await action(report);
      if (!ended) return;
      setMessage(ended.message);
      setUndo(ended.undo ? { run: ended.undo, after: ended.onUndo } : null);
    });

  const takeBack = () =>
    undo &&
    void guarded(async () => {
      await undo.run();
      undo.after?.();
      setUndo(null);
      setMessage({ intent: 'success', text: texts.undone });
    });

  return {
    running,
    message,
    undo: undo ? () => void takeBack() : null,
    start,
    cancel: () => {
      cancelled.current = true;
    },
  };
}
