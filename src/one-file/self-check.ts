import type { FileChecker } from '../app/ports';
import type { SelfCheck, SelfCheckId, SelfCheckLine } from '../app/self-check';
import { askedAgencies } from '../domain/plan/assigned';
import { builtinPlan } from '../domain/plan/builtin';
import { scheduledPeriods } from '../domain/plan/plan';
import { formFileName, makeForm } from '../domain/template/form';
import type { CalcEngine, WorkbookModel } from '../workbench';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { readForEditing } from '../xlsx/read/for-editing';
import { writeWorkbook } from '../xlsx/write/workbook';
import { canSaveInto } from './save-target';

/** What is tried; each answers in words, and none stops the others. */
interface Check {
  id: SelfCheckId;
  expected?: string;
  try(): string | Promise<string>;
}

const SPEED = { rows: 1000, columns: 10 };

/**
 * *Tự kiểm tra* of the page without Excel: what this browser is, and whether it does what the page
 * stands on. Tried on workbooks of its own in memory: nothing is kept, and of the person's only how
 * it is set is told.
 */
export function selfCheckOf(
  model: WorkbookModel,
  engine: CalcEngine,
  checker: FileChecker,
): SelfCheck {
  return async (told) => {
    const checks = [...aboutBrowser(), ...aboutWorkbook(model), ...work(engine, checker)];
    const lines: SelfCheckLine[] = [];
    for (const [index, { id, expected, try: run }] of checks.entries()) {
      told(index, checks.length);
      const found = await Promise.resolve().then(run).catch(String);
      lines.push({ id, found, ...(expected === undefined ? {} : { expected }) });
    }
    told(checks.length, checks.length);
    return lines;
  };
}

function aboutBrowser(): Check[] {
  const { userAgent, languages, maxTouchPoints } = navigator;
  const is = (query: string) => window.matchMedia(query).matches;
  return [
    { id: 'program', try: () => userAgent },
    { id: 'languages', try: () => `${languages.join(', ')}, touch ${maxTouchPoints}` },
    {
      id: 'theme',
      try: () =>
        [
          is('(prefers-color-scheme: dark)') ? 'dark' : 'light',
          ...(is('(forced-colors: active)') ? ['forced colors'] : []),
          `${window.innerWidth} x ${window.innerHeight}, ${window.devicePixelRatio}`,
        ].join(', '),
    },
    {
      id: 'region',
      try: () => {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        return `${(1234.5).toLocaleString()}, ${timeZone}`;
      },
    },
    // Asked for and not tried: nothing is kept before somebody turns it on.
    { id: 'storage', try: () => (typeof indexedDB === 'undefined' ? '-' : 'indexedDB') },
    { id: 'saving', try: () => (canSaveInto() ? 'file, download' : 'download') },
  ];
}

/** How the open workbook is set, without its name and its figures. */
function aboutWorkbook({ name, workbook, losses, calculationMode }: WorkbookModel): Check[] {
  const { sheets, date1904 } = workbook;
  const seen = sheets.filter(({ visibility }) => visibility === 'visible').length;
  const said = [
    name.replace(/^.*\./, '.'),
    calculationMode,
    `${seen}/${sheets.length} sheets`,
    `${losses.length} losses`,
  ];
  return [
    { id: 'workbook', try: () => said.join(', ') },
    { id: 'date-system', expected: '1900', try: () => (date1904 ? '1904' : '1900') },
  ];
}

function work(engine: CalcEngine, checker: FileChecker): Check[] {
  const cells = new Sheet('Thử');
  for (let row = 0; row < SPEED.rows; row++)
    for (let column = 0; column < SPEED.columns; column++) cells.put(row, column, row * column);
  let written = new Uint8Array();
  let readBack = '-';
  return [
    {
      id: 'calculation',
      expected: '0.25',
      try: () => {
        const one = { name: 'Thử', values: [{ row: 0, column: 0, value: 4 }] };
        const formulas = [{ row: 0, column: 1, formula: 'IF(A1>3,1/A1,"")' }];
        return String(engine.calculate([{ ...one, formulas }])[0].value);
      },
    },
    {
      id: 'write-speed',
      try: () =>
        timed(async () => {
          written = new Uint8Array(await writeWorkbook(emptyWorkbook([cells])));
        }),
    },
    {
      id: 'read-speed',
      try: () =>
        timed(async () => {
          const opened = readForEditing(written);
          const last = [SPEED.rows - 1, SPEED.columns - 1] as const;
          const value = opened.ok ? opened.value.workbook.sheets[0].value(...last) : null;
          if (!opened.ok) readBack = opened.refusal.code;
          else readBack = value === last[0] * last[1] ? 'ok' : String(value);
        }),
    },
    { id: 'read-back', expected: 'ok', try: () => readBack },
    { id: 'workers', expected: 'form-blank', try: () => checkedBeside(checker) },
  ];
}

/** What is said of a form nobody has filled in yet, checked as received files are. */
async function checkedBeside(checker: FileChecker): Promise<string> {
  const plan = builtinPlan('vinh-chap-2024')!;
  const [period] = scheduledPeriods(plan);
  const [agency] = askedAgencies(plan, period);
  const form = { plan, agency, period, previous: null };
  const bytes = await writeWorkbook(makeForm(form));
  const options = { period: null, partial: false };
  const { findings } = await checker.check(plan, formFileName(form), bytes, options, () => false);
  const codes = findings.map(({ code }) => code);
  return codes.find((code) => code === 'form-blank') ?? codes.join(', ');
}

async function timed(act: () => Promise<void>): Promise<string> {
  const began = performance.now();
  await act();
  return `${Math.round(performance.now() - began)} ms`;
}
