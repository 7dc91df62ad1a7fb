import { formatDate } from '../text/date';
import type { Drift } from '../domain/finding/finding';
import { cut, shortList, type Catalogue } from './catalogue';
import { counted } from './counted';
import { officialInEnglish } from './official-en';
import { scheduleSaid } from './period-name';
import { ruleSentences } from './rule-sentences';
import { wordsEn } from './words-en';

const n = (value: number, decimals = 6) =>
  value.toLocaleString('en-US', { maximumFractionDigits: decimals });
const percent = (value: number) => `${n(value, 2)}%`;

/** How one change of a form's layout is said. */
function drift(one: Drift): string {
  switch (one.kind) {
    case 'header-moved':
      return `headings in row ${one.row}`;
    case 'rows-inserted':
      return one.first === one.last
        ? `row ${one.first} was inserted`
        : `rows ${one.first}–${one.last} were inserted`;
    case 'rows-removed':
      return `${one.count} fewer ${one.count === 1 ? 'row' : 'rows'} above row ${one.row}`;
    case 'column-moved':
      return `column ${one.column} moved to ${one.to}`;
    case 'columns-inserted':
      return one.first === one.last
        ? `column ${one.first} was inserted`
        : `columns ${one.first}–${one.last} were inserted`;
    case 'column-removed':
      return `column ${one.column} was removed`;
  }
}

/** How long something has been going on, as people say it. */
function age(minutes: unknown): string {
  const count = Number(minutes);
  if (count < 120) return count === 1 ? '1 minute' : `${count} minutes`;
  return count < 48 * 60 ? `${Math.round(count / 60)} hours` : `${Math.round(count / 1440)} days`;
}

const MERGED: Record<string, string> = {
  path: 'the path of reporting',
  period: 'the state of the period',
  decision: 'the decision',
  part: 'the part without errors that was accepted',
  day: 'the day of receipt',
  version: 'the version that was accepted',
};

/** What two workbooks say of one submission; else a cell, by its code. */
function mergedWhat(code: unknown): string {
  return MERGED[String(code)] ?? `the reading of ${code}`;
}

/** Who did it and when, as far as the workbook says. */
/** A ledger in which nothing counts is not an empty one. */
function noneAccepted(submissions: number): string {
  return `The ledger holds ${counted(submissions, 'submission')}, none of them accepted (returned, or still waiting), so there are no figures`;
}

function byAndAt(who: unknown, at: unknown): string {
  return [who || 'another window', wordsEn.moment(String(at))].filter(Boolean).join(', at ');
}

const LIMITED = {
  MB: 'MB',
  cells: 'cells',
  strings: 'texts',
  letters: 'letters in cells',
  merges: 'merged areas',
  sheets: 'sheets',
  rows: 'rows',
};

/** Which headings were understood, which not, and what to do. */
function readAs(taken: string | undefined, unclear: string): string {
  return `${taken ? `Understood: ${taken}. ` : ''}Not understood: ${unclear}. Please write the headings as in the issued form.`;
}

