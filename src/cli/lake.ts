import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { restoreArchive } from '../app/restore-archive';
import { unpack } from '../intake/unpack';
import { builtinPlan } from '../domain/plan/builtin';
import type { Plan } from '../domain/plan/plan';
import { otherForms } from '../lake/plain-form';
import { LakeRefused } from '../lake/refused';
import { joined, packSource, unpackSource, withoutNames } from '../lake/source';
import type { Province } from '../lake/province-tables';
import { LIST_PATH, provinceFiles, type LakeList, type LakePlan } from '../lake/store';
import { cliTexts } from '../locale/cli-texts-of';
import { noteSentence, refusalSentence } from '../locale/sentence';
import type { Language } from '../locale/language';
import { mustBeFile, shown } from './files';
import { LakeFolder } from './lake-folder';
import { holdLedger } from './ledger-lock';
import { loadPlan, loadWithPlan } from './load';
import { mustTakeJson, print, printTable, say, writeJson } from './output';
import { receivedFile } from './received';
import { refuseWith } from './refused';

export interface LakeOptions {
  plan?: string[];
  ledgers?: string[];
  archive?: string[];
  names?: boolean;
  json?: string;
  language: Language;
}

/**
 * Adds provinces to a lake, each file once; all of what is given, or nothing. Without anything to
 * add it says what is there.
 */
export async function lake(folder: string, options: LakeOptions): Promise<number> {
  return spoken(() => add(folder, options));
}

/** A refusal of the lake is one of the command. */
export async function spoken(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof LakeRefused) return refuseWith(error.refusal.code, error.refusal.facts);
    throw error;
  }
}

async function add(path: string, options: LakeOptions): Promise<number> {
  const { language } = options;
  // A large province's rows are soon nobody's: swept early they take half the memory.
  setFlagsFromString('--heap-growing-percent=30');
  mustTakeJson(options.json);
  const given = (options.plan ?? []).map((one) => builtinPlan(one) ?? loadPlan(one, language));
  const isGiven = (options.ledgers ?? []).length + (options.archive ?? []).length > 0;
  if (!isGiven && given.length === 0 && !existsSync(join(path, LIST_PATH)))
    return refuseWith('lake-nothing-given');
  const folder = LakeFolder.openOrMake(path);
  const held = holdLedger(join(path, LIST_PATH));
  folder.mustBeWhole();
  const isBehind = folder.behind().length > 0 && Object.keys(folder.list.plans).length > 0;
  const planOf = (id: string) =>
    given.find((plan) => plan.id === id) ?? folder.source(id)?.plan ?? builtinPlan(id) ?? null;
  const sources = await provincesGiven(options, given, planOf, folder);
  const plans: Record<string, LakePlan> = { ...folder.list.plans };
  const told: Told[] = [];
  for (const [id, added] of sources) {
    const known = folder.source(id);
    const isMeant = given.some((plan) => plan.id === id);
    let all = known;
    for (const one of added) all = joined(all, unpackSource(one), isMeant);
    if (!all) continue;
    sayUntotalled(all.plan, language);
    plans[id] = putFiles(folder, options.names ? all : withoutNames(all));
    told.push({ plan: id, known: known?.submissions.length ?? 0 });
  }
  const list: LakeList = {
    ...folder.list,
    plans: Object.fromEntries(Object.entries(plans).sort()),
  };
  folder.commit(list, Date.now(), held.mustBeUnchanged);
  if (isBehind) say(noteSentence('lake-completed', { path: shown(path) }, language));
  saySameCodes(list, language);
  report(path, list, told, options);
  return 0;
}

function sayUntotalled(plan: Plan, language: Language): void {
  const forms = otherForms(plan).join(', ');
  if (forms !== '') say(noteSentence('lake-forms-untotalled', { plan: plan.id, forms }, language));
}

function putFiles(folder: LakeFolder, province: Province): LakePlan {
  const made = provinceFiles(province);
  let next = made.next();
  while (!next.done) {
    folder.put(next.value);
    next = made.next();
  }
  return next.value;
}

interface Told {
  plan: string;
  /** Submissions that were there before. */
  known: number;
}

/**
 * What each plan is given, in the order of the command; packed until its turn, for all of it is
 * read before any of it is written.
 */
