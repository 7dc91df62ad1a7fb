import { CONTEXT, execute, registered, saidToParent, told, unregistered } from './desktop-calls';
import type { PaneSession, SessionEvent } from './pane-session';

/**
 * Excel for Mac: JSON texts posted to webkit.messageHandlers.Agave, answered by calling a function
 * of the client in the add-in's window with the id it gave.
 */

const METHOD = {
  execute: 1,
  registerEvent: 2,
  unregisterEvent: 3,
  writeSettings: 4,
  getContext: 5,
  messageParent: 9,
} as const;

interface MacMessage {
  methodId: number;
  params: unknown;
  callbackId?: string;
}

/** Of OSF.ScriptMessaging in the add-in's window. */
export type MacCallback = 'agaveHostCallback' | 'agaveHostEventCallback';

export class MacChannel {
  /** Event → the id under which the client listens. */
  private readonly listeners = new Map<number, string>();

  constructor(
    private readonly session: PaneSession,
    private readonly call: (name: MacCallback, id: string, payload: unknown[]) => void,
  ) {
    session.carriedBy((event) => this.fire(event));
  }

  /** What stands as `webkit` in the add-in's window. */
  readonly webkit = {
    messageHandlers: { Agave: { postMessage: (json: string) => void this.receive(json) } },
  };

  private async receive(json: string): Promise<void> {
    const message = JSON.parse(json) as MacMessage;
    const answer = await this.respond(message);
    if (answer && message.callbackId && !this.session.isClosed)
      this.call('agaveHostCallback', message.callbackId, answer);
  }

  private async respond({ methodId, params, callbackId }: MacMessage): Promise<unknown[] | null> {
    const { session } = this;
    switch (methodId) {
      case METHOD.execute: {
        const { id, apiArgs } = params as { id: number; apiArgs: unknown[] };
        const outcome = await execute(session, id, apiArgs);
        return outcome === null ? null : [outcome];
      }
      case METHOD.registerEvent: {
        const { id, targetId } = params as { id: number; targetId: string };
        this.listeners.set(id, callbackId!);
        registered(session, id, targetId);
        return [0];
      }
      case METHOD.unregisterEvent: {
        const { id } = params as { id: number };
        this.listeners.delete(id);
        unregistered(session, id);
        return [0];
      }
      case METHOD.writeSettings: {
        const { keys, values } = params as { keys: string[]; values: string[] };
        session.saveSettings(keys.map((key, index) => [key, values[index]] as const));
        return [0];
      }
      case METHOD.getContext:
        return this.context();
      case METHOD.messageParent:
        saidToParent(session, params as string);
        return null;
      default:
        throw new Error(`the host has no method ${methodId} for Mac`);
    }
  }

  private fire(event: SessionEvent): void {
    const [number, payload] = told(event, this.session);
    const id = this.listeners.get(number);
    if (id) queueMicrotask(() => this.call('agaveHostEventCallback', id, [payload, number]));
  }

  /** By place (OSF.Webkit.AppContextProperties). */
  private context(): unknown[] {
    const { session } = this;
    const { host, locale } = session.options;
    const context: unknown[] = Array.from({ length: 24 }, () => null);
    context[0] = [[...session.settings.keys()], [...session.settings.values()]];
    context[1] = session.instance;
    context[2] = CONTEXT.appType;
    context[3] = CONTEXT.major;
    context[4] = CONTEXT.minor;
    context[7] = CONTEXT.readWrite;
    context[8] = locale;
    context[9] = host.culture.name;
    context[11] = session.documentUrl;
    context[12] = CONTEXT.documentOpened;
    context[13] = CONTEXT.taskPane;
    context[17] = session.instance;
    context[20] = session.requirements;
    context[22] = session.fullVersion;
    context[23] = CONTEXT.shown;
    return context;
  }
}

/** With these the client opens dialogs through its host; without, by window.open. */
export const MAC_DIALOGS = { _enableFullDialogAPI: true, _osfEnableDialogOrigin: true } as const;
