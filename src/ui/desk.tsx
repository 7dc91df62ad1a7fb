import { createContext, useContext, type ReactNode } from 'react';
import type { Act } from '../app/acts/act';
import type { Desk } from '../app/desk';

/** The workbook the pane works on, and how it is shown anew. */
export interface Shown {
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
