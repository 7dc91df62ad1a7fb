import type { CheckedFile } from '../../domain/submission/submission';
import { receive, type Received } from '../consolidator';
import { asksFirst, type Entering } from '../entering';
import type { FileChecker, Progress, ReceivedFile } from '../ports';
import type { Act, Done } from './act';

/** A drop: what came, for which period, and what a person says of it. */
export interface Drop extends Omit<Parameters<typeof receive>[3], 'run'> {
  dropped: readonly ReceivedFile[];
  /** Takes archives apart and leaves out what is no submission. */
  unpack(files: readonly ReceivedFile[]): Promise<{ files: ReceivedFile[]; skipped: string[] }>;
  checker: FileChecker;
  /** Sees each file as it is through. */
  watch(checking: Progress): Progress;
}

/** What was taken in, and the name of the run; null where nothing was there to be. */
export interface TookIn extends Done {
  received: (Received & { run: string }) | null;
}

/** *Tiếp nhận*: what was received is checked and entered in the ledger. */
export const takeInDrop: Act<Drop, TookIn> = {
  run: async (tools, { dropped, unpack, checker, watch, ...drop }) => {
    const { port, run, checking, progress, tell, ask } = tools;
    const both = { check: watch(checking), write: progress };
    const { files: sources, skipped: others } = await unpack(dropped);
    const skipped = others.length;
    if (sources.length === 0) {
      const said = { code: 'nothing-dropped', facts: { skipped } } as const;
      return { undo: null, received: null, said, intent: 'warning' };
    }
    // What a drop does to the ledger is said before it is done; wide things are asked first.
    const isAgreed = async (facts: Entering) => {
      tell({ code: 'entering', facts });
      return !asksFirst(facts) || ask({ code: 'enter-drop', facts });
    };
    const received = await receive(port, sources, checker, { ...drop, run }, both, isAgreed);
    const { files, desk, undo } = received;
    const wrong = files.filter(isWrong).length;
    const facts = {
      files: files.length,
      accepted: files.filter(({ accepted }) => accepted !== 'none').length,
      partial: files.filter(({ accepted }) => accepted === 'partial').length,
      wrong,
      waiting: files.filter(({ awaits }) => awaits).length,
      skipped,
      entered: received.entering,
    };
    return {
      desk,
      undo,
      received: { ...received, run },
      said: { code: 'taken-in', facts },
      ...(wrong > 0 ? { intent: 'warning' } : {}),
    };
  },
};

/** A scan beside its sheet is not accepted and not wrong either. */
function isWrong({ accepted, awaits, verdict }: CheckedFile): boolean {
  return accepted === 'none' && !awaits && verdict !== 'clean';
}
