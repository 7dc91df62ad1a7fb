import type { Answer, ExcelHost } from './excel-host';
import { requirementMatrix, type Platform } from './api-sets';
import type { EventMessage } from './events';

/**
 * One activation of the add-in: what Excel knows of it and does for it, whatever the platform. How
 * it is said differs, so a channel stands between it and the client: web-channel (messages between
 * windows), windows-channel (window.external), mac-channel (webkit). Knows no DOM.
 */

/** Categories of pushed messages: custom functions 1, actions 2, events of objects 65536. */
const CATEGORY = { customFunction: 1, action: 2, event: 65536 } as const;
const INVOKE = 1000;
/** A request may wait until the person has left the cell (excel-web, onBeforeExcelRun). */
const DELAY_FOR_CELL_EDIT = 64;
/** The request changes something (ClientRequestBase.aggregrateRequestFlags). */
const WRITES = 1;
/** Flags of the host's description. */
const SHARED_RUNTIME = 1;
const CUSTOM_FUNCTIONS = 2;
/**
 * Requests of the client for itself (ribbon, runtime, custom functions) are no syncs of the add-in.
 */
const OWN_REQUEST = /^(WacPartition|SetOsfControlContainerReadyForCustomFunctions)$/;

/**
 * How each Excel names itself: its platform and the version its script is chosen by, and its full
 * version, which on Mac must be one of its own: below 16.7 in four parts the client drops the
 * password of a protection.
 */
const NAMES: Record<Platform, { platform: string; script: string; full: string }> = {
  web: { platform: 'Web', script: '16.01', full: '16.0.18500.41000' },
  windows: { platform: 'Win32', script: '16.01', full: '16.0.18500.20000' },
  mac: { platform: 'Mac', script: '16.61', full: '16.61.22041000' },
};

export interface DialogRequest {
  url: string;
  /** Per cent of the window. */
  width: number;
  height: number;
}

/** What the add-in is told without having asked. */
export type SessionEvent =
  | { kind: 'command'; id: string; functionName: string; source: string }
  | { kind: 'messages'; rows: unknown[][] }
  | { kind: 'selection' }
  | { kind: 'dialog-said'; message: string }
  | { kind: 'dialog-closed' };

export interface PaneSessionOptions {
  host: ExcelHost;
  /** Of the client and its channel, for as long as the session lives. */
  platform: Platform;
  /** The keyboard leaves the pane. */
  leave?(): void;
  /** Of the interface; that of the figures is the host's culture. */
  locale: string;
  /** Of the host's window. */
  origin: string;
  /** Excel's own theme, which only Windows tells. */
  isDark?: boolean;
  /** Opens a dialog of the add-in; null in a session that is itself a dialog. */
  openDialog?(request: DialogRequest): void;
  closeDialog?(): void;
  /** What a dialog says to the pane that opened it. */
  toParent?(message: string): void;
  isDialog?: boolean;
}

export class PaneSession {
  readonly instance = crypto.randomUUID();
  isClosed = false;
  private readonly commands = new Map<string, (isDone: boolean) => void>();
  private nextCommand = 1;
  private tell: (event: SessionEvent) => void = () => undefined;
  private stopListening: () => void;

  constructor(readonly options: PaneSessionOptions) {
    this.stopListening = this.listenTo(options.host);
  }

  /** The channel that carries what the add-in is told. */
  carriedBy(tell: (event: SessionEvent) => void): void {
    this.tell = tell;
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
      () => this.fire({ kind: 'selection' }),
    );
  }

  close(): void {
    this.isClosed = true;
    this.stopListening();
  }

  /** By which the library finds its host, its scripts and its language. */
  get hostInfo(): string {
    const { locale, isDialog } = this.options;
    const { platform, script } = NAMES[this.options.platform];
    return [
      'Excel',
      platform,
      script,
      locale,
      this.instance,
      isDialog ? 'isDialog' : '',
      'disableLogging',
      String(SHARED_RUNTIME | CUSTOM_FUNCTIONS),
    ].join('$');
  }

  get documentUrl(): string {
    const { origin, host, platform } = this.options;
    if (platform === 'windows') return `C:\\Users\\vanphong\\Documents\\${host.model.name}`;
    if (platform === 'mac') return `/Users/vanphong/Documents/${host.model.name}`;
    return `${origin}/${host.model.name}`;
  }

  get fullVersion(): string {
    return NAMES[this.options.platform].full;
  }

  /** JSON, as the client wants it. */
  get requirements(): string {
    return JSON.stringify(requirementMatrix(this.options.host));
  }

  get settings(): Map<string, string> {
    return this.options.host.settings;
  }

  /** The add-in saves all its settings at once. */
  saveSettings(all: Iterable<readonly [string, string]>): void {
    const saved = [...all];
    this.settings.clear();
    for (const [key, value] of saved) this.settings.set(key, value);
  }

  /** A batch for the objects of Excel; null where no answer ever comes. */
  async process(kind: string, body: string, flags: number): Promise<Answer> {
    const { host } = this.options;
    const answer = OWN_REQUEST.test(kind)
      ? host.processOwn(body)
      : await host.process(body, (flags & DELAY_FOR_CELL_EDIT) !== 0, (flags & WRITES) !== 0);
    return this.isClosed ? null : answer;
  }

  /** The function of a ribbon button says that it is over, or the client that there is none. */
  commandCompleted(id: string, isDone: boolean): void {
    this.commands.get(id)?.(isDone);
    this.commands.delete(id);
  }

  /**
   * Presses a ribbon button that runs a function; ends when the function says it has, false where
   * there is no such function.
   */
  invokeCommand(functionName: string, buttonId: string): Promise<boolean> {
    const id = `cmd${this.nextCommand++}`;
    return new Promise((done) => {
      this.commands.set(id, done);
      this.fire({
        kind: 'command',
        id,
        functionName,
        source: JSON.stringify({ source: { id: buttonId } }),
      });
    });
  }

  /** Runs an action of the shared runtime (Office.actions.associate), as a key combination does. */
  invokeAction(name: string): void {
    this.pushRows([[CATEGORY.action, INVOKE, '', JSON.stringify([name, '{}']), 0, false]]);
  }

  /** Calculates a custom function, as a cell does. */
  invokeFunction(name: string, args: unknown[], address: string): Promise<unknown> {
    const { id, result } = this.options.host.invocations.begin();
    const message = JSON.stringify([id, name, args, address, 0]);
    this.pushRows([[CATEGORY.customFunction, INVOKE, '', message, 0, false]]);
    return result;
  }

  dialogSaid(message: string): void {
    this.fire({ kind: 'dialog-said', message });
  }
  dialogClosed(): void {
    this.fire({ kind: 'dialog-closed' });
  }

  private push(messages: readonly EventMessage[]): void {
    this.pushRows(
      messages.map(({ type, target, body }) => [
        CATEGORY.event,
        type,
        target,
        JSON.stringify(body),
        0,
        false,
      ]),
    );
  }

  private pushRows(rows: unknown[][]): void {
    this.fire({ kind: 'messages', rows });
  }

  private fire(event: SessionEvent): void {
    if (!this.isClosed) this.tell(event);
  }
}
