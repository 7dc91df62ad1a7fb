import type { ReceivedFile } from '../../app/ports';
import type { CheckedFile } from '../../domain/submission/submission';

/** A file dropped in this session, with its bytes so that its cells can be shown. */
export interface SessionFile {
  checked: CheckedFile;
  source: ReceivedFile;
  /** The drop it came with. */
  run: string;
}

/**
 * Files that are nobody's submission: those of the last drop, and what is wrong with earlier ones
 * until the file comes again under its name or its bytes. Nothing goes because something else was
 * done.
 */
export function unplacedOf(session: readonly SessionFile[]): SessionFile[] {
  const lastRun = session.at(-1)?.run;
  const keysOf = ({ file, hash }: CheckedFile) => (hash === '' ? [file] : [file, hash]);
  const came = new Map(
    session.flatMap(({ checked, run }) => keysOf(checked).map((key) => [key, run] as const)),
  );
  return session.filter(({ checked, run }) => {
    const isLatest = keysOf(checked).every((key) => came.get(key) === run);
    return checked.version === 0 && isLatest && (run === lastRun || checked.verdict !== 'clean');
  });
}
