import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { connectBrowser } from '../browser/browser';
import { breachesOf } from '../browser/policy';
import { Workbench } from '../browser/workbench';
import { monthOfTheOffice } from '../scenario/month';
import { scratch } from '../cli/tonghop';
import { patience } from '../patience';
import { localCertificate } from '../../src/cli/certificate';

/**
 * What an office installs: the package of an address, the command line in it, and nginx that serves
 * it over https.
 */

const ROOT = resolve(__dirname, '../..');
const folder = scratch();
let files: Record<string, Uint8Array>;
let first: Buffer;
let port: number;

beforeAll(async () => {
  port = await freePort();
  first = packaged('one.zip');
  files = Object.fromEntries(
    Object.entries(unzipSync(first)).map(([path, bytes]) => [
      path.replace(/^tong-hop-[^/]+\//, ''),
      bytes,
    ]),
  );
  for (const [path, bytes] of Object.entries(files)) put(path, bytes);
});
afterAll(() => folder.remove());

function packaged(name: string): Buffer {
  const out = join(folder.path, name);
  const base = ['--base', `https://localhost:${port}/`];
  execFileSync(process.execPath, ['.config/package.mjs', ...base, '--out', out], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  return readFileSync(out);
}
function put(path: string, bytes: Uint8Array | string): void {
  const at = join(folder.path, 'installed', path);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(at, bytes);
}
const text = (path: string) => Buffer.from(files[path]).toString('utf8');
const paths = () => Object.keys(files);

describe('the package', () => {
  it('is the same, byte for byte, when it is made again', () => {
    expect(packaged('two.zip').equals(first)).toBe(true);
  });

  it('names every file it holds with its checksum', () => {
    const named = Object.fromEntries(
      text('SHA256SUMS')
        .trim()
        .split('\n')
        .map((line) => line.split('  ').reverse()),
    );
    const sums = paths()
      .filter((path) => path !== 'SHA256SUMS')
      .map((path) => [path, createHash('sha256').update(files[path]).digest('hex')]);
    expect(named).toEqual(Object.fromEntries(sums));
  });

  it('has a manifest for its address, with its own id and version, and a help page that is there', () => {
    const manifest = text('web/manifest.xml');
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(manifest).toContain('<Id>6f3c2f0e-6b1a-4a57-9d0e-2c1f5b7f3a91</Id>');
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    const addresses = [...manifest.matchAll(/DefaultValue="(https:[^"]*)"/g)].map(
      ([, address]) => new URL(address),
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const { origin, pathname } of addresses) {
      expect(origin).toBe(`https://localhost:${port}`);
      expect(paths()).toContain(`web${pathname}`);
    }
  });

  it('ships office.js as it is, with its terms, and our page of development not at all', () => {
    for (const path of paths().filter(
      (one) => one.startsWith('web/pane/office/') && !one.endsWith('LICENSE.md'),
    )) {
      const own = join(
        ROOT,
        'node_modules/@microsoft/office-js/dist',
        path.replace('web/pane/office/', ''),
      );
      expect([path, Buffer.from(files[path]).equals(readFileSync(own))]).toEqual([path, true]);
    }
    expect(paths()).toContain('web/pane/office/office.js');
    expect(text('web/pane/office/LICENSE.md')).toContain(
      'MICROSOFT OFFICE JAVASCRIPT (OFFICE.JS) API LIBRARY',
    );
    expect(paths().filter((path) => /workbench|AgaveErrorUX/.test(path))).toEqual([]);
  });

  it('names what of others it holds: notices with their licences, and a list of parts without clock or dice', () => {
    const notices = text('THIRD-PARTY-NOTICES.txt');
    for (const name of [
      'react ',
      '@fluentui/react-components ',
      '@ironcalc/wasm ',
      'hucre ',
      'fflate ',
      'lzma1 ',
    ])
      expect(notices).toContain(`\n${name}`);
    const list = JSON.parse(text('sbom.cdx.json')) as {
      bomFormat: string;
      components: { name: string }[];
    };
    expect(list.bomFormat).toBe('CycloneDX');
    expect(list.components.map(({ name }) => name)).toContain('react-dom');
    expect(text('sbom.cdx.json')).not.toMatch(/serialNumber|timestamp/);
  });

  it('has the command line as one file that needs only Node, and checks in processes of its own', () => {
    const alone = join(folder.path, 'alone');
    mkdirSync(alone);
    writeFileSync(join(alone, 'tonghop.js'), files['cli/tonghop.js']);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['tonghop.js', ...args], {
        cwd: alone,
        encoding: 'utf8',
        env: { PATH: '' },
      });
    expect(run('plan', 'vinh-chap-2024', '--out', 'plan.xlsx').status).toBe(0);
    expect(run('templates', 'plan.xlsx', '--period', '2024-03', '--out', 'bieu').status).toBe(0);
    const checked = run(
      'check',
      'plan.xlsx',
      'bieu/2024-03_MC_bo-phan-mot-cua.xlsx',
      '--annotate',
      'tra',
      '--json',
      '-',
    );
    const { files: found } = JSON.parse(checked.stdout) as {
      files: { agency: string; findings: { code: string }[] }[];
    };
    expect(found[0].agency).toBe('MC');
    expect(found[0].findings.map(({ code }) => code)).toContain('form-blank');
    expect(existsSync(join(alone, 'tra'))).toBe(true);
  });
});

