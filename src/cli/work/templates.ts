import { join } from 'node:path';
import { issueCommonForm, issueTemplates } from '../../app/issue-templates';
import { checkPlanTables, type PlanFinding } from '../../domain/plan-check/check-plan';
import { countKinds, kindOf, ofKind } from '../../domain/plan-check/doubt-kinds';
import { periodOf } from '../../domain/period/period';
import { type Plan } from '../../domain/plan/plan';
import { coveringList } from '../../domain/template/covering-list';
import { cliTexts } from '../../locale/cli-texts-of';
import { findingSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import { stampedWriter } from '../../xlsx/stamp/stamped-writer';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { makeFolder, shown } from '../files';
import { mustBeWritable, writeNew } from '../write-files';
import { loadLedger, loadPlan, openPlanWorkbook } from '../load';
import { say } from '../output';
import { refuseWith } from '../refused';
import { type Options, required } from '../options';
import { progressLine } from '../progress-line';

export async function templates(planFile: string, options: Options): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  const { found } = checkPlanTables(openPlanWorkbook(planFile, options.language));
  const folder = required(options.out, '--out DIR');
  const ledger =
    options.ledger === undefined
      ? null
      : loadLedger(options.ledger, loaded, options.language).submissions;
  const period = required(options.period, '--period P');
  if (options.common) {
    await commonTemplate(loaded, period, folder, options);
    listDoubts(found, options.language);
    return 0;
  }
  if (options.list !== undefined) mustBeWritable(options.list);
  const issued = issueTemplates(loaded, period, options.agency ?? [], ledger);
  if (!issued.ok) return refuseWith(issued.refusal.code, issued.refusal.facts);
  // The list first: where it may not be written, no form is either.
  if (options.list !== undefined)
    writeNew(
      options.list,
      await writeWorkbook(coveringList(loaded, periodOf(period), issued.value)),
    );
  makeFolder(folder);
  const write = stampedWriter(writeWorkbook);
  const progress = progressLine(options.language);
  for (const [index, form] of issued.value.entries()) {
    progress.step(index, issued.value.length, form.fileName);
    // A form of that name may have been filled in already: it is never written over.
    writeNew(join(folder, form.fileName), await write(form.make()));
  }
  progress.step(issued.value.length, issued.value.length, '');
  say(cliTexts(options.language).formsWritten(issued.value.length, shown(folder)));
  listDoubts(found, options.language);
  return 0;
}

/** So many are listed when forms are issued; check-plan lists them all. */
const LISTED_DOUBTS = 20;

/**
 * What is doubtful in a plan does not hold its forms back, and nobody should be able to say they
 * were not told.
 */
function listDoubts(found: readonly PlanFinding[], language: Language): void {
  const doubts = (['confirm', 'review'] as const).flatMap((kind) => ofKind(found, kind));
  if (doubts.length === 0) return;
  const texts = cliTexts(language);
  say(texts.doubts(countKinds(found.map(({ finding }) => finding))));
  for (const { row, finding } of doubts.slice(0, LISTED_DOUBTS)) {
    const where = finding.sheet ? `[${finding.sheet}] ` : '';
    say(
      `  - ${texts.doubtKinds[kindOf(finding)]}: ${where}${row ? `${row}: ` : ''}${findingSentence(finding, language)}`,
    );
  }
  if (doubts.length > LISTED_DOUBTS) say(`  ${texts.moreDoubts(doubts.length - LISTED_DOUBTS)}`);
}

/** One form for all; what is for single agencies has no place beside it. */
async function commonTemplate(
  loaded: Plan,
  period: string,
  folder: string,
  options: Options,
): Promise<void> {
  for (const name of ['agency', 'ledger', 'list'] as const) {
    if (options[name] === undefined) continue;
    refuseWith('cli-option-not-here', {
      command: 'templates --common',
      option: `--${name}`,
      allowed: '--period, --out',
    });
  }
  const common = issueCommonForm(loaded, period);
  if (!common.ok) return refuseWith(common.refusal.code, common.refusal.facts);
  makeFolder(folder);
  const path = join(folder, common.value.fileName);
  writeNew(path, await writeWorkbook(common.value.make()));
  say(cliTexts(options.language).commonFormWritten(shown(path)));
}
