import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A certificate for https://localhost, made on this machine and kept, so that whoever has trusted
 * it need not do so again. It signs itself and nothing else: trusted, it vouches for this machine
 * only, and no authority has to be installed.
 */
export interface LocalCertificate {
  key: string;
  cert: string;
  /** Where the certificate stands, to be trusted. */
  path: string;
}

/** Below what browsers take as too long. */
const DAYS = 397;
const RENEWED_BEFORE = 30;
const DAY = 86_400_000;

export function localCertificate(folder: string, now: Date): LocalCertificate {
  const path = join(folder, 'localhost.crt');
  const keyPath = join(folder, 'localhost.key');
  const kept = readKept(keyPath, path, new Date(now.getTime() + RENEWED_BEFORE * DAY));
  if (kept) return { ...kept, path };
  const made = makeCertificate(now);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(keyPath, made.key, { mode: 0o600 });
  writeFileSync(path, made.cert);
  return { ...made, path };
}

/**
 * What the person runs once to trust it, for themselves only and without an administrator; null
 * where there is no Excel.
 */
export function trustCommand(platform: NodeJS.Platform, path: string): string | null {
  if (platform === 'win32') return `certutil -user -addstore Root "${path}"`;
  if (platform !== 'darwin') return null;
  return `security add-trusted-cert -r trustRoot -p ssl -k ~/Library/Keychains/login.keychain-db "${path}"`;
}

function readKept(
  keyPath: string,
  path: string,
  until: Date,
): { key: string; cert: string } | null {
  try {
    const [key, cert] = [keyPath, path].map((file) => readFileSync(file, 'utf8'));
    const certificate = new X509Certificate(cert);
    const isGood =
      certificate.checkPrivateKey(createPrivateKey(key)) && new Date(certificate.validTo) > until;
    return isGood ? { key, cert } : null;
  } catch {
    // Not there yet, or spoiled: either way a new one is made.
    return null;
  }
}

/** X.509 version 3 (RFC 5280) in DER, which Node reads but does not write. */
function makeCertificate(now: Date): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const name = sequence(
    tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from('Tong Hop localhost')))),
  );
  const serial = randomBytes(16);
  serial[0] = (serial[0] & 0x7f) | 0x40;
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(now.getTime() - DAY)), time(new Date(now.getTime() + DAYS * DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions())),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const der = sequence(toBeSigned, ecdsaWithSha256, bits(0, signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}

function extensions(): Buffer[] {
  const critical = tlv(0x01, Buffer.from([0xff]));
  const extension = (id: string, value: Buffer, ...flags: Buffer[]) =>
    sequence(oid(id), ...flags, tlv(0x04, value));
  const names = sequence(
    tlv(0x82, Buffer.from('localhost')),
    tlv(0x87, Buffer.from([127, 0, 0, 1])),
    tlv(0x87, Buffer.from([...Array<number>(15).fill(0), 1])),
  );
  return [
    extension('2.5.29.17', names),
    // No authority (the default is written by leaving it out), for signing a handshake, of a
    // server.
    extension('2.5.29.19', sequence(), critical),
    extension('2.5.29.15', bits(7, Buffer.from([0x80])), critical),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
  ];
}

function tlv(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function sequence(...content: Buffer[]): Buffer {
  return tlv(0x30, ...content);
}

function bits(unused: number, content: Buffer): Buffer {
  return tlv(0x03, Buffer.from([unused]), content);
}

function oid(text: string): Buffer {
  const [first, second, ...rest] = text.split('.').map(Number);
  const base128 = (value: number): number[] =>
    value < 0x80 ? [value] : [...base128(value >> 7).map((byte) => byte | 0x80), value & 0x7f];
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** UTCTime, which holds until 2049. */
function time(at: Date): Buffer {
  return tlv(0x17, Buffer.from(at.toISOString().replace(/[-:T]/g, '').slice(2, 14) + 'Z'));
}
