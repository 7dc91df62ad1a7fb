import { TRANSPORT } from './faults';
import type { DialogRequest, PaneSession, SessionEvent } from './pane-session';

/**
 * Excel on the web: the host's half of Office.js' cross-document messages, JSON texts between the
 * window of the host and that of the add-in. The page posts them to an iframe, Node to a window of
 * jsdom. Field names and numbers are the client's own.
 */

interface Message {
  _messageType: 0 | 1;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _origin: string;
  _data: unknown;
  _serializerVersion: 1;
  _actionType?: 0 | 1 | 2;
  _errorCode?: number;
  _responseType?: 0 | 1;
}

const REQUEST = 0;
const RESPONSE = 1;
const REGISTER_EVENT = 1;
const UNREGISTER_EVENT = 2;
const REPLY = 0;
const EVENT = 1;
const FAILED = -2;

/** Methods of the older document API that the library calls by number. */
const DISPATCH = {
  richApi: 93,
  loadSettings: 75,
  saveSettings: 76,
  commandCompleted: 94,
  fileProperties: 86,
  messageParent: 144,
} as const;
const NOT_SUPPORTED = 5000;
const DIALOG_CLOSED = 12006;
const DIALOG_EVENT = 'dialogMessageReceived';

interface MethodCall {
  DdaMethod: { DispatchId: number };
  /** Arguments of the older methods by their number. */
  0?: unknown;
  1?: unknown;
  messageToParent?: unknown;
  ArrayData?: unknown[];
  DdaSettingsMethod?: { Properties: [string, string][] };
}

/**
 * The keyboard goes on from the pane: Ctrl+F6 and Tab past its last control, each also with Shift
 * (AgaveHostAction in excel-web).
 */
const LEAVES: ReadonlySet<unknown> = new Set([5, 6, 13, 14]);

/** No answer at all. */
const LOST = Symbol('lost');

export class WebChannel {
  readonly conversation = crypto.randomUUID().slice(0, 8);
  private readonly events = new Map<string, Message>();

  constructor(
    private readonly session: PaneSession,
    private readonly post: (text: string) => void,
  ) {
    session.carriedBy((event) => this.fire(event));
  }

  /** What the library reads from the name of its window, once, before anything else. */
  get windowName(): string {
    const { instance, hostInfo, options } = this.session;
    return JSON.stringify({
      baseFrameName: `_xdm_0_${instance}`,
      hostInfo,
      xdmInfo: [this.conversation, instance, options.origin].join('|'),
      serializerVersion: '1',
      flights: '[]',
    });
  }

  /** A message from the add-in's window; anything that is not ours is ignored. */
  async receive(text: string): Promise<void> {
    const message = parse(text);
    if (message?._conversationId !== this.conversation || message._messageType !== REQUEST) return;
    try {
      const reply = await this.respond(message);
      if (reply !== LOST) this.answer(message, 0, REPLY, reply);
    } catch (error) {
      this.answer(message, FAILED, REPLY, error instanceof Error ? error.message : String(error));
    }
  }

  private fire(event: SessionEvent): void {
    switch (event.kind) {
      case 'command':
        return this.tell('appCommandInvoked', {
          0: event.id,
          1: event.functionName,
          2: event.source,
        });
      case 'messages':
        return this.tell('richApiMessage', { ArrayData: event.rows });
      case 'selection':
        return this.tell('documentSelectionChanged', {});
      case 'dialog-said': {
        const messageOrigin = this.session.options.origin;
        return this.tell(DIALOG_EVENT, {
          messageType: 0,
          messageContent: event.message,
          messageOrigin,
        });
      }
      case 'dialog-closed':
        return this.tell(DIALOG_EVENT, { messageType: DIALOG_CLOSED });
    }
  }

  /** Pushes an event the add-in registered for. */
  private tell(name: string, data: unknown): void {
    const registration = this.events.get(name);
    if (registration) this.answer(registration, 0, EVENT, data);
  }

  private async respond(message: Message): Promise<unknown> {
    if (message._actionType === REGISTER_EVENT) return this.register(message);
    if (message._actionType === UNREGISTER_EVENT) {
      this.events.delete(message._actionName);
      if (message._actionName === DIALOG_EVENT) this.session.options.closeDialog?.();
      return { Error: 0 };
    }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.appContext();
      case 'ContextActivationManager_notifyHost':
        if (LEAVES.has((message._data as unknown[] | null)?.[1])) this.session.options.leave?.();
        return null;
      case 'executeMethod':
        return this.execute(message._data as MethodCall);
      default:
        throw new Error(`not supported: ${message._actionName}`);
    }
  }

  private register(message: Message): object {
    this.events.set(message._actionName, message);
    if (message._actionName === DIALOG_EVENT) {
      const target = (message._data as { targetId?: string } | null)?.targetId;
      if (target) this.session.options.openDialog?.(JSON.parse(target) as DialogRequest);
    }
    return { Error: 0 };
  }

  private appContext(): object {
    const { session } = this;
    const { host, locale } = session.options;
    return {
      _id: session.instance,
      _appName: 16,
      _appVersion: '16.00',
      _appUILocale: locale,
      _dataLocale: host.culture.name,
      _docUrl: session.documentUrl,
      _clientMode: 1,
      _settings: [...session.settings],
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: crypto.randomUUID(),
      _appInstanceId: session.instance,
      _appMinorVersion: 1,
      _requirementMatrix: session.requirements,
      _hostFullVersion: session.fullVersion,
      _clientWindowHeight: 768,
      _clientWindowWidth: 350,
      _addinName: '',
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 2,
    };
  }

  private async execute(call: MethodCall): Promise<unknown> {
    const done = { Error: 0, Version: 1 };
    const { session } = this;
    switch (call.DdaMethod.DispatchId) {
      case DISPATCH.richApi: {
        const [kind, , , , body, , flags] = call.ArrayData as [
          string,
          unknown,
          unknown,
          unknown,
          string,
          unknown,
          number,
        ];
        const answer = await session.process(kind, body, flags);
        if (answer === null) return LOST;
        if ('transport' in answer) return { ...done, Error: TRANSPORT[answer.transport] };
        return { ...done, Data: [200, ['CONTENT-TYPE', 'application/json'], answer.body] };
      }
      case DISPATCH.loadSettings:
        return {
          ...done,
          Properties: { Settings: [...session.settings].map(([Name, Value]) => ({ Name, Value })) },
        };
      case DISPATCH.saveSettings:
        session.saveSettings(call.DdaSettingsMethod?.Properties ?? []);
        return done;
      case DISPATCH.commandCompleted:
        session.commandCompleted(String(call[0]), call[1] === 0);
        return done;
      case DISPATCH.fileProperties:
        return { ...done, Properties: { FileUrl: session.documentUrl } };
      case DISPATCH.messageParent:
        session.options.toParent?.(String(call.messageToParent ?? call[0] ?? ''));
        return done;
      default:
        return { ...done, Error: NOT_SUPPORTED };
    }
  }

  private answer(to: Message, errorCode: number, responseType: 0 | 1, data: unknown): void {
    if (this.session.isClosed) return;
    const response: Message = {
      _messageType: RESPONSE,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: this.session.options.origin,
      _data: data ?? null,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.post(JSON.stringify(response));
  }
}

function parse(text: string): Message | null {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
}
