import { join } from 'node:path';
import { History } from '../../app/history';
import { inForceOf } from '../../domain/consolidation/figures-in-force';
import { scheduledPeriod } from '../../app/issue-templates';
import type { WorkerPool } from '../../intake/worker-pool';
import type { ReceivedFile } from '../../app/ports';
import {
  asStatedBefore,
  asTogether,
  checkAll,
  refuseLocked,
  waitForPeriod,
} from '../../app/take-in';
import { lockedPeriods } from '../../domain/ledger/period-states';
import { inReadingOrder, type Finding } from '../../domain/finding/finding';
import { joinFindings } from '../../domain/rules/causes';
import { findAgency } from '../../domain/plan/plan';
import type { CliTexts } from '../../locale/cli-texts';
import { cliTexts } from '../../locale/cli-texts-of';
import { findingSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import { safeFileName } from '../../text/file-name';
import { makeFolder, mustBeFile, shown } from '../files';
import { mustDiffer, writeNew } from '../write-files';
import { receivedFile } from '../received';
import { loadLedger, loadPlan } from '../load';
import { byPath, fileJson, mustTakeJson, print, say, writeJson } from '../output';
import { refuseWith } from '../refused';
import { checkProcesses, lanesFor } from '../check-processes';
import type { CheckedFile, Submission } from '../../domain/submission/submission';
import { type Options } from '../options';
import { hasErrors } from '../summary';
import { progressLine } from '../progress-line';

export async function check(
  planFile: string,
  files: readonly string[],
  options: Options,
): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  if (files.length === 0)
    return refuseWith('cli-argument-missing', { command: 'check', what: 'FILE…' });
  mustDiffer(planFile, options.ledger, options.json);
  for (const file of files) mustDiffer(file, options.json);
  mustTakeJson(options.json);
  const { submissions: ledger, acts } = loadLedger(options.ledger, loaded, options.language);
  let period = null;
  if (options.period !== undefined) {
    const scheduled = scheduledPeriod(loaded, options.period);
    if (!scheduled.ok) return refuseWith(scheduled.refusal.code, scheduled.refusal.facts);
    period = scheduled.value;
  }
  const given = files.map((path) => receivedFile(mustBeFile(path)));
  const checker = checkProcesses(lanesFor(given));
  try {
    const arrived = await checkAll(
      loaded,
      given,
      checker,
      { period, partial: false },
      progressLine(options.language),
    );
    const history = new History(loaded, inForceOf(loaded, ledger));
    const locked = lockedPeriods(loaded, acts);
    const forPeriod = (file: CheckedFile) =>
      waitForPeriod(loaded, asStatedBefore(loaded, file, ledger), period, ledger);
    const received = arrived.map(({ file }) => refuseLocked(forPeriod(file), locked, ledger));
    const checked = asTogether(loaded, received, ledger).map((file): CheckedFile => ({
      ...history.of(file),
      version: versionOf(file, ledger),
    }));
    checked.sort(byPath);
    if (options.json) {
      const json = {
        version: 1,
        plan: loaded.id,
        period: period?.id ?? null,
        files: checked.map((file) => fileJson(file, options.language)),
      };
      writeJson(options.json, json);
    }
    if (options.annotate !== undefined)
      await annotateAll(checked, given, options.annotate, checker, cliTexts(options.language));
    const count = new Map<string, number>();
    for (const { file } of checked) count.set(file, (count.get(file) ?? 0) + 1);
    const whose = ({ file, agency, period: own }: CheckedFile) =>
      (count.get(file) ?? 0) > 1
        ? ` (${findAgency(loaded, agency ?? '')?.name ?? '?'}, ${own ?? '?'})`
        : '';
    if (options.json !== '-')
      checked.forEach((file) => printFile(file, whose(file), options.language));
    return checked.some(hasErrors) ? 1 : 0;
  } finally {
    checker.close();
  }
}

/**
 * A marked copy of every file in which something was found, for its sender; each made where a file
 * can do no harm.
 */
async function annotateAll(
  checked: readonly CheckedFile[],
  given: readonly ReceivedFile[],
  folder: string,
  checker: WorkerPool,
  texts: CliTexts,
): Promise<void> {
  makeFolder(folder);
  let count = 0;
  // A file that could not be read was ended within its bounds; it is not opened again without any.
  const read = checked.filter(
    ({ verdict, findings }) => verdict !== 'unreadable' && findings.length > 0,
  );
  const names = copyNames(checked.map(({ file }) => file));
  for (const file of byFile(read)) {
    const source = given.find(({ path }) => path === file.file);
    const copy = source && (await checker.mark(file, await source.bytes()));
    if (!copy) {
      say(texts.notMarked(shown(file.file)));
      continue;
    }
    writeNew(join(folder, `${names.get(file.file)}_danh-dau.xlsx`), copy);
    count++;
  }
  say(texts.copiesWritten(count, shown(folder)));
}

/** The forms of one workbook go back to their sender in one copy. */
function byFile(checked: readonly CheckedFile[]): CheckedFile[] {
  const files = new Map<string, CheckedFile>();
  for (const one of checked) {
    const first = files.get(one.file);
    files.set(
      one.file,
      first ? { ...first, findings: joinFindings(first.findings, one.findings) } : one,
    );
  }
  return [...files.values()];
}

/**
 * What the marked copy of each file is called: after its path, which keeps its extension where
 * others would be called the same, and a number where that is not enough. Every system tells the
 * names apart.
 */
function copyNames(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const bare = (path: string) => path.replace(/\.[^.]*$/, '');
  const nameOf = (path: string) =>
    safeFileName(path.replace(/^(\.{0,2}\/)+/, '').replace(/[/\\:]/g, '_'));
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  const sorted = [...new Set(paths)].sort();
  const count = new Map<string, number>();
  for (const path of sorted) {
    const wanted = key(bare(nameOf(path)));
    count.set(wanted, (count.get(wanted) ?? 0) + 1);
  }
  const taken = new Set<string>();
  for (const path of sorted) {
    const whole = nameOf(path);
    const wanted = count.get(key(bare(whole))) === 1 ? bare(whole) : whole;
    let name = wanted;
    for (let number = 2; taken.has(key(name)); number++) name = `${wanted} (${number})`;
    taken.add(key(name));
    names.set(path, name);
  }
  return names;
}

/** The version a file has in the ledger, or would have if it were handed in now. */
function versionOf(file: CheckedFile, ledger: readonly Submission[]): number {
  if (!file.agency || !file.period) return 0;
  const own = ledger.filter((one) => one.agency === file.agency && one.period === file.period);
  const known = own.find((one) => one.hash === file.hash);
  return known?.version ?? Math.max(0, ...own.map((one) => one.version)) + 1;
}

/** The verdict, then every cause with what follows from it under it, the gravest first. */
function printFile(file: CheckedFile, whose: string, language: Language): void {
  const { findings } = file;
  const texts = cliTexts(language);
  print(`${file.file}${whose}: ${texts.verdicts[file.verdict]}`);
  const said = (found: Finding, mark: string) => {
    const where = found.sheet ? `[${found.sheet}] ` : '';
    print(
      `${mark} ${texts.severities[found.severity]}: ${where}${findingSentence(found, language)}`,
    );
  };
  const causes = findings
    .map((found, index) => ({ found, index }))
    .filter(({ found }) => found.cause === null);
  for (const { found, index } of causes.sort((a, b) => inReadingOrder(a.found, b.found))) {
    said(found, '  -');
    findings.filter(({ cause }) => cause === index).forEach((one) => said(one, '    ↳'));
  }
}
