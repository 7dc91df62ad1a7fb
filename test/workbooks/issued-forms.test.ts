import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { issueCommonForm, issueTemplates } from '../../src/app/issue-templates';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Workbook } from '../../src/workbook/workbook';
import { stampedWriter } from '../../src/xlsx/stamp/stamped-writer';
import { writeWorkbook } from '../../src/xlsx/write/workbook';

/**
 * A form lies on computers without the add-in: it opens there as any workbook does, and asks nobody
 * to trust anything.
 */

const plan = builtinPlan('vinh-chap-2024')!;
const agencies = plan.agencies.filter(({ reports }) => reports).map(({ code }) => code);

async function issued(): Promise<[string, Uint8Array][]> {
  const write = stampedWriter(writeWorkbook);
  const forms = issueTemplates(plan, '2024-03', agencies, null);
  const common = issueCommonForm(plan, '2024-03');
  if (!forms.ok || !common.ok) throw new Error('nothing was issued');
  const made: { fileName: string; make(): Workbook }[] = [...forms.value, common.value];
  // Several of one shape, so that the later ones are stamped from the first.
  return Promise.all(
    made.map(async ({ fileName, make }) => [fileName, await write(make())] as [string, Uint8Array]),
  );
}

/** What makes Excel look for an add-in, run a program or reach out of the file. */
const ASKS_FOR_TRUST =
  /webextension|taskpane|AutoShow|vbaProject|activeX|oleObject|ddeLink|externalLink|TargetMode="External"/i;

it('a form we issue has no part of an add-in, no program and nothing that leads out of the file', async () => {
  const forms = await issued();
  expect(forms.length).toBe(agencies.length + 1);
  for (const [name, bytes] of forms) {
    const parts = unzipSync(bytes);
    const asking = Object.entries(parts).flatMap(([path, content]) =>
      ASKS_FOR_TRUST.test(path) || ASKS_FOR_TRUST.test(strFromU8(content)) ? [path] : [],
    );
    expect([name, asking]).toEqual([name, []]);
    expect(Object.keys(parts)).toContain('xl/workbook.xml');
  }
});

it('nothing of ours makes a workbook start the add-in, or keeps settings in it', () => {
  const root = resolve(__dirname, '../../src');
  const starting = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /\.tsx?$/.test(name) &&
      // The page that plays Excel answers them.
      !name.startsWith('workbench') &&
      /setStartupBehavior|document\.settings|AutoShowTaskpane/.test(
        readFileSync(join(root, name), 'utf8'),
      ),
  );
  expect(starting).toEqual([]);
});
