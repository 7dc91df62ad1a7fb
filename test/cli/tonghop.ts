import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';

const SHIM = resolve(__dirname, '../../src/cli/tonghop.js');
const SCHEMAS = resolve(__dirname, '../../docs/schemas');

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line as a person would, in a folder. */
export function tonghop(folder: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SHIM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status ?? -1, out: stdout, err: stderr };
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
