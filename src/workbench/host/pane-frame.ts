import type { ExcelHost } from './excel-host';
import { PaneSession, type DialogRequest } from './pane-session';

export interface PaneOptions {
  url: string;
  locale: string;
  host: ExcelHost;
}

/** Puts an add-in's page into an iframe of this page and answers it as Excel would. */
export class PaneFrame {
  readonly session: PaneSession;
  private readonly origin: string;
  private dialog: DialogFrame | null = null;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly options: PaneOptions,
  ) {
    this.origin = new URL(options.url, location.href).origin;
    this.session = new PaneSession({
      host: options.host,
      locale: options.locale,
      origin: location.origin,
      post: (text) => frame.contentWindow?.postMessage(text, this.origin),
      openDialog: (request) => this.openDialog(request),
      closeDialog: () => this.closeDialog(),
    });
  }

  /** The library reads the name of its window once, so it is set before the frame is in the page. */
  start(container: HTMLElement): () => void {
    this.frame.name = this.session.windowName;
    this.frame.src = this.options.url;
    window.addEventListener('message', this.onMessage);
    container.append(this.frame);
    return () => {
      this.closeDialog();
      window.removeEventListener('message', this.onMessage);
      this.session.close();
      this.frame.remove();
    };
  }

  private readonly onMessage = (event: MessageEvent): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return;
    if (typeof event.data === 'string') void this.session.receive(event.data);
  };

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
  private readonly origin: string;

  constructor(
    { url, width, height }: DialogRequest,
    { host, locale }: PaneOptions,
    tell: { said(message: string): void; closed(): void },
  ) {
    this.origin = new URL(url).origin;
    this.session = new PaneSession({
      host,
      locale,
      origin: location.origin,
      isDialog: true,
      post: (text) => this.frame.contentWindow?.postMessage(text, this.origin),
      toParent: tell.said,
    });
    this.frame.name = this.session.windowName;
    this.frame.src = url;
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
    window.addEventListener('message', this.onMessage);
    document.body.append(this.element);
    this.element.showModal();
  }

  remove(): void {
    window.removeEventListener('message', this.onMessage);
    this.session.close();
    this.element.remove();
  }

  private readonly onMessage = (event: MessageEvent): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return;
    if (typeof event.data === 'string') void this.session.receive(event.data);
  };
}