describe('nginx', () => {
  let server: ChildProcess;
  let said = '';

  beforeAll(async () => {
    const { key, cert } = localCertificate(folder.path, new Date());
    put('cert.pem', cert);
    put('key.pem', key);
    const at = (path: string) => join(folder.path, 'installed', path);
    const own = text('nginx.conf')
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
      .replace('/etc/ssl/tonghop/cert.pem', at('cert.pem'))
      .replace('/etc/ssl/tonghop/key.pem', at('key.pem'))
      .replaceAll('/var/www/tonghop/web', at('web'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((one) => `${one}_temp_path ${at(`${one}_temp`)};`)
      .join(' ');
    put(
      'whole.conf',
      `user root; daemon off; pid ${at('pid')}; error_log stderr;\nevents {}\nhttp { access_log off; ${temporary}\n${own}\n}\n`,
    );
    server = spawn(NGINX, ['-c', at('whole.conf'), '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server.stderr!.on('data', (line: Buffer) => (said += line.toString()));
    server.on(
      'error',
      (error) => (said += `${error.message}: this test needs nginx (Debian: nginx-light)`),
    );
    for (const latest = Date.now() + patience(10_000); ;) {
      const is = await get('/').catch(() => null);
      if (is) break;
      if (Date.now() > latest) throw new Error(`nginx does not answer: ${said}`);
      await new Promise((later) => setTimeout(later, 100));
    }
  });
  afterAll(async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGQUIT');
    await ended;
  });

  interface Answer {
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: string;
  }
  function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((done, failed) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path,
          headers: { host: `localhost:${port}`, ...headers },
          rejectUnauthorized: false,
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            done({
              status: response.statusCode!,
              headers: response.headers,
              body: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      asked.on('error', failed).end();
    });
  }
  it('takes the configuration without a warning', () => {
    expect(said).not.toMatch(/\[(warn|error|emerg)\]/);
  });

  const hashed = () => paths().filter((path) => /^web\/.*\.[0-9a-f]{8}\.(js|css)$/.test(path));

  it('keeps files named by their content for long, and pages and the manifest never', async () => {
    for (const path of [
      '/',
      '/pane/taskpane.html',
      '/manifest.xml',
      '/TongHop.html',
      '/pane/not-ready.js',
    ])
      expect([path, (await get(path)).headers['cache-control']]).toEqual([path, 'no-cache']);
    expect(hashed().length).toBeGreaterThan(5);
    for (const path of hashed()) {
      const { status, headers } = await get(path.slice(3));
      expect([path, status, headers['cache-control']]).toEqual([
        path,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  it('sends the policy and no guess of kinds with everything, and the right kinds', async () => {
    for (const [path, kind] of [
      ['/pane/taskpane.html', 'text/html; charset=utf-8'],
      ['/pane/office/office.js', 'text/javascript; charset=utf-8'],
      [hashed()[0].slice(3), 'text/javascript; charset=utf-8'],
      ['/manifest.xml', 'application/xml; charset=utf-8'],
    ]) {
      const { headers } = await get(path);
      expect([path, headers['content-type']]).toEqual([path, kind]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'self'; object-src 'none'; media-src 'none'; manifest-src 'none'; script-src 'self'; /,
      );
    }
    expect((await get('/pane/khong-co.js')).status).toBe(404);
    expect((await get('/pane/')).status).toBe(403);
  });

  it('an update replaces the page at the next opening, and the chunks of the one before stay', async () => {
    const before = await get('/pane/taskpane.html');
    const old = /taskpane\.[0-9a-f]{8}\.js/.exec(before.body)![0];
    const made = old.replace(/[0-9a-f]{8}/, '01234567');
    // As the papers say: the new files are copied over the old ones, whose names nobody uses again.
    put(`web/pane/${made}`, files[`web/pane/${old}`]);
    put('web/pane/taskpane.html.new', before.body.replace(old, made));
    const at = join(folder.path, 'installed/web/pane/taskpane.html');
    renameSync(`${at}.new`, at);
    const after = await get('/pane/taskpane.html', {
      'if-none-match': String(before.headers.etag),
    });
    expect(after.status).toBe(200);
    expect(after.body).toContain(made);
    expect((await get(`/pane/${old}`)).status).toBe(200);
    const again = await get('/pane/taskpane.html', { 'if-none-match': String(after.headers.etag) });
    expect(again.status).toBe(304);
  });

  it('serves TongHop.html to a browser, which then asks for nothing more, and the pane without a breach of its policy', async () => {
    const browser = await connectBrowser();
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (one) => asked.push(one.url()));
      const breaches = breachesOf(page);
      await page.goto(`https://localhost:${port}/TongHop.html`);
      await page.getByLabel('Mở biểu hoặc sổ').waitFor({ timeout: patience(20_000) });
      expect(asked.filter((url) => !/^blob:|favicon/.test(url))).toEqual([
        `https://localhost:${port}/TongHop.html`,
      ]);
      const missing: string[] = [];
      page.on('response', (one) => one.status() >= 400 && missing.push(one.url()));
      await page.goto(`https://localhost:${port}/pane/taskpane.html`);
      await page.getByText('Đang mở Tổng Hợp…').waitFor();
      await page.waitForLoadState('networkidle');
      expect(missing.filter((url) => !/favicon|o15apptofilemappingtable/.test(url))).toEqual([]);
      expect(breaches).toEqual([]);
    } finally {
      await context.close();
      await browser.close();
    }
  });

  describe('the month of the office, its pane from there', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await connectBrowser();
    });
    afterAll(() => browser?.close());
    monthOfTheOffice((sample, workbook) =>
      Workbench.open(browser, sample, workbook, {
        ignoreHTTPSErrors: true,
        installed: `https://localhost:${port}`,
      }),
    );
  });
});

/** Debian's nginx, or another one (E2E_NGINX). */
const NGINX = process.env.E2E_NGINX ?? '/usr/sbin/nginx';

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => done(free));
    });
  });
}
