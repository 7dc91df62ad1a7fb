import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workbook } from '../../src/workbook/workbook';
import { readReceived } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { PRODUCERS } from '../producers';

/**
 * Opens and saves workbooks with another program; many at once, since starting one takes longer
 * than saving.
 */
export type SaveAll = (workbooks: readonly Workbook[]) => Promise<Workbook[]>;

/** Programs that are libraries of this project, on every machine. */
export function libraries(): Map<string, SaveAll> {
  return new Map(
    Object.entries(PRODUCERS).map(([name, save]): [string, SaveAll] => [
      name,
      async (workbooks) => {
        const saved: Workbook[] = [];
        for (const workbook of workbooks) saved.push(opened(await save(workbook)));
        return saved;
      },
    ]),
  );
}

/** Programs of the machine, where they are: LibreOffice, Gnumeric, openpyxl. */
export function programs(): Map<string, SaveAll> {
  const found = new Map<string, SaveAll>();
  if (has('soffice', ['--version']))
    found.set('LibreOffice', (workbooks) =>
      through(workbooks, (from, to, names) => {
        const profile = `-env:UserInstallation=file://${join(to, 'profile')}`;
        const sources = names.map((name) => join(from, name));
        execFileSync(
          'soffice',
          [profile, '--headless', '--convert-to', 'xlsx', '--outdir', to, ...sources],
          {
            stdio: 'ignore',
          },
        );
      }),
    );
  if (has('ssconvert', ['--version']))
    found.set('Gnumeric', (workbooks) =>
      through(workbooks, (from, to, names) => {
        for (const name of names)
          execFileSync(
            'ssconvert',
            ['-T', 'Gnumeric_Excel:xlsx2', join(from, name), join(to, name)],
            {
              stdio: 'ignore',
            },
          );
      }),
    );
  const python = ['python3', '/usr/bin/python3'].find((one) => has(one, ['-c', 'import openpyxl']));
  if (python)
    found.set('openpyxl', (workbooks) =>
      through(
        workbooks,
        (from, to) => void execFileSync(python, ['-c', RESAVE, from, to], { stdio: 'ignore' }),
      ),
    );
  return found;
}

const RESAVE = `
import sys, os, openpyxl
for name in os.listdir(sys.argv[1]):
    openpyxl.load_workbook(os.path.join(sys.argv[1], name)).save(os.path.join(sys.argv[2], name))
`;

function has(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function through(
  workbooks: readonly Workbook[],
  save: (from: string, to: string, names: readonly string[]) => void,
): Promise<Workbook[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-'));
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    for (const one of [from, to]) mkdirSync(one);
    const names = workbooks.map((_, index) => `${String(index).padStart(4, '0')}.xlsx`);
    for (const [index, workbook] of workbooks.entries())
      writeFileSync(join(from, names[index]), await writeWorkbook(workbook));
    save(from, to, names);
    return names.map((name) => {
      if (!existsSync(join(to, name))) throw new Error(`${name} was not saved`);
      return opened(new Uint8Array(readFileSync(join(to, name))));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(bytes: Uint8Array): Workbook {
  const read = readReceived(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}
