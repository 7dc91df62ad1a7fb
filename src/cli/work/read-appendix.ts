import type { National } from '../../domain/agency/national';
import type { RegisterSpan } from '../../domain/agency/national-register';
import { planFromAppendix, tablesRead } from '../../app/plan-from-appendix';
import { COLUMN_ROLES, type ColumnChoice } from '../../domain/appendix/read-appendix';
import { checkPlanTables } from '../../domain/plan-check/check-plan';
import { countKinds, ofKind } from '../../domain/plan-check/doubt-kinds';
import { writePlan } from '../../domain/plan/plan-tables';
import { cliTexts } from '../../locale/cli-texts-of';
import { columnRoleWord, readColumnRole } from '../../locale/column-role';
import { findingSentence } from '../../locale/sentence';
import { columnIndex } from '../../workbook/address';
import { emptyWorkbook } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { shown } from '../files';
import { mustBeWritable, mustDiffer, writeNew } from '../write-files';
import { openAppendixFile } from '../load';
import { appendixJson, mustTakeJson, print, say, writeJson } from '../output';
import { refuseWith } from '../refused';
import { type Options, required } from '../options';

const SPANS: Record<string, RegisterSpan> = {
  truoc: 'to-2025-06-30',
  sau: 'from-2025-07-01',
  '2025': 'across-2025',
};

/**
 * A plan from the table of a decision's appendix; what has to be confirmed is listed and stands in
 * the sheet Xác nhận.
 */
export async function readAppendixFile(file: string, options: Options): Promise<number> {
  const out = required(options.out, '--out plan.xlsx');
  mustDiffer(file, out, options.json);
  mustBeWritable(out);
  mustTakeJson(options.json);
  const columns = (options.column ?? []).map(columnOption);
  const { workbook: opened, isWord } = await openAppendixFile(file, options.language);
  const national = (await import('../../domain/agency/national.json')).default as National;
  const year = yearOption(options.year);
  const read = planFromAppendix(opened, national, {
    year,
    province: provinceOption(options.province),
    columns,
  });
  if (!read.ok) return refuseWith(read.refusal.code, read.refusal.facts);
  const { plan: made } = read.value;
  // The cells that are asked about are nowhere in a Word file: its tables go with the plan.
  const sources = isWord ? tablesRead(opened, read.value) : [];
  writeNew(out, await writeWorkbook(emptyWorkbook([...writePlan(made), ...sources])));
  if (options.json) writeJson(options.json, appendixJson(read.value));
  if (options.json !== '-') {
    const { indicators, tasks, agencies, confirmations } = made;
    const { found } = checkPlanTables(emptyWorkbook(writePlan(made)));
    const counts = countKinds(found.map(({ finding }) => finding));
    const texts = cliTexts(options.language);
    print(
      texts.appendixRead({
        indicators: indicators.length,
        tasks: tasks.length,
        agencies: agencies.length,
        faults: counts.fault,
        // A plan with a cell to correct is not looked at any further until then.
        confirmations: counts.fault > 0 ? confirmations.length : counts.confirm,
      }),
    );
    for (const { row, finding } of ofKind(found, 'fault'))
      print(
        `  - ${texts.doubtKinds.fault}: [${finding.sheet}] ${row}: ${findingSentence(finding, options.language)}`,
      );
    for (const { table, code, question } of confirmations)
      print(`  - [${table}] ${code ? `${code}: ` : ''}${texts.confirmation(question)}`);
    for (const { row, finding } of ofKind(found, 'confirm'))
      if (finding.code !== 'plan-confirmation-open')
        print(`  - [${finding.sheet}] ${row}: ${findingSentence(finding, options.language)}`);
    print(texts.columnsRead);
    for (const { sheet, cell, heading, role, isGuessed } of read.value.columns) {
      const guessed = isGuessed ? texts.guessed : '';
      print(
        `  - ${sheet}!${cell} “${heading}”: ${columnRoleWord(role, options.language)}${guessed}`,
      );
    }
  }
  say(cliTexts(options.language).planWritten(made.id, shown(out)));
  return 0;
}

/** "D=target", "Phụ lục!D=mức giao": what a person says a column is. */
function columnOption(text: string): ColumnChoice {
  const match = /^(?:(.{1,31})!)?([A-Za-z]{1,2})=(.{1,40})$/.exec(text.normalize('NFC').trim());
  const role = match && readColumnRole(match[3]);
  const column = match && columnIndex(match[2].toUpperCase());
  if (!match || !role || column === null)
    return refuseWith('cli-column', { found: text, allowed: COLUMN_ROLES.join(', ') });
  return { sheet: match[1] ?? null, column, heading: null, role };
}

function yearOption(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^20\d\d$/.test(text)) return refuseWith('cli-year', { option: '--year', found: text });
  return Number(text);
}

/**
 * `84:truoc` is Trà Vinh before 01/7/2025, `86:sau` Vĩnh Long since, `86:2025` all its units of
 * that year.
 */
function provinceOption(text: string | undefined): { code: string; span: RegisterSpan } | null {
  if (text === undefined) return null;
  const [code, span = 'sau'] = text.split(':');
  return SPANS[span]
    ? { code, span: SPANS[span] }
    : refuseWith('unknown-province', { found: text });
}
