import type { ExcelHost } from './excel-host';
import { MAC_DIALOGS, MacChannel, type MacCallback } from './mac-channel';
import { PaneSession, type DialogRequest } from './pane-session';
import { WebChannel } from './web-channel';
import { WindowsChannel } from './windows-channel';

export interface PaneOptions {
  url: string;
  locale: string;
  host: ExcelHost;
  /** Excel's own theme, where it tells one. */
  isDark?: boolean;
  /** The keyboard leaves the pane. */
  leave?(): void;
}

/** Puts an add-in's page into an iframe of this page and answers it as Excel would. */
export class PaneFrame {
  readonly session: PaneSession;
  private dialog: DialogFrame | null = null;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly options: PaneOptions,
  ) {
    this.session = new PaneSession({
      host: options.host,
      platform: options.host.platform,
      locale: options.locale,
      isDark: options.isDark,
      origin: location.origin,
      openDialog: (request) => this.openDialog(request),
      closeDialog: () => this.closeDialog(),
      leave: options.leave,
    });
  }

  start(container: HTMLElement): () => void {
    const disconnect = connect(this.frame, this.options.url, this.session, () =>
      container.append(this.frame),
    );
    return () => {
      this.closeDialog();
      disconnect();
      this.session.close();
      this.frame.remove();
    };
  }

  private openDialog(request: DialogRequest): void {
    this.closeDialog();
    this.dialog = new DialogFrame(request, this.options, {
      said: (message) => this.session.dialogSaid(message),
      closed: () => {
        this.dialog = null;
        this.session.dialogClosed();
      },
    });
  }

  private closeDialog(): void {
    this.dialog?.remove();
    this.dialog = null;
  }
}

/** A dialog of the add-in (displayInIframe) over the page. */
class DialogFrame {
  private readonly element = document.createElement('dialog');
  private readonly frame = document.createElement('iframe');
  private readonly session: PaneSession;
  private readonly disconnect: () => void;

  constructor(
    { url, width, height }: DialogRequest,
    { host, locale, isDark }: PaneOptions,
    tell: { said(message: string): void; closed(): void },
  ) {
    this.session = new PaneSession({
      host,
      platform: host.platform,
      locale,
      isDark,
      origin: location.origin,
      isDialog: true,
      toParent: tell.said,
    });
    this.frame.title = 'Hộp thoại';
    this.element.className = 'addin-dialog';
    this.element.style.width = `${width}%`;
    this.element.style.height = `${height}%`;
    this.element.append(this.frame);
    this.element.addEventListener('close', () => {
      if (!this.element.isConnected) return;
      this.remove();
      tell.closed();
    });
    this.disconnect = connect(this.frame, url, this.session, () =>
      document.body.append(this.element),
    );
    this.element.showModal();
  }

  remove(): void {
    this.disconnect();
    this.session.close();
    this.element.remove();
  }
}

/**
 * The globals a desktop Excel gives the window of an add-in, and the functions its client lets it
 * call.
 */
interface DesktopWindow {
  external: unknown;
  webkit?: unknown;
  OSF?: { ScriptMessaging: Record<MacCallback, (id: string, payload: unknown[]) => void> };
}

/**
 * Loads an add-in's page into a frame, which `insert` puts into this page, with the channel of the
 * host's platform; gives back what takes the channel away.
 */
function connect(
  frame: HTMLIFrameElement,
  url: string,
  session: PaneSession,
  insert: () => void,
): () => void {
  const { platform } = session.options;
  const origin = new URL(url, location.href).origin;
  if (platform === 'web') {
    const channel = new WebChannel(session, (text) =>
      frame.contentWindow?.postMessage(text, origin),
    );
    const onMessage = (event: MessageEvent): void => {
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      if (typeof event.data === 'string') void channel.receive(event.data);
    };
    window.addEventListener('message', onMessage);
    // The library reads the name of its window once, so it is set before the frame is in the page.
    frame.name = channel.windowName;
    frame.src = url;
    insert();
    return () => window.removeEventListener('message', onMessage);
  }
  const address = new URL(url, location.href);
  address.search = `${address.search ? `${address.search}&` : '?'}_host_Info=${encodeURIComponent(session.hostInfo)}`;
  frame.src = address.href;
  insert();
  // Chromium keeps what is put into the window of a frame of the same origin now, before its first
  // page is loaded.
  const pane = frame.contentWindow as unknown as DesktopWindow;
  if (platform === 'windows') pane.external = new WindowsChannel(session).external;
  else {
    const { webkit } = new MacChannel(session, (name, id, payload) =>
      pane.OSF?.ScriptMessaging[name](id, payload),
    );
    Object.assign(pane, { webkit, ...MAC_DIALOGS });
  }
  return () => undefined;
}
