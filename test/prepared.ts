import { deserialize, serialize } from 'node:v8';
import { Sheet } from '../src/workbook/sheet';
import type { Workbook } from '../src/workbook/workbook';
import { MemoryWorkbook } from './memory-workbook';

/** Another workbook with the same in it; jsdom has no structuredClone. */
export function copyOf({ sheets, ...workbook }: Workbook): Workbook {
  const copied = <T>(value: T) => deserialize(serialize(value)) as T;
  return {
    ...copied(workbook),
    sheets: sheets.map((sheet) => Object.assign(new Sheet(sheet.name), copied({ ...sheet }))),
  };
}

/**
 * What many tests of a file begin with, made once for the same words; each has a copy of its own to
 * write into.
 */
export function prepared<Words extends string[]>(
  make: (...words: Words) => Promise<MemoryWorkbook>,
): (...words: Words) => Promise<MemoryWorkbook> {
  const made = new Map<string, Promise<MemoryWorkbook>>();
  return async (...words) => {
    const key = words.join('\n');
    if (!made.has(key)) made.set(key, make(...words));
    return new MemoryWorkbook(copyOf((await made.get(key)!).workbook));
  };
}
