import { X509Certificate } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { localCertificate } from '../../src/cli/certificate';
import { serve } from '../../src/cli/serve';
import { scratch } from './tonghop';

/**
 * `npm run start:https`: the page over https as the manifest says, with a certificate made on this
 * machine.
 */

const folder = scratch();
const NOW = new Date();
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
afterAll(() => folder.remove());

describe('the certificate of localhost', () => {
  const made = () => localCertificate(join(folder.path, 'chung-thu'), NOW);

  it('is for this machine only, and no authority', () => {
    const certificate = new X509Certificate(made().cert);
    expect(certificate.ca).toBe(false);
    expect(certificate.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(new Date(certificate.validFrom) < NOW).toBe(true);
    expect(
      new Date(certificate.validTo) > later(396) && new Date(certificate.validTo) < later(398),
    ).toBe(true);
  });

  it('is kept, so that it is trusted once, and made anew before it ends or when it is spoiled', () => {
    const first = made();
    expect(made()).toEqual(first);
    expect(readFileSync(first.path, 'utf8')).toBe(first.cert);
    const renewed = localCertificate(join(folder.path, 'chung-thu'), later(380));
    expect(renewed.cert).not.toBe(first.cert);
    writeFileSync(join(folder.path, 'chung-thu', 'localhost.key'), first.key);
    expect(localCertificate(join(folder.path, 'chung-thu'), later(380)).cert).not.toBe(
      renewed.cert,
    );
    writeFileSync(renewed.path, 'hỏng');
    expect(localCertificate(join(folder.path, 'chung-thu'), NOW).cert).toContain(
      'BEGIN CERTIFICATE',
    );
  });

  it('that cannot be kept is said in a sentence, before anything else is done', () => {
    const started = (home: string, cwd: string) => {
      const start = resolve(__dirname, '../../src/cli/start.js');
      const env = { ...process.env, HOME: home, USERPROFILE: home };
      return spawnSync(process.execPath, [start, '--https'], { cwd, env, encoding: 'utf8' });
    };
    // A file where a folder is wanted: nobody may write there, whoever runs this.
    const file = join(folder.path, 'tep');
    writeFileSync(file, '');
    const { status, stderr } = started(file, folder.path);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Không giữ được chứng thư của máy này ở “.*tep.*” \(ENOTDIR\)\. Vui lòng [^\n]*\n$/,
    );
    mkdirSync(join(folder.path, 'noi-khac'));
    writeFileSync(join(folder.path, 'noi-khac', 'tong-hop-mau'), '');
    const other = started(folder.path, join(folder.path, 'noi-khac'));
    expect(other.stderr).toMatch(/^[^\n]*tong-hop-mau[^\n]*\n$/);
    expect(other.status).toBe(1);
  });

  it('carries the page over https to whoever trusts it, and to nobody else', async () => {
    writeFileSync(join(folder.path, 'index.html'), 'trang');
    const { key, cert } = made();
    const server = await serve(0, { pages: folder.path, sample: folder.path }, { key, cert });
    const { port } = server.address() as AddressInfo;
    const ask = (host: string, ca?: string) =>
      new Promise<string>((done, failed) => {
        get(
          {
            host: '127.0.0.1',
            servername: host,
            headers: { host: `${host}:${port}` },
            port,
            ca,
            agent: false,
          },
          (answer) => {
            answer
              .setEncoding('utf8')
              .on('data', (text: string) => done(`${answer.statusCode} ${text}`));
          },
        ).on('error', (error: NodeJS.ErrnoException) => failed(new Error(error.code)));
      });
    try {
      expect(await ask('localhost', cert)).toBe('200 trang');
      await expect(ask('localhost')).rejects.toThrow(/SELF_SIGNED|UNABLE_TO/);
      await expect(ask('noi-khac.vn', cert)).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID');
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });
});
