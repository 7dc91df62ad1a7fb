import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStable } from './use-stable';

/** What can be asked for from the ribbon, a key or a cell's own menu. */
export type Command =
  | 'check'
  | 'next-finding'
  | 'mark-checked'
  | 'issue'
  | 'intake'
  | 'chase'
  | 'consolidate'
  | 'sources'
  | 'help';

/** What the open workbook is to us: it says which commands fit. */
export type WorkbookKind = 'form' | 'desk' | 'other';

export const COMMANDS_OF: Record<WorkbookKind, readonly Command[]> = {
  form: ['check', 'next-finding', 'mark-checked', 'help'],
  desk: ['issue', 'intake', 'chase', 'consolidate', 'sources', 'help'],
  other: ['help'],
};

/** Excel around the workbook, as far as it has a ribbon of ours. */
export interface Ribbon {
  /**
   * Tells every command from now on, those of before too; one is over when what is given back is.
   */
  listen(run: (command: Command) => Promise<void>): () => void;
  /** Shows the pane, where it is hidden: an answer is in it. */
  showPane(): Promise<void>;
  /** Only what fits the workbook can be pressed, where this Excel can show that. */
  fit(kind: WorkbookKind): void;
}

type Handler = () => void;

/** The handlers of what is on the screen; the last that came is the one. */
class Handlers {
  private readonly all = new Map<Command, Handler[]>();

  add(command: Command, handler: Handler): () => void {
    this.all.set(command, [handler, ...(this.all.get(command) ?? [])]);
    return () =>
      this.all.set(
        command,
        this.all.get(command)!.filter((one) => one !== handler),
      );
  }

  of(command: Command): Handler | undefined {
    return this.all.get(command)?.at(0);
  }
}

const HandlersContext = createContext<Handlers | null>(null);

interface CommandsProps {
  ribbon: Ribbon | undefined;
  /** Null while it is not known. */
  kind: WorkbookKind | null;
  /** The command does not fit the open workbook. */
  onUnfit(command: Command): void;
  children: ReactNode;
}

/**
 * Leads each command to the screen that answers it; what fits no screen of this workbook is
 * answered in words.
 */
export function Commands({ ribbon, kind, onUnfit, children }: CommandsProps) {
  const [handlers] = useState(() => new Handlers());
  const unfit = useStable(onUnfit);
  useEffect(() => {
    // Before that nobody can say what would fit.
    if (!ribbon || kind === null) return;
    ribbon.fit(kind);
    return ribbon.listen(async (command) => {
      const handler = handlers.of(command);
      if (handler) return handler();
      unfit(command);
      await ribbon.showPane();
    });
  }, [ribbon, kind, handlers, unfit]);
  return <HandlersContext value={handlers}>{children}</HandlersContext>;
}

/** Answers a command for as long as the screen is there. */
export function useCommand(command: Command, handler: Handler): void {
  const handlers = useContext(HandlersContext);
  const stable = useStable(handler);
  const answer = useCallback(() => stable(), [stable]);
  useEffect(() => handlers?.add(command, answer), [handlers, command, answer]);
}
