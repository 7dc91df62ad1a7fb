import { CONTEXT, execute, registered, saidToParent, told, unregistered } from './desktop-calls';
import type { PaneSession, SessionEvent } from './pane-session';

/**
 * Excel for Windows: the object that office.js finds as window.external, asked directly and
 * answered by calling back.
 */

/** An array of COM: the client asks for toArray where a plain array of JavaScript would do. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

type Callback = (answer: SafeArray | number, code?: number) => void;
type Handler = (event: number, payload: SafeArray) => void;

/**
 * Excel's themes as numbers 0xRRGGBB; office.js makes a colour of every member, of isDarkTheme too.
 */
const THEMES = {
  light: { body: 0xffffff, text: 0x242424, control: 0xf0f0f0 },
  dark: { body: 0x292929, text: 0xffffff, control: 0x141414 },
} as const;

export class WindowsChannel {
  private readonly handlers = new Map<number, Handler>();

  constructor(private readonly session: PaneSession) {
    session.carriedBy((event) => this.fire(event));
  }

  readonly external = {
    GetContext: () => this.context(),
    Execute: (dispatch: number, params: unknown[], callback: Callback): void => {
      void execute(this.session, dispatch, params).then((outcome) => {
        if (outcome === null) return;
        if (typeof outcome === 'number') callback(outcome);
        else callback(safeArray(outcome), 0);
      });
    },
    RegisterEvent: (event: number, target: string, handler: Handler, callback: Callback): void => {
      this.handlers.set(event, handler);
      registered(this.session, event, target);
      queueMicrotask(() => callback(0));
    },
    UnregisterEvent: (event: number, _target: string, callback: Callback): void => {
      this.handlers.delete(event);
      unregistered(this.session, event);
      queueMicrotask(() => callback(0));
    },
    MessageParent2: (json: string): void => saidToParent(this.session, json),
  };

  /** Told after what Excel is doing just now, as messages of a window are. */
  private fire(event: SessionEvent): void {
    const [number, payload] = told(event, this.session);
    queueMicrotask(() => this.handlers.get(number)?.(number, safeArray(payload)));
  }

  private context(): object {
    const { session } = this;
    const { host, locale, isDark = false } = session.options;
    return {
      GetAppType: () => CONTEXT.appType,
      GetSolutionRef: () => session.instance,
      GetAppVersionMajor: () => CONTEXT.major,
      GetAppVersionMinor: () => CONTEXT.minor,
      GetAppUILocale: () => locale,
      GetAppDataLocale: () => host.culture.name,
      GetDocUrl: () => session.documentUrl,
      GetAppCapabilities: () => CONTEXT.readWrite,
      GetActivationMode: () => CONTEXT.documentOpened,
      GetControlIntegrationLevel: () => CONTEXT.taskPane,
      GetSettings: () => this.settings,
      GetInstanceId: () => session.instance,
      GetSupportedMatrix: () => session.requirements,
      GetHostFullVersion: () => session.fullVersion,
      GetInitialDisplayMode: () => CONTEXT.shown,
      GetOfficeThemeInfo: () => {
        const { body, text, control } = THEMES[isDark ? 'dark' : 'light'];
        return JSON.stringify({
          bodyBackgroundColor: body,
          bodyForegroundColor: text,
          controlBackgroundColor: control,
          controlForegroundColor: text,
          isDarkTheme: isDark,
        });
      },
    };
  }

  private readonly settings = {
    Read: (keys: string[], values: string[]): void => {
      for (const [key, value] of this.session.settings) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: string[], values: string[]): void =>
      this.session.saveSettings([...keys].map((key, index) => [key, values[index]] as const)),
  };
}

function safeArray(items: unknown[]): SafeArray {
  const own = items.map((item) => (Array.isArray(item) ? safeArray(item) : item));
  return { toArray: () => own, dimensions: () => 1 };
}
