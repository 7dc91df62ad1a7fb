import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Form } from '../forms';
import { PRODUCERS, savedAs } from '../producers';

/** Workbooks to be spoiled: our form by several producers and in the old formats. */
export async function forms(): Promise<{ path: string; bytes: Uint8Array }[]> {
  const filled = () => Form.of('29461', '2024-03').fill().done('T1', '2024-03-05').workbook;
  const made = await Promise.all(
    Object.entries(PRODUCERS).map(async ([name, save]) => ({
      path: `${name}.xlsx`,
      bytes: await save(filled()),
    })),
  );
  const old = await Promise.all(
    (['biff8', 'xlsb', 'ods', 'html'] as const).map(async (type) => ({
      path: `biểu.${type === 'biff8' ? 'xls' : type}`,
      bytes: await savedAs(filled(), type),
    })),
  );
  // The new formats are what most people send.
  return [...made, ...made, ...old];
}

/** Workbooks of the world where they are at hand. */
export function corpus(root: string): { path: string; bytes: Uint8Array }[] {
  const folder = join(root, '..', 'shared', 'corpus');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(xls[xmb]?|ods)$/.test(name))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }));
}
