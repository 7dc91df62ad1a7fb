import type { ExcelHost } from './excel-host';
import { requirementMatrix } from './api-sets';
import type { EventMessage } from './events';
import { TRANSPORT } from './faults';

/**
 * The host's half of Office.js' cross-document messages: JSON texts between the window of the host and that of the add-in.
 * Knows no DOM: the page posts them to an iframe, Node to a window of jsdom. Field names and numbers are the client's own.
 */

export interface Message {
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
  messageChild: 145,
} as const;
const NOT_SUPPORTED = 5000;

/** Categories of pushed messages: custom functions 1, actions 2, events of objects 65536. */
const CATEGORY = { customFunction: 1, action: 2, event: 65536 } as const;
const INVOKE = 1000;
/** A request may wait until the person has left the cell (excel-web, onBeforeExcelRun). */
const DELAY_FOR_CELL_EDIT = 64;
/** The request changes something (ClientRequestBase.aggregrateRequestFlags). */
const WRITES = 1;
const DIALOG_CLOSED = 12006;
/** Flags of the host's description. */
const SHARED_RUNTIME = 1;
const CUSTOM_FUNCTIONS = 2;
/** Requests of the client for itself (ribbon, runtime, custom functions) are no syncs of the add-in. */
const OWN_REQUEST = /^(WacPartition|SetOsfControlContainerReadyForCustomFunctions)$/;

export interface DialogRequest {
  url: string;
  /** Per cent of the window. */
  width: number;
  height: number;
}

export interface PaneSessionOptions {
  host: ExcelHost;
  locale: string;
  /** Of the host's window. */
  origin: string;
  post(text: string): void;
  /** Opens a dialog of the add-in; null in a session that is itself a dialog. */
  openDialog?(request: DialogRequest): void;
  closeDialog?(): void;
  /** What a dialog says to the pane that opened it. */
  toParent?(message: string): void;
  isDialog?: boolean;
}

export class PaneSession {
  readonly instance = crypto.randomUUID();
  readonly conversation = crypto.randomUUID().slice(0, 8);
  private readonly events = new Map<string, Message>();
  private readonly commands = new Map<string, (isDone: boolean) => void>();
  private nextCommand = 1;
  private stopListening: () => void;
  private isClosed = false;

  constructor(private readonly options: PaneSessionOptions) {
    this.stopListening = this.listenTo(options.host);
  }

  /** The add-in goes on with another workbook behind it. */
  answerFrom(host: ExcelHost): void {
    this.stopListening();
    this.options.host = host;
    this.stopListening = this.listenTo(host);
  }

  private listenTo(host: ExcelHost): () => void {
    return host.events.listen(
      (messages) => this.push(messages),
      () => this.fire('documentSelectionChanged', {}),
    );
  }

  /** What the library reads from the name of its window, once, before anything else. */
  get windowName(): string {
    const { locale, origin, isDialog } = this.options;
    const hostInfo = [
      'Excel',
      'Web',
      '16.01',
      locale,
      this.instance,
      isDialog ? 'isDialog' : '',
      'disableLogging',
      String(SHARED_RUNTIME | CUSTOM_FUNCTIONS),
    ].join('$');
    return JSON.stringify({
      baseFrameName: `_xdm_0_${this.instance}`,
      hostInfo,
      xdmInfo: [this.conversation, this.instance, origin].join('|'),
      serializerVersion: '1',
      flights: '[]',
    });
  }

