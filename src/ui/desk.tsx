import { createContext, useCallback, useContext, type ReactNode } from 'react';
import type { Act } from '../app/acts/act';
import { readDesk, type Desk } from '../app/desk';
import { useServices } from './services';
import { useRun, type Ended, type RunReport } from './use-run';

/** The workbook the pane works on, and how it is shown anew. */
interface Shown {
  desk: Desk;
  onDesk(desk: Desk): void;
  /** Reads it from the beginning, whatever it has become: its plan may have been changed. */
  readAgain(): void;
}

const DeskContext = createContext<Shown | null>(null);

export function DeskProvider({ children, ...shown }: Shown & { children: ReactNode }) {
  return <DeskContext value={shown}>{children}</DeskContext>;
}

/** Null where the workbook is no desk: a form. */
export function useShownDesk(): Shown | null {
  return useContext(DeskContext);
}

function useShown(): Shown {
  const shown = useShownDesk();
  if (shown === null) throw new Error('no DeskProvider around it');
  return shown;
}

/** Plan and ledger of the open workbook as they stood after the last act. */
export function useDesk(): Desk {
  return useShown().desk;
}

/** Whether the workbook asks for an act as it stands. */
export function useFits<Given>({ fits }: Act<Given>, given: Given): boolean {
  const { desk } = useShown();
  return fits?.(desk, given) ?? true;
}

export function useReadAgain(): () => void {
  return useShown().readAgain;
}

/** How an act on the workbook ended. */
export interface Acted extends Ended {
  /** The workbook it left; absent where it found nothing to do. */
  desk?: Desk;
  /** What of the screen goes with what is taken back. */
  onUndo?: () => void;
}

/**
 * Runs an act on the workbook: everybody sees the workbook it left; taken back, the workbook is
 * read anew, for what others did since stands.
 */
export function useAct(): (act: (report: RunReport) => Promise<Acted | null>) => void {
  const { port } = useServices();
  const { onDesk } = useShown();
  const run = useRun();
  return useCallback(
    (act) =>
      run.start(async (report) => {
        const acted = await act(report);
        if (acted === null) return null;
        const { desk, onUndo, ...ended } = acted;
        if (desk) onDesk(desk);
        const reread = async () => {
          onDesk(await readDesk(port));
          onUndo?.();
        };
        return { ...ended, onUndo: reread };
      }),
    [run, port, onDesk],
  );
}
