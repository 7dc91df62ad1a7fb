import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Keeps the browser quiet on a closed network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the one browser that all suites of a run share, and finds it by itself: E2E_BROWSER (a
 * path, or "npm" for the last of these), an installed one, Playwright's cache, then the one that
 * comes with npm. What was tried is the error of every suite that needs it: none skips.
 */
export async function startBrowser() {
  const tried = [];
  for (const [name, launch] of candidates()) {
    try {
      return await launch();
    } catch (error) {
      tried.push(
        `${name}: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`,
      );
    }
  }
  throw new Error(`no browser could be started; tried:\n${tried.join('\n')}`);
}

/** Names, each with how it is launched. */
function candidates() {
  const at = (path) => [path, () => chromium.launchServer({ executablePath: path, args: QUIET })];
  const chosen = process.env.E2E_BROWSER;
  if (chosen) return [chosen === 'npm' ? ['@sparticuz/chromium', packaged] : at(chosen)];
  return [
    ...(INSTALLED[platform()]?.filter(existsSync).map(at) ?? []),
    ...cached().map(at),
    ['@sparticuz/chromium', packaged],
  ];
}

const INSTALLED = {
  linux: [
    '/usr/bin/microsoft-edge',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  win32: ['PROGRAMFILES(X86)', 'PROGRAMFILES', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    return root
      ? [
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
          join(root, 'Google/Chrome/Application/chrome.exe'),
        ]
      : [];
  }),
  darwin: [
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
};

/** Browsers another Playwright of this person has downloaded. */
function cached() {
  const root = {
    linux: '.cache/ms-playwright',
    darwin: 'Library/Caches/ms-playwright',
    win32: 'AppData/Local/ms-playwright',
  }[platform()];
  const folder = root && join(homedir(), root);
  if (!folder || !existsSync(folder)) return [];
  const inside = [
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) => inside.map((path) => join(folder, name, path)))
    .filter(existsSync);
}

/**
 * The Chromium inside an npm package (Linux x64): its libraries need this variable before it is
 * loaded.
 */
async function packaged() {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return chromium.launchServer({
    executablePath: await sparticuz.executablePath(),
    args: [...QUIET, '--no-zygote'],
  });
}