export const en: Catalogue = {
  at: (cell) => `Cell ${cell}: `,
  inSheet: (sheet) => `Sheet “${sheet}”: `,
  andMore: (count) => ` (and ${count} more; check the plan to see them all)`,
  place: (sheet, cell) => (cell === null ? `sheet “${sheet}”` : `sheet “${sheet}”, cell ${cell}`),
  findings: {
    ...ruleSentences('en', n),
    'file-empty': () => 'The file is empty (0 bytes). Please send it again.',
    'file-encrypted': () => 'The file has a password. Please remove it and send the file again.',
    'file-unreachable': () =>
      'The file could not be opened (open elsewhere, moved, or a folder). Please close it and drop it again.',
    'file-damaged': () => 'The file is damaged or incomplete. Please send the original again.',
    'file-too-large': ({ most, of }) =>
      `The file is too large (limit ${n(most)} ${LIMITED[of]}). Please use the issued form.`,
    'file-archive': () =>
      'A .rar or .7z archive cannot be opened here. Please unpack it and drop the folder.',
    'file-scan': () => 'A PDF or scan cannot be read as figures. Please send the Excel file too.',
    'file-not-a-workbook': () => 'This is not an Excel workbook. Please send the .xlsx form.',
    'file-old-format': ({ format }) =>
      `The file is in ${format} format, which is not read yet. Please save it as .xlsx and send it again.`,
    'file-too-slow': ({ seconds }) =>
      `Reading took over ${seconds} seconds and was ended; the file may be damaged. Please open it in Excel, save it as .xlsx and hand it in again.`,
    'file-too-heavy': () =>
      'Reading took too much memory and was ended; the file may be damaged. Please use the form as issued.',
    'file-converted': ({ format }) =>
      format === 'HTML'
        ? 'The file is a web page (HTML) saved as .xls; it was read. Please save it as .xlsx next time.'
        : `The ${format} file was read; please hand in .xlsx next time.`,
    'scan-beside': ({ sheet }) =>
      `A scan beside “${sheet}”: no figures are taken from it. Please compare the figures with the signed report.`,
    'findings-more': ({ count }) =>
      `${counted(count, 'more finding is', 'more findings are')} not listed. Please fix those shown and check again.`,
    'file-no-form': () => 'The file holds no form of this plan. Please use the issued form.',
    'file-fault': ({ detail }) =>
      `The software failed on this file (${detail}). Other files are not affected; please report it.`,
    'identity-missing': () =>
      'The form has lost its identity code, so its agency and period are unknown. Please use the original form.',
    'identity-conflict': ({ found }) =>
      `The form carries different identity codes (${found}). Please use the original form.`,
    'other-plan': ({ found, expected, document }) =>
      `The form belongs to another plan (${found}). Please send the form of ${document ? `“${document}”` : `plan ${expected}`}.`,
    'other-period': ({ found, expected }) =>
      `The form is for ${found}; the period being received is ${expected}.`,
    'unscheduled-period': ({ found, allowed }) =>
      `The plan has no period “${found}”. Its periods: ${scheduleSaid(allowed, wordsEn.periods)}.`,
    'agency-not-picked': (_, at) =>
      `${at}no agency was picked. Please pick one from the list and send the form again.`,
    'unknown-agency': ({ code }) => `Agency code “${code}” is not in the plan's register.`,
    'form-before-adjustment': ({ adjusted, rows, dropped }) =>
      [
        `The form was issued before the plan was adjusted (from ${formatDate(adjusted)}); it is still accepted.`,
        rows ? `It does not ask yet: ${rows}; please send the new form if there are figures.` : '',
        dropped ? `The plan no longer has: ${dropped}; their figures do not count.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    'agency-not-valid': ({ agency, day, successor }) =>
      `${agency} no longer exists in this period (ended ${formatDate(day)}). ${successor ? `Successor: ${successor}. ` : ''}Please choose a current agency.`,
    'other-agency': ({ agency, other }) =>
      `The content is of ${agency} but the file name is of ${other}. Please check.`,
    'other-period-in-head': ({ coded, said }, at) =>
      `${at}the form carries the code of ${coded}, its heading says ${said}: it may be the form of ${coded} used again. The file does not count yet. If these are the figures of ${said}, please enter them in the form of ${said}, or let the receiver confirm that the file is of ${said}; if it corrects ${coded}, please correct the heading, or let the receiver confirm that it is of ${coded}.`,
    'other-agency-in-head': ({ coded, said }, at) =>
      `${at}the form carries the code of ${coded}, its heading says ${said}: it may be the form of ${coded} used again. The file does not count yet. Please use the form issued to ${said}, or let the receiver confirm whose file it is.`,
    'accepted-period-again': ({ found, expected }) =>
      `The form carries the code of ${found}, of which a version is accepted already, but was handed in for ${expected}: it may be the form of ${found} used again. The file does not count yet. If these are the figures of ${expected}, please enter them in the form of ${expected}, or let the receiver confirm that the file is of ${expected}; if it corrects ${found}, please confirm so, or receive it in ${found}.`,
    'identity-stated': ({ agency, period }) =>
      `The receiver confirmed that the form is of ${agency}, ${period}.`,
    'letters-lost': ({ found }, at) =>
      `${at}the letters with marks were lost when the file was saved (“${cut(found)}”), so the form is not recognised and no figure is taken. Please open the original form in Excel, save it as .xlsx (where .csv is needed, as “CSV UTF-8”) and send it again.`,
    'marked-copy': ({ agency, period }) =>
      `This is the marked copy of ${agency ? `“${agency}”` : 'an agency'}${period ? `, “${period}”` : ''}: please correct the agency's own file and send that one. This one is to be looked at only and does not count.`,
    'several-forms': ({ forms, count }) =>
      `The file holds ${count} forms of several agencies or periods that cannot be told apart for certain: ${forms}. None counts. Please send a file for each agency and period.`,
    'duplicate-file': ({ other }) => `The file is identical to “${other}”; it counts once.`,
    'versions-undecided': ({ count }) =>
      `${count} different files of one agency and period, and nothing says which is later. Please choose one; none counts yet.`,
    'version-by-file-time': ({ count, chosen }) =>
      `${count} files of one agency and period. By the file times the latest is “${chosen}”. Please confirm.`,
    'parts-joined': ({ parts }) =>
      `Files of one agency and period count as one submission: ${parts}.`,
    'part-waits': ({ other }) =>
      `The file “${other}” of the same submission has errors, so the whole submission does not count yet. Please correct that file and send it again.`,
    'part-twice': ({ forms, other }) =>
      `${forms} is both in this file and in “${other}”; it is not known which one is meant, so neither counts yet. Please send only the right file, or all sheets in one file.`,
    'part-of-accepted': ({ forms, version, file }) =>
      `The file has only ${forms}, while version ${version} (file “${file}”), which has it too, counts. The file does not count yet. If it is a correction, please send all sheets in one file, or let the receiver accept it in place of ${forms} alone (task pane, step Tiếp nhận).`,
    late: ({ days, due }) =>
      `${counted(days, 'day')} late (due ${formatDate(due)}); accepted and recorded as late.`,
    'sheet-missing': ({ form, taken, unclear }, at) =>
      unclear
        ? `${at}this sheet has headings of ${form}, but not enough of them to be read. ${readAs(taken, unclear)}`
        : `The file lacks ${form}. Please use the original form.`,
    'sheet-renamed': ({ found, form }) =>
      `${form} was recognised by the content of sheet “${found}”.`,
    'sheet-duplicate': ({ form, other }) =>
      `Two sheets are ${form} (the other: “${other}”). Please keep one; neither counts yet.`,
    'column-missing': ({ column, taken, unclear }) =>
      unclear
        ? `Column “${column}” was not found. ${readAs(taken, unclear)}`
        : `Column “${column}” is missing. Please use the original form.`,
    'row-missing': ({ code, name }) =>
      `Row ${code} (${name}) is missing. Please use the original form.`,
    'row-extra': ({ row, text }) =>
      `Row ${row} (“${text}”) is not in the form and is not consolidated.`,
    'row-duplicate': ({ code, first }, at) =>
      `${at}row ${code} is there twice (first at ${first}). Please keep one; neither counts yet.`,
    'row-label-differs': ({ code, other }, at) =>
      `${at}code ${code} has the text of ${other}. Please put the rows right; neither counts yet.`,
    'cells-merged': ({ area }) =>
      `Merged cells ${area} do not say which row a figure belongs to. Please unmerge and enter again.`,
    'row-unassigned': ({ code }) =>
      `Row ${code} is not assigned to this agency; its figures are not consolidated.`,
    'number-as-text': ({ raw, value }, at) => `${at}the text “${raw}” was read as ${n(value)}.`,
    'number-ambiguous': ({ raw, first, second }, at) =>
      `${at}is “${raw}” ${n(first)} or ${n(second)}? Please write it clearly; it does not count yet.`,
    'number-english': ({ raw, value, unit }, at) =>
      `${at}“${raw}” was read as ${n(value)} ${unit}. Please confirm.`,
    'number-with-letters': ({ raw, suggestion }, at) =>
      `${at}“${raw}” has letters in it. ${n(suggestion)}? It does not count yet.`,
    'number-with-words': ({ raw, values }, at) =>
      `${at}“${cut(raw)}” has words beside its figure. ${values.map((one) => n(one)).join(' or ')}? Please enter the figure alone; it does not count yet.`,
    'number-percent-format': ({ shown }, at) =>
      `${at}shows ${shown} where a count is needed. Please correct; it does not count yet.`,
    'not-a-number': ({ raw }, at) => `${at}“${raw}” is not a number. Please enter the figure.`,
    estimate: ({ raw }, at) => `${at}“${raw}” is an estimate. Please enter the exact figure.`,
    'target-as-result': ({ raw }, at) =>
      `${at}“${raw}” is the target, not the result. Please enter the result.`,
    'numbers-apart': ({ values }, at) =>
      `${at}there are several numbers in one cell (${values.map((one) => n(one)).join('; ')}): a line break, a strike or a raised figure does not join them. Please enter one number; it does not count yet.`,
    'struck-out': ({ raw }, at) =>
      `${at}“${raw}” is struck through or raised. Please remove the strike if it holds, or clear it and enter the figure; it does not count yet.`,
    'figure-twice': ({ raw, other, at: cell }, at) =>
      `${at}“${raw}” under “Kết quả”, “${other}” under “Tử” (${cell}): this indicator has one figure. Please enter it under “Kết quả” and clear the one under “Tử”.`,
    'several-values': ({ raw }, at) => `${at}“${raw}” holds several values. One cell, one value.`,
    dash: ({ raw }, at) =>
      `${at}does “${raw}” mean 0 or no figure yet? Please be explicit; it does not count yet.`,
    'none-as-zero': ({ raw, denominator }, at) =>
      denominator === ''
        ? `${at}“${raw}” was read as 0.`
        : `${at}“${raw}” was read as 0 because the denominator is ${denominator}.`,
    'none-as-not-applicable': ({ raw }, at) =>
      `${at}“${raw}” was read as not applicable, numerator and denominator.`,
    'none-undecided': ({ raw }, at) =>
      `${at}is “${raw}” 0 or not applicable? Please be explicit; it does not count yet.`,
    'formula-error': ({ error }, at) =>
      `${at}shows ${error}. Please repair the formula or enter the number.`,
    'formula-without-value': (_, at) =>
      `${at}has a formula without a stored result. Please open and save the file in Excel, or enter the number.`,
    'external-link': (_, at) => `${at}takes its number from another file. Please paste the value.`,
    'date-as-figure': ({ date }, at) =>
      `${at}is ${date ? `the date ${formatDate(date)}` : 'a date or time'}, not a figure. Please enter the number again.`,
    blank: (_, at) =>
      `${at}is blank. Enter 0 for zero, “Không phát sinh” if nothing occurred; a blank counts as not reported.`,
    'date-as-text': ({ raw, date }, at) => `${at}“${raw}” was read as ${formatDate(date)}.`,
    'not-a-date': ({ raw }, at) => `${at}“${raw}” is not a date. Please write it as 20/9/2024.`,
    'date-of-another-year': ({ date, likely }, at) =>
      `${at}the date reads ${formatDate(date)}${likely ? `. Is it ${formatDate(likely)}?` : ', before the year of the report. Is the year right?'} Please write it again, or explain it if the year is right; it does not count yet.`,
    'status-in-own-words': ({ raw, state }, at) => `${at}“${raw}” was read as “${state}”.`,
    'status-unknown': ({ raw, allowed }, at) =>
      `${at}“${raw}” is not in the list. Please choose: ${allowed}.`,
    'status-mark': ({ raw }, at) =>
      `${at}“${raw}” was read as done; please add the document's number and date.`,
    'status-blank': ({ code }, at) => `${at}task ${code} has no status; it counts as not reported.`,
    'ratio-without-parts': ({ given }, at) =>
      `${at}only the ratio ${percent(given)} is given, without its parts: it cannot be consolidated. Please add them.`,
    'form-row-blank': ({ row }, at) =>
      `${at}row “${row}” has no figures. Write 0 where there is nothing.`,
    'stamp-intact': ({ at, warnings, explained }) =>
      `The agency checked the form at ${wordsEn.moment(at)} (${counted(warnings, 'warning')}, ${explained} explained); its figures have not changed since.`,
    'stamp-changed': ({ at, cells }) =>
      `The figures changed after the check at ${wordsEn.moment(at)}: ${cells.slice(0, 20).join(', ')}${cells.length > 20 ? ` and ${cells.length - 20} more` : ''}. Please check the form again and send it again.`,
    'identity-restored': ({ agency, period }) =>
      `The form has lost its identity code; by its head it was read as that of ${agency}, ${period}.`,
    'agency-misspelt': ({ found, suggestion }, at) =>
      `${at}there is no agency “${found}”.${suggestion ? ` Is it “${suggestion}”?` : ''} Please write the agency's name.`,
    'agency-abbreviated': ({ found, agency }, at) => `${at}“${found}” was read as ${agency}.`,
    'agency-ambiguous': ({ found, agencies }, at) =>
      `${at}several agencies are called “${found}” (${agencies}). Please say which.`,
    'other-window': ({ found, expected }, at) =>
      `${at}the form says days ${found}; this period takes figures of ${expected}. Please check which days the figures are of.`,
    'month-as-date': ({ raw, year, month }, at) =>
      `${at}“${raw}” was read as month ${month}/${year}.`,
    'period-locked': ({ period }) =>
      `Period ${period} is locked. Please ask the consolidating office to open it again.`,
    'headings-skipped': ({ rows }) =>
      `Titles and totals that were added were passed over (rows ${shortList(rows)}).`,
    'rows-reordered': ({ codes }) =>
      `Rows were put in order by their codes (${codes} stood elsewhere than in the form).`,
    'column-renamed': ({ found, column }) => `Column “${found}” was taken as “${column}”.`,
    realigned: ({ drifts }) =>
      `The layout of the form was changed; it was matched again by codes and headings: ${drifts.map(drift).join(', ')}.`,
    'cells-shifted': ({ count }, at) =>
      `${at}${counted(count, 'figure is', 'figures are')} in rows that take none; the column may have moved. Please put them in their rows; none of this column counts yet.`,
    'sheet-copy-set-aside': ({ form, other }) =>
      `Sheet “${other}” is ${form} as well, a copy or not filled; the sheet with figures was used.`,
    'hidden-figures': ({ rows, columns, isSheetHidden }, at) =>
      `${at}${[
        isSheetHidden ? 'the sheet is hidden' : '',
        rows.length > 0 ? `${rows.length} hidden rows hold figures (rows ${shortList(rows)})` : '',
        columns ? `hidden columns hold figures (${columns})` : '',
      ]
        .filter(Boolean)
        .join('; ')}. Do these count? Please unhide them; they do not count yet.`,
    'text-legacy': ({ encoding, raw, text, count }) =>
      `${encoding} text was put into Unicode in ${n(count)} cells: “${cut(raw)}” is “${cut(text)}”.`,
    'text-decomposed': ({ count }) => `Decomposed Unicode was composed in ${n(count)} cells.`,
    'text-tone': ({ found, text }) => `“${cut(found)}” and “${cut(text)}” were taken as one.`,
    'text-tidied': ({ text, count }) =>
      `Spaces and dashes were tidied in ${n(count)} cells: “${cut(text)}”.`,
    'text-like-formula': ({ raw }, at) => `${at}“${raw}” stays text and is never a formula.`,
    'stt-mangled': ({ found, expected }, at) =>
      `${at}number “${expected}” has become “${found}”; the row was known by its code, not by its number.`,
    'form-line-edited': ({ found, expected }, at) =>
      `${at}this line of the form must not be changed (it says “${cut(found)}”); the form was issued with “${cut(expected)}”. Please check that the figures are what the form asks for.`,
    'plan-column-edited': ({ column, found, expected }, at) =>
      `${at}column “${column}” must not be changed (it says “${cut(found)}”); the plan's “${cut(expected)}” is used.`,
    'percent-as-text': ({ raw, value }, at) => `${at}“${raw}” was turned into ${n(value)}.`,
    'percent-as-fraction': ({ raw, first, second }, at) =>
      `${at}is “${raw}” ${percent(first)} or ${percent(second)}? Please choose.`,
    'date-swapped': ({ date, swapped }, at) =>
      `${at}the date was read as ${formatDate(date)}. Is it ${formatDate(swapped)}? Please write it clearly; it does not count yet.`,
    'rule-fault': ({ rule, detail }) =>
      `Our rule “${rule}” failed (${detail}); the other rules ran. Please tell support.`,
    'form-blank': ({ count }) =>
      `A blank form: nothing is filled in (${n(count)} blank cells and rows), so the agency has not reported. Please fill the form and send it again; where there was nothing to report, enter “Không phát sinh” or give the reason under Ghi chú.`,
    'far-from-own-history': ({ value, low, high, periods }, at) =>
      `${at}${n(value)} is far from the agency's last ${periods} periods (usually ${n(low)} to ${n(high)}). Please check or explain.`,
    'completion-taken-back': ({ raw, period }, at) =>
      `${at}reported done in ${period}, now “${raw}”; it still counts as done. Please check or explain.`,
    'far-from-peers': ({ value, low, high, agencies }, at) =>
      `${at}${percent(value)} is far from ${counted(agencies, 'agency', 'agencies')} of its level (usually ${percent(low)} to ${percent(high)}). Please check or explain.`,
    'plan-fault-no-sheet': ({ sheet }) =>
      `The workbook lacks the plan's sheet “${sheet}”. Please restore its name.`,
    'plan-fault-no-column': ({ column }) =>
      `Missing of the columns: ${column}. Please restore the heading.`,
    'plan-fault-no-item': ({ item }) => `The item “${item}” is missing. Please write it again.`,
    'plan-fault-newer-format': () =>
      'The plan was made by a newer version of the software and cannot be read yet. Please update.',
    'plan-fault-bad-cell': ({ found, expected }, at) =>
      found === ''
        ? `${at}is blank; expected: ${expected}.`
        : `${at}“${found}” is not valid; expected: ${expected}.`,
    'plan-fault-empty': (_, at) => `${at}is blank. Please fill it in.`,
    'plan-fault-formula': ({ formula }, at) =>
      `${at}holds the formula “=${formula}” where text is expected. Please write the text itself.`,
    'plan-fault-duplicate-code': ({ code, first }, at) =>
      `${at}the code “${code}” is already at ${first}. Each row needs a code of its own.`,
    'plan-fault-unknown-agency': ({ found, suggestion }, at) =>
      `${at}there is no agency “${found}” in the sheet Đơn vị.${suggestion ? ` Did you mean: ${suggestion}?` : ''} Please write its code.`,
    'plan-fault-unknown-indicator': ({ code }, at) =>
      `${at}there is no indicator “${code}” in the sheet Chỉ tiêu.`,
    'plan-fault-unknown-row': ({ code, table }, at) =>
      `${at}there is no row with the code “${code}” in the sheet ${table}.`,
    'plan-fault-form-incomplete': ({ code }, at) =>
      `${at}form “${code}” needs a row “Biểu” with a title, at least one “Cột” and one “Dòng”.`,
    'plan-fault-unknown-column': ({ code }, at) => `${at}the form has no column “${code}”.`,
    'plan-fault-column-undefined': ({ code }, at) =>
      `${at}column “${code}” is computed but no identity “${code} = …” of typed columns defines it.`,
    'plan-form-basis-ended': ({ form, document, until, followedBy }, at) =>
      `${at}form ${form} is that of ${document}, in force until ${formatDate(until)}; ${followedBy} follows, whose forms are not in this software. Please compare, and enter the new form in the sheet Biểu thống kê if it differs.`,
    'plan-document-open': ({ found }, at) =>
      `${at}the document has no complete number and date${found ? ` (“${found}”)` : ''}. Please add them.`,
    'plan-scope-open': ({ found }, at) =>
      `${at}“${found}” is of each unit, but is held against the figure of all of them. If each has to reach it by itself, please write “Từng đơn vị” in “Phạm vi”; if the total is meant, confirm it.`,
    'plan-year-open': ({ found }, at) =>
      `${at}target “${found}” of an amount that adds up over the year is held against every single period. If it is the year's, please write “Cuối năm” in “Cách đánh giá”; if it is each period's, confirm it.`,
    'plan-rate-added': ({ found, over }, at) =>
      over === 'agencies'
        ? `${at}figures in “${found}” make no sum, but those of the agencies are added up. Please choose in “Cộng theo đơn vị” (each unit, the largest, the smallest, the owner's own) or give numerator and denominator; if a sum is meant, confirm it.`
        : `${at}figures in “${found}” make no sum, but those of the periods are added up. Please write “Số cuối kỳ” in “Cách cộng qua các kỳ” or give numerator and denominator; if a sum is meant, confirm it.`,
    'plan-operator-contradicts': ({ found }, at) =>
      `${at}“${found}” contradicts its sentence (a time to be reduced needs a maximum). Please confirm before it is judged.`,
    'plan-target-no-figure': ({ found }, at) =>
      `${at}“${found}” gives no figure to judge by. Please fill in “So sánh” and “Mức”, then confirm it.`,
    'plan-operator-not-written': ({ found, value, operator }, at) =>
      `${at}“${found}” says neither minimum nor maximum; taken as ${{ '>=': 'at least', '>': 'more than', '=': 'exactly' }[operator]} ${value}. Please confirm.`,
    'plan-target-unconfirmed': ({ found }, at) =>
      `${at}the target “${found}” is not confirmed, so nothing is judged by it.`,
    'plan-increase-without-base': (_, at) =>
      `${at}only an increase is asked; complete figures of the previous period are needed.`,
    'plan-target-not-asked': ({ found, count }, at) =>
      `${at}a target for ${count === 1 ? found : `${counted(count, 'agency', 'agencies')} (such as ${found})`} that the indicator is not assigned to, so it is not judged. Please assign the indicator, or remove the target.`,
    'plan-level-without-agency': ({ level }, at) =>
      `${at}a target for level ${level}, at which nobody is assigned the indicator.`,
    'plan-small-denominator': ({ value, count, needed }, at) =>
      `${at}${value}% of ${count} offices means at least ${needed} of ${count}.`,
    'plan-no-target': ({ found }, at) =>
      found === undefined
        ? `${at}the indicator has no target, so it is not judged.`
        : `${at}the target “${found}” of the appendix was not understood, so the indicator is not judged.`,
    'plan-indicator-linked': ({ other }, at) =>
      `${at}the indicator is the same as ${other}; their figures must agree.`,
    'plan-indicator-twice': ({ other }, at) =>
      `${at}the indicator is nearly ${other}. If they are one, please enter ${other} under “Trùng với”.`,
    'plan-definition-proposed': ({ numerator, denominator, overTime }, at) =>
      `${at}definition proposed by the software: “${numerator}”${denominator ? ` over “${denominator}”` : ''}, over the periods “${overTime}”. Please confirm or change it.`,
    'plan-no-lead': (_, at) => `${at}the task has no lead agency. Please name one.`,
    'plan-collective-lead': ({ found, count }, at) =>
      `${at}“${found}” is taken as ${counted(count, 'agency', 'agencies')} of the register.`,
    'plan-agency-misspelt': ({ found, suggestion }, at) =>
      `${at}“${found}” may be misspelt; nearest is “${suggestion}”.`,
    'plan-two-paths': ({ codes, above, below, example }, at) =>
      `${at}two paths (${codes.join(', ')}): ${above} agencies (such as ${example}) and ${below} under them both report it. Where the upper one includes those under it, it counts twice: please leave one level in “Đơn vị điền số liệu” (within the year: another row of that code with “Từ ngày”). Where each reports its own figures only, please confirm.`,
    'plan-agency-abolished': ({ agency, day, successor }, at) =>
      `${at}${agency} ends on ${formatDate(day)}, before the plan’s year does.${successor ? ` Successor: ${successor}.` : ''}`,
    'plan-deadline-year': ({ found, year }, at) =>
      `${at}the deadline “${found}” is not in the plan’s year ${year}. Please check.`,
    'plan-deadline-outside-year': ({ found, year }, at) =>
      `${at}the deadline “${found}” lies outside ${year}; please say whether it counts for that year.`,
    'plan-periodic-without-frequency': ({ found }, at) =>
      `${at}“${found}” gives no frequency. Please choose one.`,
    'plan-no-deadline': ({ year }, at) =>
      `${at}the task has no deadline. Please choose “Thường xuyên” or one in ${year}.`,
    'plan-deadline-not-dated': ({ found }, at) =>
      `${at}“${found}” names no day; only the state is followed until one is entered.`,
    'plan-before-day': ({ found, date }, at) =>
      `${at}“${found}” is taken as due on ${formatDate(date)}.`,
    'plan-task-twice': ({ other }, at) =>
      `${at}the task is nearly ${other}, with another lead or deadline. Please settle on one.`,
    'plan-document-in-future': ({ number, date, issued }, at) =>
      `${at}${number} is dated ${formatDate(date)}, after the plan itself (${formatDate(issued)}). Please check.`,
    'plan-document-two-dates': ({ number, first, second }, at) =>
      `${at}${number} is dated ${formatDate(second)}, elsewhere ${formatDate(first)}. Please check.`,
    'plan-cell-truncated': ({ found }, at) =>
      `${at}the text seems to be cut off: “…${found}”. Please complete it.`,
    'plan-fault-identities-contradict': ({ form, columns }, at) =>
      `${at}the identities of form ${form} only hold together if column ${columns} is 0. Please correct one of them.`,
    'plan-confirmation-open': ({ table, question }, at) =>
      `${at}not confirmed by anybody (${table}): ${question}`,
    'plan-repeated-word': ({ found }, at) => `${at}a word is repeated: “${found}”.`,
  },
  ownFiles: {
    'file-empty': () => 'The file is empty (0 bytes).',
    'file-encrypted': () => 'The file has a password. Please remove it and choose the file again.',
    'file-damaged': () => 'The file is damaged or incomplete.',
    'file-too-large': ({ most, of }) =>
      `The file is too large (limit ${n(most)} ${LIMITED[of]}). Please copy what is needed into a new file.`,
    'file-archive': () => 'A .rar or .7z archive cannot be opened here. Please unpack it first.',
    'file-scan': () => 'A PDF or scan cannot be read. Please use the Excel file.',
    'file-not-a-workbook': () => 'This is not an Excel workbook.',
    'file-old-format': ({ format }) =>
      `The file is in ${format} format, which is not read yet. Please open it in Excel, save it as .xlsx and choose it again.`,
  },
  refusals: {
    'ledger-newer-format': () =>
      'The ledger was made by a newer version of the software and cannot be read yet. Please update.',
    'ledger-no-sheet': ({ sheet }) =>
      `The workbook lacks the ledger's sheet “${sheet}” (it may have been renamed). Please restore its name.`,
    'ledger-no-column': ({ sheet, column }) =>
      `Sheet “${sheet}” lacks these of its columns: ${column}.`,
    'ledger-bad-cell': ({ sheet, cell, found, expected }) =>
      `Sheet “${sheet}”, cell ${cell}: “${found}” is not valid; expected: ${expected}.`,
    'unknown-plan': ({ id, allowed }) => `There is no plan “${id}”. Built-in plans: ${allowed}.`,
    'unknown-period': ({ found, grammar }) => `“${found}” is not a period. Written as: ${grammar}.`,
    'period-not-scheduled': ({ found, allowed }) =>
      `The plan has no period “${found}”. Allowed: ${allowed}.`,
    'period-not-tiled': ({ found, allowed }) =>
      `Period “${found}” cannot be consolidated from the plan's periods. Allowed: ${allowed}.`,
    'unknown-agency': ({ code }) => `There is no agency “${code}” in the plan's register.`,
    'agency-not-reporting': ({ code, period }) => `Agency “${code}” does not report for ${period}.`,
    'plan-file-no-plan': ({ file, sheets }) =>
      `“${file}” is no plan (it has none of the sheets ${sheets}). Please choose the file of the plan.`,
    'plan-file-unreadable': ({ file, reason }) => `The plan “${file}” cannot be read: ${reason}`,
    'ledger-file-unreadable': ({ file, reason }) =>
      `The ledger “${file}” cannot be read: ${reason}`,
    'ledger-of-other-plan': ({ found, expected }) =>
      `The ledger belongs to plan “${found}”, not “${expected}”.`,
    'ledger-is-desk': ({ file }) =>
      `“${file}” is the workbook of the task pane (with the plan and its tables), not a ledger of the command line. Please receive and consolidate it in Excel; for --ledger use another file name; only to read its figures, use so-so-lieu.xlsx of a period's archive.`,
    'ledger-file-none': ({ file }) =>
      `“${file}” is no ledger written by tonghop. Please choose the right file.`,
    'ledger-holds-more': ({ path, found, more }) =>
      `The ledger “${path}” holds other things too (${found}${Number(more) > 0 ? `; and ${more} more` : ''}); taking files in writes the whole file again and they would be lost, so nothing was written. Please move them to another file and run again; without --in the ledger is only read.`,
    'no-plan-in-workbook': () => 'This workbook has no plan yet. Please choose a built-in plan.',
    'appendix-file-unreadable': ({ file, reason }) =>
      `The appendix “${file}” cannot be read: ${reason}`,
    'appendix-word-macros': () =>
      'The Word file holds macros and is not read. Please save it as .docx without macros.',
    'appendix-word-no-table': () =>
      'The Word file has no table. Please choose the document whose appendix is a table, or copy the table into Excel.',
    'appendix-no-table': () =>
      'No table of an appendix was found. It needs headings such as “Nhiệm vụ”, “Cơ quan chủ trì”, “Thời gian hoàn thành”, or “Chỉ tiêu”, “Đơn vị tính”, “Chỉ tiêu năm …”.',
    'appendix-too-large': ({ cells, most }) =>
      `The sheet has ${n(Number(cells))} cells, too many for an appendix (at most ${n(Number(most))}). Please copy the table to a sheet of its own.`,
    'appendix-too-long': ({ letters, most }) =>
      `The cells of the file hold ${n(Number(letters))} letters, too many for an appendix (at most ${n(Number(most))}). Please copy the table to a sheet of its own.`,
    'appendix-no-year': () =>
      'The appendix does not name the year of the plan. Please add it to the title, or say it in the field of the year (command line: --year).',
    'unknown-province': ({ found }) =>
      `There is no province “${found}” in the list of that time. Written as code, colon, then truoc, sau or 2025 (86:sau).`,
    'reading-settled': ({ cell }) =>
      `${cell} has already been decided. Please reload the workbook.`,
    'period-is-locked': ({ period }) =>
      `${period} is locked. To change its figures, please press “Open the period again” first (step Lock).`,
    'lock-holds-nothing': ({ period }) =>
      `Nothing was taken in for ${period}, and no agency could hand in any more.`,
    'lock-closes-ahead': ({ period, periods }) =>
      `Locking ${period} closes ${periods} too, which have not begun.`,
    'locked-by-itself': ({ period, months }) =>
      `${period} itself is not locked: ${months} were locked by themselves and stay so. To open one, please choose it and press “Open the period again”.`,
    'version-settled': ({ submission }) =>
      `${submission} has already been decided. Please reload the workbook.`,
    'reason-missing': () => 'Please give a reason and your name.',
    'figure-not-asked': ({ code, agency }) => `${agency} is not asked for ${code} in this period.`,
    'figure-not-whole': ({ found }) =>
      `“${found}” cannot be used: a number not below 0, whole where things are counted.`,
    'figure-too-large': ({ numerator, denominator }) =>
      `The numerator ${numerator} exceeds the denominator ${denominator}.`,
    'figure-breaks-identity': ({ identity, left, right }) =>
      `The columns do not agree: ${identity} (${n(Number(left))} and ${n(Number(right))}). Please check them.`,
    'date-in-future': ({ date }) =>
      `The day of completion ${date} has not come yet. Please check it.`,
    'date-missing': () => 'The task is done: please give the day it was completed.',
    'reading-too-large': ({ numerator, denominator }) =>
      `Not entered: so read, the numerator (${n(Number(numerator))}) exceeds the denominator (${n(Number(denominator))}). Please return the file.`,
    'table-columns-moved': ({ sheet, column }) =>
      `Sheet “${sheet}”: a column was put into our table or taken out of it, from column ${column} on. Please keep columns of your own to the right of the table (or bring back the deleted one) and try again; nothing was written.`,
    'table-has-no-room': ({ sheet, column }) =>
      `Sheet “${sheet}”: the table now reaches column ${column}, where something of yours is. Please move it to the right of column ${column} and try again; nothing was written.`,
    'sheet-is-filtered': ({ sheet }) =>
      `Sheet “${sheet}” is filtered: figures written now would land in other rows. Please clear the filter (tab Data, button Clear) and try again; nothing was written.`,
    'sheet-not-as-written': ({ sheet }) =>
      `Sheet “${sheet}” was filtered while it was written, so some of its rows are wrong. Please do not use it: clear the filter (tab Data, button Clear), look whether the sheet is as it was, and do this again.`,
    'filter-not-told': ({ sheet }) =>
      `Sheet “${sheet}”: Excel does not tell by what it is filtered, so the filter cannot be cleared and put back for you. Please clear it (tab Data, button Clear) and try again; nothing was written.`,
    'filter-not-put-back': ({ sheets }) =>
      `The filter of sheet “${sheets}” could not be put back; no figure is affected. Please filter it again (tab Data, button Filter).`,
    'table-over-ours': ({ sheet, table }) =>
      `Sheet “${sheet}”: a table of Excel's (“${table}”) lies over ours. Please convert it to a range (tab Table Design) and try again; nothing was written.`,
    'workbook-read-only': () =>
      'The workbook is open for reading only and cannot be saved. Please press “Enable Editing” in the yellow bar above the sheet (“Edit Workbook” on the web), or save it as another copy (File, Save As) and work on that one; nothing was written.',
    'workbook-old-format': ({ name }) =>
      `Workbook “${name}” is of the format of Excel 97-2003 (.xls): its sheets have 65,536 rows and 256 columns only and do not keep the formulas of the tables. Please convert it to .xlsx (File, Info, Convert; or Save As, Excel Workbook), open it again and go on; nothing was written.`,
    'workbook-counts-from-1904': () =>
      'This workbook counts days from 1904 (an option of older Excel for Mac): days read from it and written into it would be four years off. Please work in the form or workbook this software made; or clear “Use 1904 date system” (File, Options, Advanced) and check the days typed before; nothing was written.',
    'workbook-keeps-shown': () =>
      'The workbook is set to “precision as displayed”: figures written would be rounded to what is shown, and totals would be wrong. Please clear “Set precision as displayed” (File, Options, Advanced, When calculating this workbook) and try again; nothing was written.',
    'workbook-structure-protected': ({ sheets, note }) => {
      const why = sheets
        ? `, and there is no “${sheets}” yet`
        : note
          ? `, and beside a row that would go (${note}) somebody wrote a note`
          : '';
      return `The structure of the workbook is protected: sheets can be neither added nor removed${why}. Please unprotect it (tab Review, button Protect Workbook) and try again; nothing was written.`;
    },
    'sheet-is-protected': ({ sheet }) =>
      `Sheet “${sheet}” is protected. Please unprotect it (tab Review, button Unprotect Sheet) and try again; nothing was written.`,
    'sheet-has-password': ({ sheet }) =>
      `Sheet “${sheet}” is protected with a password, so this software cannot open it. Please ask who set the password to unprotect it (tab Review, button Unprotect Sheet) and try again; nothing was written.`,
    'sheet-is-hidden': ({ sheet }) =>
      `Sheet “${sheet}” is hidden, so its cell cannot be shown. Please unhide it (right-click the name of a sheet, Unhide) and try again; a sheet that is not in that list was hidden by a program of whoever made the workbook.`,
    'cell-not-taken': ({ sheet, cell }) =>
      `Excel did not take what was written into ${cell} of sheet “${sheet}” (merged, or with a format or rule of its own). The cells are as they were; please look at that cell and try again.`,
    'cell-written-since': ({ sheet, cell }) =>
      `Not undone: ${cell} of sheet “${sheet}” was changed after this write. The cells stay as they are.`,
    'cell-moved-since': ({ sheet, cell }) =>
      `Not undone: rows or columns of sheet “${sheet}” were put in, taken out or sorted, so that nobody can say which cell ${cell} is now. The cells stay as they are; please put right by hand those that were filled.`,
    'calculation-pending': () =>
      'Excel calculates manually and has not finished, so the totals are not those of the present figures. Please press F9 (or tab Formulas, Calculation Options, Automatic), wait for it to finish and try again.',
    'sheet-written-meanwhile': ({ sheets }) =>
      `Somebody else wrote ${sheets} at the same time; their figures stay and this write was undone. Please reload the workbook and repeat.`,
    'entered-while-locking': ({ submission }) =>
      `Not locked: another window entered ${submission} at the same moment, and the locked tables would lack it. Please look again and press “Lock” once more.`,
    'plan-changed-meanwhile': () =>
      'The plan in the workbook was changed while the files were checked, so what was found holds no more; nothing was taken in. Please reload the workbook and drop the files once more.',
    'sheet-written-since': ({ sheets }) =>
      `Not undone: somebody else has written ${sheets} since. The workbook stays as it is; please read it again.`,
    'undo-changed-since': ({ submission }) =>
      `Not undone: ${submission} was changed in another window after this write. The workbook stays as it is; please read it again.`,
    'undo-version-since': ({ submission, who, at }) =>
      `Not undone: ${submission} was entered after this write (${byAndAt(who, at)}). The workbook stays as it is; please settle that version first, or return or adjust it.`,
    'undo-decided-since': ({ submission, who, at }) =>
      `Not undone: somebody has decided about ${submission} since (${byAndAt(who, at)}). The workbook stays as it is; please ask who decided.`,
    'undo-period-since': ({ period, who, at }) =>
      `Not undone: ${period} was closed, locked or opened again after this write (${byAndAt(who, at)}). The workbook stays as it is; please lock it or open it again if need be.`,
    'undo-gone': () =>
      'This was undone already, or is no longer in the workbook; it stays as it is.',
    'undo-keeps-lock': ({ period }) =>
      `Not undone: the locked tables of ${period} are kept as evidence. To correct it, please reopen the period.`,
    'undo-keeps-tables': ({ period }) =>
      `No figure to undo: the tables of ${period} are only made from the ledger. For other tables, please consolidate again.`,
    'layout-own-sheet': ({ sheet }) =>
      `“${sheet}” is a sheet of this software. Please open your own table and try again.`,
    'layout-no-table': ({ sheet }) =>
      `Sheet “${sheet}” has no table whose rows are indicators, tasks or agencies of the plan and whose columns are figures. Please add the indicators' codes, or bind single cells.`,
    'layout-cell-not-identified': ({ sheet, cell }) =>
      `${cell} of “${sheet}” cannot be bound: it needs a label on its left and a heading above that no other row or column has.`,
    'layout-none-bound': () =>
      'No cell is bound yet. Please open your table and press “Bind an existing table”.',
    'layout-table-unreadable': ({ sheet, cell, found, heading }) =>
      `Sheet “${sheet}”, cell ${cell}: “${found}” in column “${heading}” is not understood. Please correct or delete the row and try again.`,
    'layout-report-not-current': ({ period }) =>
      `The tables of ${period} are not in the workbook or are older than the ledger. Please press “Consolidate” first.`,
    'layout-changed': ({ cell, sheet }) =>
      `${cell} of “${sheet}” has changed since the preview; nothing was written. Please preview again.`,
    'layout-written-meanwhile': ({ cell, sheet }) =>
      `Another window filled the tables, or made those of the period anew, at the same moment: ${cell} of “${sheet}” is not what this filling wrote. Please preview and fill once more.`,
    'register-lacks-agencies': ({ count, names }) =>
      `This register lacks ${counted(Number(count), 'agency', 'agencies')} the plan gives rows to (${names}…). Nothing was written; please change “Đơn vị điền số liệu” and “Đơn vị tổng hợp” first.`,
    'unknown-form': ({ code, allowed }) =>
      `There is no statistics form “${code}”. Available: ${allowed}.`,
    'ledger-figure-edited': ({ submission, code, measure, found, raw, as }) =>
      `${code}, ${measure} of ${submission} says “${found}”${as === 'text' ? ' as text' : ''}, not what was taken in (the file says “${raw}”): it does not count.`,
    'ledger-row-edited': ({ submission, code, found }) =>
      `the codes of row ${code} of ${submission} were changed (now “${found}”): it does not count.`,
    'ledger-submission-edited': ({ submission, column, found }) =>
      `${submission}: column “${column}” says “${found}”, not what was taken in: nothing of it counts.`,
    'ledger-figure-unlike-typed': ({ submission, code, measure, found, raw }) =>
      `${code}, ${measure} of ${submission} counts as “${found}” while the file says “${raw}”. Please compare with the file.`,
    'ledger-decision-unreadable': ({ submission, found }) =>
      `the decision “${found}” about ${submission} cannot be read; it is taken as returned. Please write “Chấp nhận” or “Trả lại”.`,
    'ledger-decision-of-nothing': ({ found }) =>
      `there is no submission “${found}”, so this decision has no effect. Please write its code again.`,
    'ledger-act-unreadable': ({ period, found }) =>
      `the state “${found}” of ${period} cannot be read; it is taken as locked. Please write the state again.`,
    'ledger-act-of-nothing': ({ found }) =>
      `the period “${found}” cannot be read, so this row has no effect. Please write it like 2024-03 or 2024-Q1.`,
    'ledger-act-changed': ({ period, found }) =>
      `this row of ${period} says “${found}”, not what was written; the period still counts as locked. To open it, please press “Open the period again” (step Lock).`,
    'ledger-lock-lost': ({ period }) =>
      `the row of the lock of ${period} is gone, but its locked tables or figures are there: the period still counts as locked and takes nothing in. To open it, please press “Open the period again” (step Lock).`,
    'ledger-cell-unreadable': ({ column, found, expected }) =>
      `column “${column}” says “${cut(String(found))}”, which cannot be read; this cell is not used. Please write it again (${expected}).`,
    'ledger-signed-edited': ({ period, code, found }) =>
      `the locked figure of ${code}, ${period} says “${found}”, not what was locked: it is not compared. Please see the locked table.`,
    'edits-ways-out': () =>
      'To settle what was changed by hand: hand in the very file again; take it back from an archive; or accept it as an adjustment with a reason (in the pane). Typing back what stood there will do as well.',
    'doubt-changed': ({ sheet, row }) =>
      `Row ${row} of sheet “${sheet}” has changed since the plan was checked; nothing was confirmed. Please press “Check plan” and look again.`,
    'edit-not-here': ({ submission }) =>
      `Nothing of ${submission} is changed by hand any more. Please reload the workbook.`,
    'edit-no-source': () =>
      'This archive has none of the submissions that were changed by hand. Please choose the archive of their period.',
    'edit-not-a-figure': ({ code, found }) =>
      `${code} says “${found}”, which is no figure. Please take it from the file or the archive.`,
    'ledger-json-bad': ({ place }) =>
      `The JSON is not a ledger of ours (at ${place}). Please take the file the software wrote.`,
    'report-missing': ({ sheet, period }) =>
      `The workbook has no table “${sheet}” yet. Please consolidate ${period} and try again.`,
    'report-differs': ({ sheet, cell, found, expected }) =>
      `Table “${sheet}”, cell ${cell} says “${found}”, the ledger gives “${expected}”: somebody typed over it, or the table is older than the ledger. Please consolidate again and retry.`,
    'archive-too-large': ({ limit }) =>
      `The archive would exceed ${limit}. Please archive shorter periods.`,
    'archive-not-one': () =>
      'There is not exactly one archive of a period. Please choose one “luu-tru-….zip” as it was made.',
    'archive-no-list': () =>
      'The archive lacks a readable danh-muc.csv, so hashes cannot be compared: it may be read, nothing is restored from it. Please use an archive that is whole.',
    'archive-file-changed': ({ path }) =>
      `“${path}” was changed after it was archived: its hash is not the listed one.`,
    'archive-file-damaged': ({ path }) => `“${path}” is damaged and cannot be read.`,
    'archive-file-missing': ({ path }) => `“${path}” is listed but not there.`,
    'archive-file-unlisted': ({ path }) => `“${path}” is not in the archive's list.`,
    'original-not-given': ({ file }) =>
      `What was chosen is not, and does not hold, the original “${file}”. Please choose the received file or the archive of the period.`,
    'figure-sheet-gone': ({ file, sheet }) =>
      `The sheet “${sheet}” of “${file}” could not be opened: the file is damaged or has no such sheet. Please choose the original again.`,
    'archive-original-absent': ({ submission, file }) =>
      `${submission}: the original “${file}” is not in the archive.`,
    'import-file-unreadable': ({ file, reason }) => `“${file}” cannot be read: ${reason}`,
    'import-nothing-found': ({ headings }) =>
      `The file has no ledger (sheets “Bản nộp”, “Sổ số liệu”) and no table with all of these columns: ${headings}.`,
    'import-interrupted': ({ submission }) =>
      `${submission} was only half written in that file; it is left out.`,
    'import-codes-unknown': ({ codes, count }) =>
      `${counted(Number(count), 'code is', 'codes are')} not in this plan; their figures are kept and enter no table: ${codes}.`,
    'import-taken': ({ submission, what, there }) =>
      `${submission}: ${mergedWhat(what)} is taken from the other workbook (${officialInEnglish(String(there))}).`,
    'import-contradicts': ({ submission, what, here, there }) =>
      `${submission}: the two workbooks differ in ${mergedWhat(what)}: this one ${officialInEnglish(String(here))}; the other ${officialInEnglish(String(there))}. Neither is taken; please agree and enter it again.`,
    'import-code-renamed': ({ code, before, now }) =>
      `${code} is “${cut(String(before))}” in that file and “${cut(String(now))}” in this plan. Please see whether they are one indicator.`,
    'import-agency-unknown': ({ found }) => `“${found}” is not in the plan's register.`,
    'import-agency-ambiguous': ({ found, agencies }) =>
      `“${found}” may be several agencies (${agencies}). Please write the code.`,
    'import-agency-contradicts': ({ found, other }) =>
      `code “${found}” and name “${other}” are two agencies.`,
    'import-period-unused': ({ found, base }) =>
      `figures for “${found}”, from another year, would not be used: figures of earlier periods are added up for each ${base} or longer period. Please enter the figure of the whole ${base}.`,
    'import-year-unused': ({ found, before, year }) =>
      `figures for “${found}” would not be used: reports of ${year} take those of ${year} and, to compare, of ${before}. Please remove the row or correct its period.`,
    'import-indicator-contradicts': ({ found, other, code }) =>
      `code “${found}” and name “${other}” are two indicators (that name is of ${code}).`,
    'import-indicator-unknown': ({ found }) =>
      `“${found}” is neither code nor name of an indicator of the plan.`,
    'import-indicator-ambiguous': ({ found, codes }) =>
      `“${cut(String(found))}” is the name of several indicators (${codes}). Please write the code.`,
    'import-row-twice': ({ cell }) => `this agency, period and indicator are at ${cell} already.`,
    'import-no-figure': () => 'the row has no figure.',
    'import-parts-missing': ({ code }) =>
      `${code} is a ratio: numerator and denominator are needed.`,
    'word-template-macros': ({ file }) =>
      `The template “${file}” holds macros and is not used. Please save it as .docx and try again.`,
    'word-template-not-docx': ({ file }) =>
      `“${file}” is no Word document (.docx). Please open it in Word, save it as .docx and try again.`,
    'word-template-unreadable': ({ file, reason }) =>
      `The template “${file}” cannot be used: ${reason}`,
    'cli-file-missing': ({ path }) => `File “${path}” was not found. Please check the path.`,
    'cli-folder-missing': ({ path }) => `Folder “${path}” was not found. Please check the path.`,
    'cli-is-folder': ({ path }) => `“${path}” is a folder; a file is needed.`,
    'cli-is-file': ({ path }) => `“${path}” is a file; a folder is needed.`,
    'cli-cannot-write': ({ path, reason }) =>
      `“${path}” cannot be written (${reason}). Please choose another place.`,
    'cli-would-overwrite': ({ path }) =>
      `“${path}” exists and is not a report of this command; it is not overwritten. Please choose another name.`,
    'cli-same-file': ({ path }) =>
      `“${path}” is used twice in the command. Please choose another name for the result.`,
    'cli-option-missing': ({ option }) => `Option ${option} is missing.`,
    'cli-option-unknown': ({ option, allowed }) =>
      `Option ${option} is wrong or lacks a value. Options: ${allowed}.`,
    'cli-option-not-here': ({ command, option, allowed }) =>
      `Command ${command} has no option ${option}. Options: ${allowed}.`,
    'cli-command-unknown': ({ command, allowed }) =>
      `There is no command “${command}”. Commands: ${allowed}.`,
    'cli-argument-missing': ({ command, what }) => `Command ${command} lacks ${what}.`,
    'cli-surplus': ({ word }) => `“${word}” is surplus.`,
    'cli-date': ({ option, found }) => `${option} takes a date such as 2024-03-18, not “${found}”.`,
    'cli-column': ({ found, allowed }) =>
      `--column takes “D=target” or “Sheet!D=target”, not “${found}”. What a column may be: ${allowed}.`,
    'cli-year': ({ option, found }) => `${option} takes a year such as 2026, not “${found}”.`,
    'cli-language': ({ found, allowed }) =>
      `--lang takes ${String(allowed).replaceAll('|', ' or ')}, not “${found}”.`,
    'cli-no-input': () => `--in FOLDER (received files) or an existing --ledger FILE is needed.`,
    'cli-cannot-read': ({ path, reason }) =>
      `“${path}” cannot be read (${reason}). Please check who may open it.`,
    'cli-report-edited': ({ path }) =>
      `“${path}” was edited and saved after it was made; it is not written over. Please rename it or choose another name for the report.`,
    'cli-file-open': ({ path, owner }) =>
      `“${path}” is open in Excel (“${owner}” lies beside it). Please save and close it, then run again; if nobody has it open, delete “${owner}”.`,
    'cli-file-held': ({ path, reason }) =>
      `“${path}” cannot be written: it is open in another program (Excel) or may only be read (${reason}). Please close it and run again.`,
    'ledger-in-use': ({ path, host, pid, minutes, lock }) =>
      `Another run is writing the ledger “${path}” (computer ${host}, process ${pid}, begun ${age(minutes)} ago). Please wait until it is done and run again; if you are certain that none is left, delete “${lock}” beside the ledger.`,
    'ledger-changed': ({ path }) =>
      `The ledger “${path}” was written by another program while the command ran, so nothing was written. Please run again.`,
    'cli-receipt-doubtful': ({ day, count }) =>
      `The day of receipt ${formatDate(String(day))} makes ${counted(Number(count), 'file')} more than 60 days late; nothing was written. If the day is wrong, please run again with another --received (or without it: the day is not known); if it is right, please leave out --check-received.`,
    'cli-nothing-received': ({ folders, count, returned }) =>
      `No file to take in was found in ${folders}${Number(count) > 0 ? ` (${counted(Number(count), 'file')} that are no submissions were left out)` : ''}. ${Number(returned) > 0 ? `${noneAccepted(Number(returned))}. ` : ''}Please check the folder.`,
    'cli-nothing-accepted': ({ returned }) =>
      `${Number(returned) > 0 ? noneAccepted(Number(returned)) : 'The ledger holds no accepted figures'}. Please add --in FOLDER (received files).`,
    'lake-figure-places': ({ plan, agency, period, code, found, sheet, cell }) =>
      `The figure “${found}” of indicator ${code} (plan ${plan}, agency ${agency}, ${period}, sheet “${sheet}”, cell ${cell}) has more than 10 decimals; a lake cannot hold it as it is, so nothing was written. Please correct it in the agency's form (or enter an adjustment) and run again.`,
    'lake-figure-range': ({ plan, agency, period, code, found, sheet, cell }) =>
      `The figure “${found}” of indicator ${code} (plan ${plan}, agency ${agency}, ${period}, sheet “${sheet}”, cell ${cell}) has more than 18 digits before the point; a lake cannot hold it as it is, so nothing was written. Please correct it in the agency's form (or enter an adjustment) and run again.`,
    'lake-total-range': ({ plan, period, code }) =>
      `The figures of ${code} (plan ${plan}, ${period}), added up by agency, by level or over the year, come to more than 18 digits before the point or more than 10 decimals; a lake cannot hold it as it is, so nothing was written. Please look at the figures of this indicator.`,
    'lake-target-compared': ({ plan, period, code, places }) =>
      `Plan ${plan}, indicator ${code}, ${period}: its target is held against how much the figure changed on the period before or on the same period last year, and its parts are too large or have more than ${places} decimals for a lake to compare them to the last digit, so nothing was written. Please look at the figures of this indicator, or use a larger unit.`,
    'lake-tasks-compared': ({ plan, code }) =>
      `Plan ${plan}, indicator ${code}: it is counted from tasks and held against last year; the open lake has the tasks of this year only, so nothing was written. Please use the consolidated report for this plan.`,
    'lake-figure-of-longer': ({ plan, code, agency, period }) =>
      `Plan ${plan}, indicator ${code}: agency ${agency} has a figure of the whole of ${period} only, and is asked for a part of it; the open lake cannot add this up yet, so nothing was written. Please enter the figures of each period, or use the consolidated report.`,
    'lake-target-range': ({ plan, code, found }) =>
      `The target “${found}” of indicator ${code} (plan ${plan}) has more than 18 digits before the point or more than 10 decimals; a lake cannot hold it as it is, so nothing was written. Please correct it in the plan.`,
    'lake-registers-differ': ({ plan, agency, before, now }) =>
      `Agency code “${agency}” of plan ${plan} is “${before}” in the lake and “${now}” in what is added, so nothing was written. If these are two provinces, please give their plans different codes; if an agency was renamed, please use a new code and a succession.`,
    'lake-plans-differ': ({ plan, before, now }) =>
      `Plan ${plan} is of “${before}” in the lake and of “${now}” in what is added, so nothing was written. If these are two plans, please give them different codes; if the issuer was corrected, please run again with the corrected plan (--plan).`,
    'lake-registers-contradict': ({ plan, agency, column, before, now }) =>
      `Agency “${agency}” of plan ${plan}: column “${column}” of the register is “${before}” in the lake and “${now}” in what is added, so nothing was written. Please correct the register that is wrong, or run again with the right plan (--plan).`,
    'lake-agency-gone': ({ plan, agency, submissions }) =>
      `Agency “${agency}” of plan ${plan} has ${counted(Number(submissions), 'submission')} in the lake and is not in the register of what is added, so nothing was written. Please put its row back; an agency that ended keeps it, with the day in “Hiệu lực đến”.`,
    'lake-versions-differ': ({ plan, agency, period, version, first, second }) =>
      `Version ${version} of agency ${agency}, ${period} (plan ${plan}) is the file “${first}” here and “${second}” there, so nothing was written. Please bring the two ledgers together (“Import”) and add that one.`,
    'lake-newer-format': () =>
      'The lake was made by a newer version of the software and cannot be read yet. Please update.',
    'lake-file-missing': ({ path, more }) =>
      `The lake lacks the file “${path}”${Number(more) > 0 ? ` and ${more} more` : ''} (copied only in part?). Please copy the whole folder again.`,
    'lake-file-changed': ({ path, more }) =>
      `The file “${path}”${Number(more) > 0 ? ` and ${more} more` : ''} of the lake is not as it was written (another hash). Please copy the lake again from where it is whole.`,
    'lake-log-differs': ({ table }) =>
      `The log of table “${table}” does not agree with the lake's list: a run was ended halfway, or the folder was copied in part. Please run “tonghop lake” with this folder again (nothing needs to be added), or copy the whole folder again.`,
    'lake-folder-taken': ({ path }) =>
      `The folder “${path}” holds something else and is no lake, so nothing was written into it. Please choose a new folder.`,
    'lake-folder-none': ({ path }) =>
      `“${path}” is no lake (there is no _tonghop/lake.json). Please choose the right folder.`,
    'lake-nothing-given': () =>
      `The lake is empty. Please add --ledger LEDGER.xlsx or --archive ARCHIVE.zip.`,
    'lake-plan-unknown': ({ file, plan }) =>
      `The ledger “${file}” belongs to the plan “${plan}”, which this command does not know. Please add --plan with the file of that plan.`,
    'lake-archive-damaged': ({ file, reason }) =>
      `The archive “${file}” is not as it was put away, so it is not added: ${reason}`,
    'lake-no-engine': ({ install }) =>
      `DuckDB is not installed here, so there is no answer; other programs read the lake as well (docs/lake.md). To install it: ${install}`,
    'lake-level': ({ found, allowed }) => `--level takes ${allowed}, not “${found}”.`,
    'lake-no-period': ({ found, allowed }) =>
      `The lake has no figures of “${found}”. It has: ${allowed}.`,
    'lake-output': ({ found }) => `--out takes a .csv, .json or .xlsx file, not “${found}”.`,
  },
  notes: {
    'receipt-doubtful': ({ day, count }) =>
      `By the day of receipt ${formatDate(String(day))} ${counted(Number(count), 'file')} came more than 60 days late (with --check-received the command stops before it writes). If that is wrong, please correct it in the workbook (step Tiếp nhận), or run again with the ledger as it was and another day.`,
    'files-skipped': ({ count, files }) =>
      `${counted(Number(count), 'file')} left out, being no submissions: ${files}`,
    'run-was-ended': ({ path, minutes }) =>
      `The last run on the ledger “${path}” (begun ${age(minutes)} ago) was ended halfway; the ledger is whole, the old lock has been removed.`,
    'nothing-received': ({ folders }) =>
      `No file to take in was found in ${folders}; only the ledger's figures are used.`,
    'lake-forms-untotalled': ({ plan, forms }) =>
      `Plan ${plan}, forms ${forms}: their figures are in the lake and their totals are not, for they hold lists, answers in words, or rows and columns that are more than sums. Please use the consolidated report for the totals of these forms.`,
    'lake-same-code': ({ found, more }) =>
      `One agency code in several plans (nothing is mixed: every table goes by plan): ${found}${Number(more) > 0 ? `; and ${more} more` : ''}.`,
    'lake-completed': ({ path }) =>
      `The last run into the lake “${path}” was ended halfway; the lake is whole again.`,
  },
};