  close(): void {
    this.isClosed = true;
    this.stopListening();
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

  /** Presses a ribbon button that runs a function; ends when the function says it has, false where there is no such function. */
  invokeCommand(functionName: string, buttonId: string): Promise<boolean> {
    const id = `cmd${this.nextCommand++}`;
    return new Promise((done) => {
      this.commands.set(id, done);
      const source = JSON.stringify({ source: { id: buttonId } });
      this.fire('appCommandInvoked', { 0: id, 1: functionName, 2: source });
    });
  }

  /** Runs an action of the shared runtime (Office.actions.associate), as a key combination does. */
  invokeAction(name: string): void {
    this.pushEntries([[CATEGORY.action, INVOKE, '', JSON.stringify([name, '{}']), 0, false]]);
  }

  /** Calculates a custom function, as a cell does. */
  invokeFunction(name: string, args: unknown[], address: string): Promise<unknown> {
    const { id, result } = this.options.host.invocations.begin();
    const message = JSON.stringify([id, name, args, address, 0]);
    this.pushEntries([[CATEGORY.customFunction, INVOKE, '', message, 0, false]]);
    return result;
  }

  dialogSaid(message: string): void {
    this.fire('dialogMessageReceived', { messageType: 0, messageContent: message, messageOrigin: this.options.origin });
  }
  dialogClosed(): void {
    this.fire('dialogMessageReceived', { messageType: DIALOG_CLOSED });
  }

  private push(messages: readonly EventMessage[]): void {
    this.pushEntries(
      messages.map(({ type, target, body }) => [CATEGORY.event, type, target, JSON.stringify(body), 0, false]),
    );
  }

  private pushEntries(entries: unknown[][]): void {
    this.fire('richApiMessage', { ArrayData: entries });
  }

  /** Pushes an event the add-in registered for. */
  private fire(name: string, data: unknown): void {
    const registration = this.events.get(name);
    if (registration) this.answer(registration, 0, EVENT, data);
  }

  private async respond(message: Message): Promise<unknown> {
    if (message._actionType === REGISTER_EVENT) return this.register(message);
    if (message._actionType === UNREGISTER_EVENT) {
      this.events.delete(message._actionName);
      if (message._actionName === 'dialogMessageReceived') this.options.closeDialog?.();
      return { Error: 0 };
    }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.appContext();
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'executeMethod':
        return this.execute(message._data as MethodCall);
      default:
        throw new Error(`not supported: ${message._actionName}`);
    }
  }

  private register(message: Message): object {
    this.events.set(message._actionName, message);
    if (message._actionName === 'dialogMessageReceived' && this.options.openDialog) {
      const target = (message._data as { targetId?: string } | null)?.targetId;
      if (target) this.options.openDialog(JSON.parse(target) as DialogRequest);
    }
    return { Error: 0 };
  }

  private appContext(): object {
    const { host, locale, origin } = this.options;
    return {
      _id: this.instance,
      _appName: 16,
      _appVersion: '16.00',
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `${origin}/${host.model.name}`,
      _clientMode: 1,
      _settings: [...host.settings],
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: crypto.randomUUID(),
      _appInstanceId: this.instance,
      _appMinorVersion: 1,
      _requirementMatrix: JSON.stringify(requirementMatrix(host.version)),
      _hostFullVersion: '16.0.18500.41000',
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
    const { host } = this.options;
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
        const answer = OWN_REQUEST.test(kind)
          ? host.processOwn(body)
          : await host.process(body, (flags & DELAY_FOR_CELL_EDIT) !== 0, (flags & WRITES) !== 0);
        if (answer === null || this.isClosed) return LOST;
        if ('transport' in answer) return { ...done, Error: TRANSPORT[answer.transport] };
        return { ...done, Data: [200, ['CONTENT-TYPE', 'application/json'], answer.body] };
      }
      case DISPATCH.loadSettings:
        return { ...done, Properties: { Settings: [...host.settings].map(([Name, Value]) => ({ Name, Value })) } };
      case DISPATCH.saveSettings:
        host.settings.clear();
        for (const [key, value] of call.DdaSettingsMethod?.Properties ?? []) host.settings.set(key, value);
        return done;
      case DISPATCH.commandCompleted: {
        const id = String(call[0]);
        this.commands.get(id)?.(call[1] === 0);
        this.commands.delete(id);
        return done;
      }
      case DISPATCH.fileProperties:
        return { ...done, Properties: { FileUrl: `${this.options.origin}/${host.model.name}` } };
      case DISPATCH.messageParent:
        this.options.toParent?.(String(call.messageToParent ?? call[0] ?? ''));
        return done;
      default:
        return { ...done, Error: NOT_SUPPORTED };
    }
  }

  private answer(to: Message, errorCode: number, responseType: 0 | 1, data: unknown): void {
    if (this.isClosed) return;
    const response: Message = {
      _messageType: RESPONSE,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: this.options.origin,
      _data: data ?? null,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.options.post(JSON.stringify(response));
  }
}

/** No answer at all. */
const LOST = Symbol('lost');

interface MethodCall {
  DdaMethod: { DispatchId: number };
  /** Arguments of the older methods by their number. */
  0?: unknown;
  1?: unknown;
  messageToParent?: unknown;
  ArrayData?: unknown[];
  DdaSettingsMethod?: { Properties: [string, string][] };
}

function parse(text: string): Message | null {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
}
