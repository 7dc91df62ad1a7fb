import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Nothing leaves the origin; wasm is the calculation engine of the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * office.js trusts a host of its own hostname over https; on plain http it asks this page. It is a
 * route of this development server only, never a file that could be shipped.
 */
const TRUST_ROUTE = '/pane/office/AgaveErrorUX/index.html';
const TRUST_SCRIPT = '/pane/office/AgaveErrorUX/trust.js';
const TRUST_PAGE = '<!doctype html><title>host</title><script src="trust.js"></script>';
const TRUST_CODE = 'parent.postMessage(JSON.stringify({hostUserTrusted:true}), location.origin);';

/**
 * What a browser of this machine calls this machine. A page elsewhere can have its own name lead
 * here, and would read the samples.
 */
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** The path that is asked for; or how it is refused. */
function pathOf({
  method,
  url,
  headers,
}: IncomingMessage): string | { status: number; allow?: string } {
  if (!OWN_HOST.test(headers.host ?? '')) return { status: 421 };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, allow: 'GET, HEAD' };
  if (!url?.startsWith('/')) return { status: 400 };
  try {
    return decodeURIComponent(new URL(`http://localhost${url}`).pathname);
  } catch {
    return { status: 400 };
  }
}

/**
 * Serves the built pages, and a folder of sample files under /mau/, to this machine only; port 0
 * takes a free one. Over https with a key and its certificate.
 */
export function serve(
  port: number,
  folders: { pages: string; sample: string },
  secure?: { key: string; cert: string },
): Promise<Server> {
  const mounts: [string, string][] = [
    ['/mau/', resolve(folders.sample)],
    ['/', resolve(folders.pages)],
  ];
  const answer: RequestListener = (request, response) => {
    const path = pathOf(request);
    const headers = {
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    };
    if (typeof path !== 'string') {
      const { status, allow } = path;
      response.writeHead(status, { ...headers, ...(allow ? { allow } : {}) }).end();
      return;
    }
    if (path === TRUST_ROUTE || path === TRUST_SCRIPT) {
      response.writeHead(200, {
        ...headers,
        'content-type': TYPES[path === TRUST_ROUTE ? '.html' : '.js'],
      });
      response.end(path === TRUST_ROUTE ? TRUST_PAGE : TRUST_CODE);
      return;
    }
    const file = locate(path, mounts);
    if (!file) {
      response.writeHead(404, headers).end('not found');
      return;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    // A file that goes meanwhile, or a browser that does, ends this answer and nothing else.
    pipeline(createReadStream(file), response, () => undefined);
  };
  const server = secure ? createSecureServer(secure, answer) : createServer(answer);
  return new Promise((done, failed) => {
    server.on('error', failed);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

function locate(path: string, mounts: readonly [string, string][]): string | null {
  for (const [prefix, folder] of mounts) {
    if (!path.startsWith(prefix)) continue;
    const inside = normalize(path.slice(prefix.length)) || 'index.html';
    let file = join(folder, inside);
    if (!(file + sep).startsWith(folder + sep)) continue;
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (existsSync(file) && statSync(file).isFile()) return file;
  }
  return null;
}
