import { CFB } from '@e965/xlsx';
import { md5, sha1 } from '@noble/hashes/legacy';

/**
 * Excel 97–2003 encrypts a workbook whose structure is protected with a password of its own, which
 * it never asks anybody for; every program that opens .xls knows it. A file with that one is as
 * open as any; one with another stays shut ([MS-XLS] 2.2.10,
 * [MS-OFFCRYPTO] 2.3.5 and 2.3.6).
 */
export const DEFAULT_PASSWORD = 'VelvetSweatshop';

const FILE_PASS = 0x2f;
/**
 * A record nobody reads (that the workbook is a template) in place of the one that says the rest is
 * encrypted, once it is not.
 */
const UNREAD = 0x60;
/** Records that are never encrypted; of a sheet's entry only where it stands is not. */
const OPEN_RECORDS = new Set([0x0809, FILE_PASS, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196]);
const SHEET_ENTRY = 0x0085;
/** The key changes every so many bytes. */
const BLOCK = 1024;

interface Entry {
  content: Uint8Array | number[];
}

/** The file without its encryption; null where it has none, or a password of somebody's. */
export function withoutDefaultPassword(bytes: Uint8Array): Uint8Array | null {
  const container = CFB.read(bytes, { type: 'array' });
  const entry = (CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book')) as Entry | null;
  if (!entry) return null;
  const stream = Uint8Array.from(entry.content);
  const view = new DataView(stream.buffer);
  const pass = filePassOf(view);
  const keyOf = pass && keysFor(stream.subarray(pass.at, pass.at + pass.length));
  if (!pass || !keyOf) return null;
  decrypt(stream, view, keyOf);
  view.setUint16(pass.at - 4, UNREAD, true);
  entry.content = stream;
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
}

/** It stands right behind the first record, or behind one that says who has written. */
function filePassOf(view: DataView): { at: number; length: number } | null {
  let at = 0;
  for (let count = 0; count < 4 && at + 4 <= view.byteLength; count++) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === FILE_PASS) return { at: at + 4, length };
    at += 4 + length;
  }
  return null;
}

type KeyOf = (block: number) => Uint8Array;

/**
 * The keys the default password gives; null where the file's own check says it is another, or the
 * method is none of RC4.
 */
function keysFor(pass: Uint8Array): KeyOf | null {
  const view = new DataView(pass.buffer, pass.byteOffset, pass.byteLength);
  try {
    if (view.getUint16(0, true) !== 1) return null;
    const [major, minor] = [view.getUint16(2, true), view.getUint16(4, true)];
    if (major === 1 && minor === 1) {
      const [salt, verifier, hash] = [6, 22, 38].map((at) => pass.subarray(at, at + 16));
      return verified(simpleKeys(salt), verifier, hash, md5);
    }
    if (minor !== 2) return null;
    const header = 14;
    const keyBytes = (view.getUint32(header + 16, true) || 40) / 8;
    const rest = header + view.getUint32(10, true);
    const salt = pass.subarray(rest + 4, rest + 20);
    const verifier = pass.subarray(rest + 20, rest + 36);
    return verified(
      providerKeys(salt, keyBytes),
      verifier,
      pass.subarray(rest + 40, rest + 60),
      sha1,
    );
  } catch (error) {
    // A record that is shorter than it says.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function verified(
  keyOf: KeyOf,
  verifier: Uint8Array,
  hash: Uint8Array,
  digest: (data: Uint8Array) => Uint8Array,
): KeyOf | null {
  const next = rc4(keyOf(0));
  const plain = verifier.map((byte) => byte ^ next());
  const expected = hash.map((byte) => byte ^ next());
  return digest(plain).every((byte, index) => byte === expected[index]) ? keyOf : null;
}

function simpleKeys(salt: Uint8Array): KeyOf {
  const start = md5(passwordBytes()).subarray(0, 5);
  const repeated = joined(...Array.from({ length: 16 }, () => [start, salt]).flat());
  const base = md5(repeated).subarray(0, 5);
  return (block) => md5(joined(base, littleEndian(block)));
}

function providerKeys(salt: Uint8Array, keyBytes: number): KeyOf {
  const base = sha1(joined(salt, passwordBytes()));
  return (block) => {
    const key = sha1(joined(base, littleEndian(block))).slice(0, keyBytes);
    // Keys of 40 bits are filled up to 128.
    return keyBytes === 5 ? joined(key, new Uint8Array(11)) : key;
  };
}

/** In place; the key stream runs over the heads of records too, which are not encrypted. */
function decrypt(stream: Uint8Array, view: DataView, keyOf: KeyOf): void {
  let next = rc4(keyOf(0));
  let done = 0;
  const upTo = (end: number, isEncrypted: boolean) => {
    for (; done < end; done++) {
      if (done % BLOCK === 0) next = rc4(keyOf(done / BLOCK));
      const byte = next();
      if (isEncrypted) stream[done] ^= byte;
    }
  };
  while (done + 4 <= stream.length) {
    const type = view.getUint16(done, true);
    const end = Math.min(stream.length, done + 4 + view.getUint16(done + 2, true));
    upTo(done + 4, false);
    if (type === SHEET_ENTRY) upTo(Math.min(end, done + 4), false);
    upTo(end, !OPEN_RECORDS.has(type));
  }
}

function rc4(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b], state[a]]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return () => {
    i = (i + 1) & 255;
    j = (j + state[i]) & 255;
    swap(i, j);
    return state[(state[i] + state[j]) & 255];
  };
}

function passwordBytes(): Uint8Array {
  return Uint8Array.from([...DEFAULT_PASSWORD].flatMap((letter) => [letter.charCodeAt(0), 0]));
}

function littleEndian(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
