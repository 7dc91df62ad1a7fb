import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { consolidatePeriod, reportBook } from '../../app/consolidate-period';
import { issueTemplates } from '../../app/issue-templates';
import { takeIn, type TakenIn } from '../../app/take-in';
import type { Consolidation } from '../../domain/consolidation/consolidation';
import { writeLedger } from '../../domain/ledger/ledger-tables';
import { periodOf, type Period, type PeriodId } from '../../domain/period/period';
import { builtinPlan } from '../../domain/plan/builtin';
import { dueDateOf, type Plan } from '../../domain/plan/plan';
import { writePlan } from '../../domain/plan/plan-tables';
import { writeIndex } from '../../domain/report/index-sheet';
import { alignIndicators, type AlignedRow } from '../../domain/reading/align';
import type { CheckedFile, Submission } from '../../domain/submission/submission';
import type { IndicatorColumn } from '../../domain/template/columns';
import { addDays, type CivilDate } from '../../text/date';
import type { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { checkHere } from '../../intake/check-here';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { shown } from '../files';
import { receivedFiles } from '../received';
import { progressLine } from '../progress-line';
import { EMPTY_LEDGER, saveLedger } from '../load';
import { fillForm, type } from './fill-form';
import { FIRST } from '../../locale/first-language';

/** What happens to a form in the sample province, by its place in the list of agencies. */
interface Story {
  missing: number[];
  late: number[];
  /** What is wrong with the file, told by how it is spoiled. */
  wrong: Record<
    number,
    (bytes: Uint8Array, form: Workbook, plan: Plan) => Promise<Uint8Array> | Uint8Array
  >;
  /** Wrong at first, sent again correctly. */
  sentAgain: number[];
}

const nobody: Story = { missing: [], late: [], wrong: {}, sentAgain: [] };

const STORIES: Record<string, Story> = {
  '2024-01': { ...nobody, missing: [40], late: [12, 77] },
  '2024-02': { ...nobody, missing: [40, 101], late: [5] },
  '2024-03': {
    missing: [17, 40, 66, 101, 120],
    late: [12, 30, 31, 90],
    wrong: {
      8: spoil('numerator', 9999),
      23: spoil('numerator', 'khoảng 80'),
      35: spoil('denominator', { error: '#REF!' }),
      52: spoil('numerator', -5),
      71: (bytes) => bytes.slice(0, Math.floor(bytes.length * 0.6)),
      88: spoil('numerator', '-'),
    },
    sentAgain: [8, 35],
  },
};

function storyOf(id: PeriodId): Story {
  return STORIES[id] ?? nobody;
}

/** Spoils the first indicator's cell of a filled form. */
function spoil(key: IndicatorColumn, value: Parameters<typeof type>[2]) {
  return async (_: Uint8Array, form: Workbook, plan: Plan): Promise<Uint8Array> => {
    const rows = alignIndicators(
      form,
      plan,
      plan.indicators.map(({ code, name }) => ({ code, label: name })),
    ).rows;
    type(rows[0] as AlignedRow<IndicatorColumn>, key, value);
    return writeWorkbook(form);
  };
}

export interface SampleProvince {
  plan: Plan;
  folder: string;
  ledger: Submission[];
  files: CheckedFile[];
  reports: Consolidation[];
  /** The consolidator's workbook: plan, ledger and the two reports. */
  workbook: Workbook;
}

const MADE = ['bieu-mau', 'da-nop', 'nop-lai'];

/** Which months are played of which plan, and what is consolidated at the end. */
export interface Sample {
  plan: string;
  parts: readonly PeriodId[];
  reports: readonly PeriodId[];
}

export const TRA_VINH: Sample = {
  plan: 'tra-vinh-2024',
  parts: ['2024-01', '2024-02', '2024-03'],
  reports: ['2024-03', '2024-Q1'],
};
export const VINH_LONG: Sample = {
  plan: 'vinh-long-2023',
  parts: ['2023-Q1', '2023-Q2'],
  reports: ['2023-Q2'],
};

/**
 * Plays some months of a built-in plan in a folder: issue, fill, receive, check, send again,
 * consolidate.
 */
export async function playProvince(
  folder: string,
  say: (text: string) => void,
  sample: Sample = TRA_VINH,
): Promise<SampleProvince> {
  const plan = builtinPlan(sample.plan)!;
  // Only what this command made: a file someone put beside it stays.
  for (const made of MADE) rmSync(join(folder, made), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await save(folder, 'ke-hoach.xlsx', emptyWorkbook(writePlan(plan)));
  let ledger: Submission[] = [];
  const files: CheckedFile[] = [];
  const sheets: Sheet[] = [];
  const reports: Consolidation[] = [];
  const consolidateNow = async (period: Period) => {
    say(`Tổng hợp ${period.id} …`);
    const report = consolidatePeriod(plan, ledger, period, { acceptIncomplete: false, asOf: null });
    const book = reportBook(plan, report, { tables: [], acts: [] });
    await save(folder, `bao-cao-${period.id}.xlsx`, emptyWorkbook(book));
    reports.push(report.result);
    sheets.push(...book.slice(1));
  };
  for (const id of sample.parts) {
    const period = periodOf(id);
    say(`Kỳ ${id}: phát hành biểu mẫu cho các đơn vị, điền số liệu mẫu …`);
    const first = await issueAndFill(folder, plan, period, ledger);
    say(`Kỳ ${id}: tiếp nhận và kiểm tra ${first.length} tệp …`);
    const drops = [join(folder, 'da-nop', id)];
    if (storyOf(id).sentAgain.length > 0) drops.push(join(folder, 'nop-lai', id));
    for (const drop of drops) {
      const taken = await receive(plan, ledger, folder, drop, period);
      ledger = taken.ledger;
      files.push(...taken.files);
    }
  }
  for (const id of sample.reports) await consolidateNow(periodOf(id));
  await saveLedger(join(folder, 'so-so-lieu.xlsx'), plan, { ...EMPTY_LEDGER, submissions: ledger });
  const own = [...writePlan(plan), ...writeLedger(plan, ledger), ...sheets];
  const index = writeIndex(
    plan,
    own.map(({ name }) => name),
    [],
  );
  const workbook = emptyWorkbook([index, ...own]);
  await save(folder, 'so-lam-viec.xlsx', workbook);
  return { plan, folder, ledger, files, reports, workbook };
}

async function issueAndFill(
  folder: string,
  plan: Plan,
  period: Period,
  ledger: readonly Submission[],
): Promise<string[]> {
  const issued = issueTemplates(plan, period.id, [], ledger);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const story = storyOf(period.id);
  const due = dueDateOf(plan, period);
  const sent: string[] = [];
  const send = (name: string, again: boolean, bytes: Uint8Array, day: CivilDate) => {
    const target = join(folder, again ? 'nop-lai' : 'da-nop', period.id);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, name), bytes);
    const time = new Date(`${day}T09:00:00+07:00`);
    utimesSync(join(target, name), time, time);
    sent.push(name);
  };
  const blank = join(folder, 'bieu-mau', period.id);
  mkdirSync(blank, { recursive: true });
  const progress = progressLine(FIRST);
  for (const [index, { agency, fileName, make }] of issued.value.entries()) {
    progress.step(index, issued.value.length, fileName);
    const form = make();
    writeFileSync(join(blank, fileName), await writeWorkbook(form));
    if (story.missing.includes(index)) continue;
    fillForm(form, plan, agency, period);
    const good = await writeWorkbook(form);
    const wrong = story.wrong[index];
    const sentOn = story.late.includes(index) ? addDays(due, 2) : addDays(due, -(index % 3));
    send(fileName, false, wrong ? await wrong(good, form, plan) : good, sentOn);
    if (story.sentAgain.includes(index))
      send(fileName.replace('.xlsx', ' (sửa lần 2).xlsx'), true, good, addDays(due, 1));
  }
  progress.step(issued.value.length, issued.value.length, '');
  return sent;
}

async function receive(
  plan: Plan,
  ledger: readonly Submission[],
  folder: string,
  drop: string,
  period: Period,
): Promise<TakenIn> {
  const options = { period, partial: false, received: null, upTo: null, run: `mẫu ${period.id}` };
  const received = (await receivedFiles([drop])).files;
  const files = received.map((file) => ({ ...file, path: shown(relative(folder, file.path)) }));
  return takeIn(plan, ledger, files, checkHere, options, progressLine(FIRST));
}

async function save(folder: string, name: string, workbook: Workbook): Promise<void> {
  writeFileSync(join(folder, name), await writeWorkbook(workbook));
}
