import { useCallback, useRef, useState } from 'react';
import type { Progress } from '../../app/ports';
import type { CheckedFile } from '../../domain/submission/submission';

/** Files come faster than a pane can be drawn: so many times a second is enough for the eye. */
const DRAWN_EVERY_MS = 250;

const NOBODY: ReadonlyMap<string, CheckedFile> = new Map();

export interface Arriving {
  /** The files of the drop under way, by agency. */
  arriving: ReadonlyMap<string, CheckedFile>;
  /** The same progress, which also shows each file of the period as soon as it is through. */
  arrive(progress: Progress, period: string): Progress;
  /** The drop is over: the ledger tells now. */
  arrived(): void;
}

/** What is known of a drop while it is still being checked. */
export function useArriving(): Arriving {
  const [arriving, setArriving] = useState(NOBODY);
  const latest = useRef(new Map<string, CheckedFile>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const arrived = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = new Map();
    setArriving(NOBODY);
  }, []);

  const arrive = useCallback((progress: Progress, period: string): Progress => {
    const draw = () => {
      timer.current = undefined;
      setArriving(new Map(latest.current));
    };
    return {
      get cancelled() {
        return progress.cancelled;
      },
      step: (done, total, what) => progress.step(done, total, what),
      checked: (file) => {
        if (file.agency === null || file.period !== period) return;
        latest.current.set(file.agency, file);
        timer.current ??= setTimeout(draw, DRAWN_EVERY_MS);
      },
    };
  }, []);

  return { arriving, arrive, arrived };
}
