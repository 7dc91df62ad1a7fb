import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import Ajv from 'ajv';
import { IS_LONG } from '../long';
import { patience } from '../patience';

const SHIM = resolve(__dirname, '../../src/cli/tonghop.js');
const SCHEMAS = resolve(__dirname, '../../docs/schemas');

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/**
 * Runs the command line in a folder: in `npm run test:all` as a person would, in a process of its
 * own; in `npm test` in one for all commands of all suites of a worker, which takes half as long.
 */
export function tonghop(folder: string, ...args: string[]): Ran {
  return IS_LONG || !isInJest ? inOwnProcess(folder, args) : inResident(folder, args);
}

/** The command line as a person runs it, whatever is run. */
export function inOwnProcess(folder: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SHIM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

interface Resident {
  process: ChildProcess;
  answers: string;
  asked: number;
}
/** Of all suites of a worker, one after another: what is hot in one is compiled for the next. */
const worker = runInThisContext('globalThis') as { residentTonghop?: Resident };
/** test/lake is run without it, too. */
const isInJest = typeof afterAll === 'function';

/** It ends, and takes its answers with it, when the worker does. */
function startResident(): Resident {
  const answers = mkdtempSync(join(tmpdir(), 'tonghop-answers-'));
  const started = fork(join(__dirname, 'resident.js'), [answers], { execArgv: [] });
  started.unref();
  started.channel?.unref();
  return { process: started, answers, asked: 0 };
}

function inResident(folder: string, args: readonly string[]): Ran {
  if (!worker.residentTonghop?.process.connected) worker.residentTonghop = startResident();
  const resident = worker.residentTonghop;
  const answer = join(resident.answers, `${resident.asked++}.json`);
  resident.process.send({ folder, args, answer });
  // Tests read what a command has done in the line below it, so it is waited for without a turn.
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (const latest = Date.now() + patience(60_000); !existsSync(answer);) {
    if (Date.now() > latest) throw new Error(`no end of: tonghop ${args.join(' ')}`);
    Atomics.wait(clock, 0, 0, 2);
  }
  return JSON.parse(readFileSync(answer, 'utf8')) as Ran;
}

const ajv = new Ajv({ strict: false, allErrors: true });

/** Parses an output and holds it against its published schema. */
export function validated<T>(
  schema:
    | 'plans'
    | 'check'
    | 'check-plan'
    | 'consolidate'
    | 'rules'
    | 'read-appendix'
    | 'word-fields'
    | 'lake'
    | 'lake-query',
  text: string,
): T {
  const validate = ajv.compile(
    JSON.parse(readFileSync(join(SCHEMAS, `${schema}.schema.json`), 'utf8')),
  );
  const value = JSON.parse(text);
  if (!validate(value)) throw new Error(ajv.errorsText(validate.errors?.slice(0, 5)));
  return value as T;
}

/** A folder that goes away with the test. */
export function scratch(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tonghop-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
