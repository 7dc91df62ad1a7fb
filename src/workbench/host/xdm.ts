import type { ExcelHost } from './excel-host';
import { REQUIREMENT_SETS } from './requirement-sets';

/**
 * The host's half of Office.js' cross-document messages: JSON texts over postMessage between this page and the iframe
 * in which the unmodified library runs. Field names and numbers are the client's own.
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
const DISPATCH = { richApi: 93, loadSettings: 75, saveSettings: 76, commandCompleted: 94, fileProperties: 86 } as const;
const NOT_SUPPORTED = 5000;

export interface PaneOptions {
  url: string;
  locale: string;
  host: ExcelHost;
}

/** Puts an add-in's page into an iframe and answers it as Excel would. */
export class Pane {
  private readonly instance = crypto.randomUUID();
  private readonly conversation = crypto.randomUUID().slice(0, 8);
  private readonly events = new Map<string, Message>();
  private readonly settings = new Map<string, string>();
  private readonly origin: string;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly options: PaneOptions,
  ) {
    this.origin = new URL(options.url, location.href).origin;
  }

  /** The library reads the name of its window once, so it is set before the frame is in the page. */
  start(container: HTMLElement): () => void {
    const hostInfo = ['Excel', 'Web', '16.01', this.options.locale, this.instance, '', 'disableLogging', '1'].join('$');
    const xdmInfo = [this.conversation, this.instance, location.origin].join('|');
    this.frame.name = JSON.stringify({
      baseFrameName: `_xdm_0_${this.instance}`,
      hostInfo,
      xdmInfo,
      serializerVersion: '1',
      flights: '[]',
    });
    this.frame.src = this.options.url;
    window.addEventListener('message', this.onMessage);
    container.append(this.frame);
    return () => {
      window.removeEventListener('message', this.onMessage);
      this.frame.remove();
    };
  }

  /** Pushes an event the add-in registered for. */
  fire(name: string, data: unknown): void {
    const registration = this.events.get(name);
    if (registration) this.answer(registration, 0, EVENT, data);
  }

  private readonly onMessage = async (event: MessageEvent): Promise<void> => {
    if (event.source !== this.frame.contentWindow || event.origin !== this.origin || typeof event.data !== 'string')
      return;
    const message = parse(event.data);
    if (message?._conversationId !== this.conversation || message._messageType !== REQUEST) return;
    try {
      this.answer(message, 0, REPLY, await this.respond(message));
    } catch (error) {
      this.answer(message, FAILED, REPLY, error instanceof Error ? error.message : String(error));
    }
  };

  private async respond(message: Message): Promise<unknown> {
    if (message._actionType === REGISTER_EVENT) {
      this.events.set(message._actionName, message);
      return { Error: 0 };
    }
    if (message._actionType === UNREGISTER_EVENT) {
      this.events.delete(message._actionName);
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

  private appContext(): object {
    return {
      _id: this.instance,
      _appName: 16,
      _appVersion: '16.00',
      _appUILocale: this.options.locale,
      _dataLocale: this.options.locale,
      _docUrl: `${location.origin}/${this.options.host.model.name}`,
      _clientMode: 1,
      _settings: [...this.settings],
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: crypto.randomUUID(),
      _appInstanceId: this.instance,
      _appMinorVersion: 1,
      _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
      _hostFullVersion: '16.0.18500.41000',
      _clientWindowHeight: innerHeight,
      _clientWindowWidth: innerWidth,
      _addinName: 'Tổng Hợp',
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 2,
    };
  }

  private async execute(call: MethodCall): Promise<object> {
    const done = { Error: 0, Version: 1 };
    switch (call.DdaMethod.DispatchId) {
      case DISPATCH.richApi: {
        const text = await this.options.host.process(call.ArrayData![4] as string);
        return { ...done, Data: [200, ['CONTENT-TYPE', 'application/json'], text] };
      }
      case DISPATCH.loadSettings:
        return { ...done, Properties: { Settings: [...this.settings].map(([Name, Value]) => ({ Name, Value })) } };
      case DISPATCH.saveSettings: {
        this.settings.clear();
        for (const [key, value] of call.DdaSettingsMethod?.Properties ?? []) this.settings.set(key, value);
        return done;
      }
      case DISPATCH.commandCompleted:
        return done;
      case DISPATCH.fileProperties:
        return { ...done, Properties: { FileUrl: `${location.origin}/${this.options.host.model.name}` } };
      default:
        return { ...done, Error: NOT_SUPPORTED };
    }
  }

  private answer(to: Message, errorCode: number, responseType: 0 | 1, data: unknown): void {
    const response: Message = {
      _messageType: RESPONSE,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: location.origin,
      _data: data ?? null,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.frame.contentWindow?.postMessage(JSON.stringify(response), this.origin);
  }
}

interface MethodCall {
  DdaMethod: { DispatchId: number };
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
