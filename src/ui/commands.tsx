import { knownAt } from '../known/known';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStable } from './use-stable';

/** What the open workbook is to us: it says which commands fit. */
export type WorkbookKind = 'form' | 'desk' | 'other';

interface CommandSpec {
  /** What the manifest calls it; stable, for a manifest lies on other people's machines. */
  name: string;
  /** The group of our tab that has its button. */
  group: 'Form' | 'Intake' | 'Report' | 'More';
  fits: readonly WorkbookKind[];
}

/** What can be asked for from the ribbon, a key or a cell's own menu, in the order of our tab. */
const COMMANDS = {
  check: { name: 'kiemTraBieu', group: 'Form', fits: ['form'] },
  'next-finding': { name: 'loiTiepTheo', group: 'Form', fits: ['form'] },
  'mark-checked': { name: 'danhDauDaKiemTra', group: 'Form', fits: ['form'] },
  issue: { name: 'phatHanh', group: 'Intake', fits: ['desk'] },
  intake: { name: 'tiepNhan', group: 'Intake', fits: ['desk'] },
  chase: { name: 'donDoc', group: 'Intake', fits: ['desk'] },
  consolidate: { name: 'tongHop', group: 'Report', fits: ['desk'] },
  sources: { name: 'nguonSoLieu', group: 'Report', fits: ['desk'] },
  help: { name: 'troGiup', group: 'More', fits: ['form', 'desk', 'other'] },
} satisfies Record<string, CommandSpec>;

export type Command = keyof typeof COMMANDS;

export const COMMAND_LIST = Object.entries(COMMANDS).map(
  ([command, spec]): CommandSpec & { command: Command } => ({
    command: command as Command,
    ...spec,
  }),
);

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

/**
 * A press whose screen has not come in so long is not done any more: the person has gone on, and a
 * screen that is fetched after all would begin work nobody waits for.
 */
const HELD_MS = 15_000;

/** The handlers of what is on the screen; the last that came is the one. */
class Handlers {
  private readonly all = new Map<Command, Handler[]>();
  /** Asked for while its screen is being fetched. */
  private held: { command: Command; until: number } | null = null;

  add(command: Command, handler: Handler): () => void {
    this.all.set(command, [handler, ...(this.all.get(command) ?? [])]);
    if (this.held?.command === command) {
      const isAwaited = performance.now() < this.held.until;
      this.held = null;
      if (isAwaited) handler();
    }
    return () =>
      this.all.set(
        command,
        knownAt(this.all, command).filter((one) => one !== handler),
      );
  }

  of(command: Command): Handler | undefined {
    return this.all.get(command)?.at(0);
  }

  /** Of several the last is what the person wants. */
  hold(command: Command): void {
    this.held = { command, until: performance.now() + HELD_MS };
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
      // Every screen answers all that fits it: one that does not is still on its way.
      if (COMMANDS[command].fits.some((one) => one === kind)) handlers.hold(command);
      else unfit(command);
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
