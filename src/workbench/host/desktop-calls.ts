import { TRANSPORT } from './faults';
import type { DialogRequest, PaneSession, SessionEvent } from './pane-session';

/**
 * What the desktop clients ask and are told by number; window.external and webkit only carry it
 * differently.
 */

const DISPATCH = { richApi: 93, commandCompleted: 94, fileProperties: 86 } as const;
const EVENT = { selection: 2, dialog: 10, messages: 33, command: 39 } as const;
const NOT_SUPPORTED = 5000;
const DIALOG_CLOSED = 12006;

/**
 * `[0, payload]` of what was done, the bare number of an error; null where no answer ever comes.
 */
export type Outcome = [0, ...unknown[]] | number | null;

export async function execute(
  session: PaneSession,
  dispatch: number,
  params: unknown[],
): Promise<Outcome> {
  switch (dispatch) {
    case DISPATCH.richApi: {
      const [kind, , , , body, , flags] = params[0] as [
        string,
        unknown,
        unknown,
        unknown,
        string,
        unknown,
        number,
      ];
      const answer = await session.process(kind, body, flags);
      if (answer === null) return null;
      if ('transport' in answer) return TRANSPORT[answer.transport];
      return [0, [200, ['CONTENT-TYPE', 'application/json'], answer.body]];
    }
    case DISPATCH.commandCompleted:
      session.commandCompleted(String(params[0]), params[1] === 0);
      return [0];
    case DISPATCH.fileProperties:
      return [0, [session.documentUrl]];
    default:
      return NOT_SUPPORTED;
  }
}

/** A dialog is opened by listening to it. */
export function registered(session: PaneSession, event: number, target: string): void {
  if (event === EVENT.dialog) session.options.openDialog?.(JSON.parse(target) as DialogRequest);
}

export function unregistered(session: PaneSession, event: number): void {
  if (event === EVENT.dialog) session.options.closeDialog?.();
}

/** The number of an event and what comes with it. */
export function told(event: SessionEvent, session: PaneSession): [number, unknown[]] {
  switch (event.kind) {
    case 'command':
      return [EVENT.command, [event.id, event.functionName, event.source]];
    case 'messages':
      return [EVENT.messages, event.rows];
    case 'selection':
      return [EVENT.selection, []];
    case 'dialog-said':
      return [EVENT.dialog, [0, event.message, session.options.origin]];
    case 'dialog-closed':
      return [EVENT.dialog, [DIALOG_CLOSED]];
  }
}

/** What a dialog's page says to the pane behind it: JSON, with the origin it is meant for. */
export function saidToParent(session: PaneSession, json: string): void {
  session.options.toParent?.(
    String((JSON.parse(json) as { messageToParent?: unknown }).messageToParent ?? ''),
  );
}

/**
 * Common to both: numbers of Excel, the mode of the document (unlike on the web 0 may write), how
 * it was opened.
 */
export const CONTEXT = {
  appType: 1,
  major: '16',
  minor: 0,
  readWrite: 0,
  documentOpened: 2,
  taskPane: 1,
  shown: 2,
} as const;