async function provincesGiven(
  { ledgers = [], archive = [], language }: LakeOptions,
  given: readonly Plan[],
  planOf: (id: string) => Plan | null,
  folder: LakeFolder,
): Promise<Map<string, Uint8Array[]>> {
  const byPlan = new Map<string, Uint8Array[]>();
  const put = (province: Province) => {
    const { id } = province.plan;
    byPlan.set(id, [...(byPlan.get(id) ?? []), packSource(province)]);
  };
  // The plan that is named last holds: one put away is older than what the lake knows, a ledger's
  // own is not, one that is given is meant.
  for (const path of archive) {
    const province = await archiveOf(path, planOf, language);
    put(province);
    const known = folder.source(province.plan.id);
    if (known) put({ ...known, submissions: [] });
  }
  for (const path of ledgers) put(ledgerOf(path, planOf, language));
  for (const plan of given) put({ plan, submissions: [], signed: [] });
  return byPlan;
}

function ledgerOf(path: string, planOf: (id: string) => Plan | null, language: Language): Province {
  const { plan, ledger } = loadWithPlan(path, planOf, language);
  return { plan, submissions: ledger.submissions, signed: ledger.signed };
}

/**
 * The ledger of an archive, where all of it is what it was; originals that were never in it are not
 * missed.
 */
async function archiveOf(
  path: string,
  planOf: (id: string) => Plan | null,
  language: Language,
): Promise<Province> {
  const { files } = await unpack([receivedFile(mustBeFile(path))]);
  const progress = { cancelled: false, step: () => undefined };
  const read = await restoreArchive(files, progress);
  const trouble = read.ok
    ? read.value.troubles.find(({ code }) => code !== 'archive-original-absent')
    : read.refusal;
  const book = read.ok ? read.value.book : null;
  if (trouble || !book) {
    const reason = trouble ? refusalSentence(trouble, language) : '';
    return refuseWith('lake-archive-damaged', { file: shown(path), reason });
  }
  const passing = mkdtempSync(join(tmpdir(), 'tonghop-'));
  try {
    const workbook = join(passing, 'so-so-lieu.xlsx');
    writeFileSync(workbook, await book.bytes());
    return ledgerOf(workbook, planOf, language);
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}

/** So many are named, more are counted. */
const NAMED = 5;

/**
 * One code that two plans give to agencies of different names. Every table goes by plan, so nothing
 * is mixed; people are told.
 */
function saySameCodes(list: LakeList, language: Language): void {
  const names = new Map<string, Map<string, string>>();
  for (const [id, { agencies }] of Object.entries(list.plans))
    for (const [code, name] of Object.entries(agencies)) {
      const own = names.get(code) ?? new Map<string, string>();
      names.set(code, own.set(id, name));
    }
  const several = [...names].filter(
    ([, own]) => new Set([...own.values()].map((name) => name.normalize('NFC'))).size > 1,
  );
  if (several.length === 0) return;
  const found = several
    .slice(0, NAMED)
    .map(([code, own]) => `${code} (${[...own].map(([id, name]) => `${id}: ${name}`).join(', ')})`);
  say(
    noteSentence(
      'lake-same-code',
      { found: found.join('; '), more: several.length - found.length },
      language,
    ),
  );
}

function report(
  path: string,
  list: LakeList,
  told: readonly Told[],
  { json, language }: LakeOptions,
): void {
  const plans = Object.entries(list.plans).map(([plan, { name, year, submissions, files }]) => {
    const known = told.find((one) => one.plan === plan)?.known ?? submissions;
    const tables = Object.fromEntries(
      Object.entries(files).map(([table, all]) => [
        table,
        all.reduce((rows, file) => rows + file.rows, 0),
      ]),
    );
    return { plan, name, year, submissions, added: submissions - known, rows: tables };
  });
  if (json) writeJson(json, { version: 1, lake: shown(path), plans });
  if (json === '-') return;
  printTable([
    cliTexts(language).lakeHeadings,
    ...plans.map((one) => [
      one.plan,
      String(one.year),
      String(one.submissions),
      String(one.added),
      String(one.rows.figures ?? 0),
    ]),
  ]);
  print(cliTexts(language).lakeWritten(shown(path)));
}
