import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { strFromU8 } from 'fflate';
import { readLedgerJson, type LedgerJson } from '../domain/ledger/ledger-json';
import type { LedgerRefusalCode } from '../domain/ledger/ledger-tables';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import { ARCHIVE, readArchiveList, type ArchiveEntry } from './archive-list';
import { ARCHIVE_LIMITS } from './archive-limits';
import { Cancelled, type Progress, type ReceivedFile } from './ports';
import type { UseCaseRefusalCode } from './refusals';

/**
 * An archive opened again: every figure leads to its file, sheet and cell without anything else.
 */
export interface RestoredArchive extends LedgerJson {
  /** The originals that are what they were, by SHA-256: a submission's `hash` finds its file. */
  originals: ReadonlyMap<string, ReceivedFile>;
  /** The workbook with plan and ledger, to work on; null when it is not there as it was. */
  book: ReceivedFile | null;
  /**
   * Without its list nothing says that the ledger is what was put away: it is for reading, and
   * nothing is restored from it.
   */
  isForReadingOnly: boolean;
  /** Whatever does not agree with the list. */
  troubles: Refusal<UseCaseRefusalCode>[];
}

/**
 * Opens an archive of a period, given as the files in it (a zip taken apart within its bounds, or
 * its folder), and holds the hash of each against the list. What does not agree is named; an
 * original or a workbook of which that is so is given to nobody.
 */
export async function restoreArchive(
  given: readonly ReceivedFile[],
  progress: Progress,
): Promise<Result<RestoredArchive, Refusal<UseCaseRefusalCode | LedgerRefusalCode>>> {
  const inside = filesOfOne(given);
  const ledgerFile = inside?.get(ARCHIVE.ledger);
  if (!inside || !ledgerFile) return refuse('archive-not-one');
  const json = await bytesOf(ledgerFile);
  if (!json) return refuse('archive-file-damaged', { path: ARCHIVE.ledger });
  const ledger = readLedgerJson(strFromU8(json));
  if (!ledger.ok) return ledger;
  const { listed, troubles } = await listIn(inside);
  const entries = listed ?? [];
  const files = entries.filter(({ path }) => path !== '');
  const known: Known = {
    listed: listed && new Map(files.map((entry) => [entry.path, entry])),
    hashes: new Set(ledger.value.submissions.map(({ hash }) => hash)),
  };
  const { sound, originals } = await heldAgainst(known, inside, troubles, progress);
  for (const { path } of files)
    if (!inside.has(path)) troubles.push({ code: 'archive-file-missing', facts: { path } });
  const absent = entries.filter(({ path, hash }) => path === '' && hash !== '');
  troubles.push(...absent.map(originalAbsent));
  progress.step(inside.size, inside.size, '');
  const book = (listed && sound.get(ARCHIVE.book)) ?? null;
  return accept({ ...ledger.value, originals, book, isForReadingOnly: !listed, troubles });
}

/** The files that are what they were, by their path, and of originals by their hash as well. */
async function heldAgainst(
  known: Known,
  inside: ReadonlyMap<string, ReceivedFile>,
  troubles: Refusal<UseCaseRefusalCode>[],
  progress: Progress,
): Promise<{ sound: Map<string, ReceivedFile>; originals: Map<string, ReceivedFile> }> {
  const sound = new Map<string, ReceivedFile>();
  const originals = new Map<string, ReceivedFile>();
  let done = 0;
  for (const [path, file] of inside) {
    if (progress.cancelled) throw new Cancelled();
    progress.step(done++, inside.size, path);
    if (path === ARCHIVE.list || path === ARCHIVE.readme) continue;
    const bytes = await bytesOf(file);
    const hash = bytes && hashOf(bytes);
    const code = troubleWith(path, hash, known);
    if (code) troubles.push({ code, facts: { path } });
    else sound.set(path, file);
    if (!code && hash && path.startsWith(ARCHIVE.originals)) originals.set(hash, file);
    await progress.breathe?.();
  }
  return { sound, originals };
}

/** The files of the one archive among those given, by their path in it; null for none. */
function filesOfOne(files: readonly ReceivedFile[]): Map<string, ReceivedFile> | null {
  const isLedger = ({ path }: ReceivedFile) =>
    path === ARCHIVE.ledger || path.endsWith(`/${ARCHIVE.ledger}`);
  const [ledger, ...more] = files.filter(isLedger);
  if (!ledger || more.length > 0) return null;
  const root = ledger.path.slice(0, -ARCHIVE.ledger.length);
  return new Map(
    files
      .filter(({ path }) => path.startsWith(root))
      .map((file) => [file.path.slice(root.length), file]),
  );
}

/** The archive's list, null where it has none that can be read, and what is wrong with it. */
async function listIn(inside: ReadonlyMap<string, ReceivedFile>): Promise<{
  listed: ArchiveEntry[] | null;
  troubles: Refusal<UseCaseRefusalCode>[];
}> {
  const bytes = await bytesOf(inside.get(ARCHIVE.list));
  const listed = bytes && readArchiveList(strFromU8(bytes));
  const troubles: Refusal<UseCaseRefusalCode>[] = listed
    ? []
    : [{ code: 'archive-no-list', facts: {} }];
  const readme = await bytesOf(inside.get(ARCHIVE.readme));
  if (bytes && readme && !strFromU8(readme).includes(hashOf(bytes)))
    troubles.push({ code: 'archive-file-changed', facts: { path: ARCHIVE.list } });
  return { listed: listed ?? null, troubles };
}

/** What is known of the files of an archive: by its list, and of originals by the ledger too. */
interface Known {
  listed: ReadonlyMap<string, ArchiveEntry> | null;
  hashes: ReadonlySet<string>;
}

function troubleWith(
  path: string,
  hash: string | null,
  { listed, hashes }: Known,
): UseCaseRefusalCode | null {
  if (hash === null) return 'archive-file-damaged';
  const isStranger = path.startsWith(ARCHIVE.originals) && !hashes.has(hash);
  // Without the list only the ledger knows its originals.
  if (!listed) return isStranger ? 'archive-file-changed' : null;
  const entry = listed.get(path);
  if (entry && entry.hash !== hash) return 'archive-file-changed';
  return !entry || isStranger ? 'archive-file-unlisted' : null;
}

function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

function originalAbsent({
  agency,
  period,
  version,
  received,
}: ArchiveEntry): Refusal<UseCaseRefusalCode> {
  const submission = `${agency}/${period}/${version}`;
  return { code: 'archive-original-absent', facts: { submission, file: received } };
}

/** Null for a file that is not there, or cannot be had whole. */
async function bytesOf(file: ReceivedFile | undefined): Promise<Uint8Array | null> {
  if (!file || file.size > ARCHIVE_LIMITS.entryBytes) return null;
  return file.bytes().catch(() => null);
}
