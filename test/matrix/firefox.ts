import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { patience } from '../patience';

/** Debian's Firefox, or another one (E2E_FIREFOX). */
const PROGRAM = process.env.E2E_FIREFOX ?? '/usr/bin/firefox-esr';

/** Quiet on a closed network, and whatever is saved goes into the folder without asking. */
const PREFERENCES = (downloads: string) => ({
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.auto': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
});

/**
 * One page in Firefox, driven as the standard has it (WebDriver BiDi): Playwright drives only a
 * Firefox of its own making. What a person does is done in the page by its own means: a file is
 * chosen, a button is clicked.
 */
export class FirefoxPage {
  private next = 0;
  private readonly waiting = new Map<
    number,
    { done(result: never): void; failed(error: Error): void }
  >();
  readonly requests: string[] = [];

  private constructor(
    private readonly program: ChildProcess,
    private readonly socket: WebSocket,
    private context = '',
  ) {
    socket.on('message', (text: Buffer) => this.take(JSON.parse(text.toString())));
  }

  /** `folder` is for the profile, and for what is saved: its folder `saved`. */
  static async open(folder: string, address: string): Promise<FirefoxPage> {
    if (!existsSync(PROGRAM))
      throw new Error(`this test needs Firefox (Debian: firefox-esr) at ${PROGRAM}`);
    const profile = join(folder, 'profile');
    mkdirSync(profile, { recursive: true });
    mkdirSync(join(folder, 'saved'), { recursive: true });
    const lines = Object.entries(PREFERENCES(join(folder, 'saved'))).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const program = spawn(
      PROGRAM,
      ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
      {
        env: { ...process.env, HOME: folder },
      },
    );
    const at = await addressOf(program);
    const socket = new WebSocket(`${at}/session`);
    await new Promise((done, failed) => socket.once('open', done).once('error', failed));
    const page = new FirefoxPage(program, socket);
    await page.send('session.new', { capabilities: {} });
    const { contexts } = await page.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      {},
    );
    page.context = contexts[0].context;
    await page.send('session.subscribe', { events: ['network.beforeRequestSent'] });
    await page.send('browsingContext.navigate', {
      context: page.context,
      url: address,
      wait: 'complete',
    });
    return page;
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.program.once('exit', done));
    this.socket.close();
    this.program.kill();
    await ended;
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const answer = await this.send<{
      type: string;
      result?: { value: string };
      exceptionDetails?: { text: string };
    }>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.context },
      awaitPromise: true,
      // As if a person had clicked: else nothing may be saved.
      userActivation: true,
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'no answer');
    return JSON.parse(answer.result!.value ?? 'null') as T;
  }

  async until(expression: string): Promise<void> {
    const latest = Date.now() + patience(15_000);
    while (!(await this.value<boolean>(`Boolean(${expression})`))) {
      if (Date.now() > latest)
        throw new Error(`never: ${expression}; the page says ${await this.text()}`);
      await new Promise((later) => setTimeout(later, 100));
    }
  }
  text(): Promise<string> {
    return this.value<string>('document.body.innerText');
  }
  async sees(text: string): Promise<void> {
    await this.until(`document.body.innerText.includes(${JSON.stringify(text)})`);
  }

  async press(name: string): Promise<void> {
    const button = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)} && !one.disabled)`;
    await this.until(button);
    await this.value(`${button}.click()`);
  }

  async choosesFiles(selector: string, files: readonly string[]): Promise<void> {
    const found = await this.send<{ nodes: { sharedId: string }[] }>(
      'browsingContext.locateNodes',
      {
        context: this.context,
        locator: { type: 'css', value: selector },
      },
    );
    await this.send('input.setFiles', { context: this.context, element: found.nodes[0], files });
  }

  private send<T = unknown>(method: string, params: object): Promise<T> {
    const id = ++this.next;
    return new Promise<T>((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  private take(message: {
    id?: number;
    error?: string;
    message?: string;
    result?: unknown;
    params?: unknown;
  }): void {
    if (message.id === undefined) {
      const { request } = message.params as { request?: { url: string } };
      if (request) this.requests.push(request.url);
      return;
    }
    const asked = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) asked?.failed(new Error(`${message.error}: ${message.message}`));
    else asked?.done(message.result as never);
  }
}

/** Firefox tells where it listens. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    program.stderr!.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) done(address);
    });
    program.once('exit', (code) => failed(new Error(`Firefox ended (${code}): ${said}`)));
  });
}
