import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '../../src/cli/serve';
import { scratch } from './tonghop';

/**
 * The server of `npm start`: for this machine's browser only, and nothing that is asked of it ends
 * it.
 */
const folder = scratch();
let server: Server;
let port: number;

beforeAll(async () => {
  const [pages, sample] = ['pages', 'mau'].map((name) => join(folder.path, name));
  for (const one of [pages, sample]) mkdirSync(one);
  writeFileSync(join(pages, 'index.html'), 'trang');
  writeFileSync(join(sample, 'sổ.xlsx'), 'số liệu mẫu');
  writeFileSync(join(folder.path, 'bí mật.txt'), 'bí mật');
  symlinkSync(join(folder.path, 'không có'), join(pages, 'đứt.js'));
  server = await serve(0, { pages, sample });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  folder.remove();
});

function ask(
  path: string,
  { method = 'GET', host = `localhost:${port}` } = {},
): Promise<[number, string]> {
  return new Promise((done, failed) => {
    const asked = request({ port, path, method, headers: { host }, agent: false }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('end', () => done([response.statusCode!, text]));
    });
    asked.on('error', failed);
    asked.end();
  });
}

/** What no client of ours would send. */
function askRaw(text: string): Promise<string> {
  return new Promise((done, failed) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => (answer += data));
    socket.on('close', () => done(answer));
    socket.on('error', failed);
  });
}

it.each([
  '/%E0%A4%A',
  '//',
  '/%',
  '/%00',
  '/đứt.js',
  '///x',
  '/mau/',
  '/..%2f..%2fbí%20mật.txt',
  '/mau/..%5c..%5cx',
])('GET %s is answered, and the next one too', async (path) => {
  const [status, text] = await ask(encodeURI(path).replace(/%25/g, '%'));
  expect([200, 400, 404]).toContain(status);
  expect(text).not.toContain('bí mật');
  expect(await ask('/')).toEqual([200, 'trang']);
});

it.each([
  'GET http:// HTTP/1.1',
  'GET http://[ HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'GET x HTTP/1.0',
])('%s is answered, and the next one too', async (line) => {
  expect(await askRaw(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 40[0-9] /,
  );
  expect(await ask('/')).toEqual([200, 'trang']);
});

it('only what a browser of this machine calls this machine is answered: a page elsewhere cannot read the samples', async () => {
  const sample = encodeURI('/mau/sổ.xlsx');
  for (const host of [
    'localhost',
    `localhost:${port}`,
    `127.0.0.1:${port}`,
    `[::1]:${port}`,
    'LOCALHOST:80',
  ])
    expect([host, await ask(sample, { host })]).toEqual([host, [200, 'số liệu mẫu']]);
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '@localhost',
  ]) {
    const [status, text] = await ask(sample, { host });
    expect([host, status, text.includes('số liệu')]).toEqual([host, 421, false]);
  }
  expect(await askRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
});

it('only what reads is answered', async () => {
  expect(await ask('/', { method: 'HEAD' })).toEqual([200, '']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    expect([method, (await ask('/', { method }))[0]]).toEqual([method, 405]);
});

it('a file that goes while it is sent ends the answer, not the server', async () => {
  const path = join(folder.path, 'pages', 'dài.bin');
  writeFileSync(path, new Uint8Array(8 << 20));
  const gone = ask(encodeURI('/dài.bin')).catch(() => [0, '']);
  rmSync(path);
  await gone;
  expect(await ask('/')).toEqual([200, 'trang']);
});
