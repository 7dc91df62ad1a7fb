import { readDesk } from '../desk';
import type { WorkbookWriter } from '../ports';
import { copyOf, keptName, raiseFormats } from '../raise-formats';
import type { Act, Done } from './act';

/** How a file is made, and given to the person. */
export interface Keeping {
  write: WorkbookWriter;
  give(file: { name: string; bytes: Uint8Array }): Promise<void>;
}

/** `isRaised`: the workbook is of today's formats now, and may be written in. */
export interface Raised extends Done {
  isRaised: boolean;
}

/**
 * Before the first write into a workbook of an older format: older versions cannot open what is
 * written. A copy of it as it is is given first, and nothing is written before the person has seen
 * that copy: no pane can see whether a file was saved.
 */
export const writeIntoOlder: Act<Keeping, Raised> = {
  asks: async (port) => {
    const { plan, older } = await readDesk(port);
    if (older === null) return null;
    return { code: 'write-into-older', facts: { ...older, file: keptName(plan, older) } };
  },
  run: async ({ port, progress, ask }, { write, give }) => {
    const { plan, older } = await readDesk(port);
    const file = older === null ? '' : keptName(plan, older);
    if (older !== null) {
      await give({ name: file, bytes: await copyOf(port, write) });
      if (!(await ask({ code: 'older-kept', facts: { file } })))
        return { isRaised: false, ...said('older-left', file), intent: 'warning' };
    }
    return {
      isRaised: true,
      desk: await raiseFormats(port, progress),
      ...said('older-raised', file),
    };
  },
};

function said(code: 'older-left' | 'older-raised', file: string): Pick<Done, 'undo' | 'said'> {
  return { undo: null, said: { code, facts: { file } } };
}
