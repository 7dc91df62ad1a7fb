import type { Judged } from '../domain/report/words';
import type { Period } from '../domain/period/period';
import { formatDate } from '../text/date';
import { counted } from './counted';
import type { DoubtWords } from './doubt-words';
import type { TemplateTroubles } from './template-troubles';
import type { IndicatorWords, Words } from './words';

/** English words for what many say in passing. */
export const wordsEn: Words = {
  moment,
  periods: { alone: period, inSentence: period, to: 'to' },
  judged,
  basis: ({ document, until, followedBy }) =>
    until === null
      ? `By ${document}.`
      : `By ${document}, in force until ${formatDate(until)}; ${followedBy} follows. The forms annexed to it are not in this software: please enter them as a new form in the sheet “Biểu thống kê” once you have the document.`,
  columnRoles: {
    stt: 'number',
    code: 'code',
    group: 'field, group',
    text: 'name of the indicator or task',
    unit: 'unit',
    target: 'target',
    opening: 'reached before',
    lead: 'lead agency',
    coordinating: 'coordinating agency',
    implementing: 'implementing agency',
    source: 'source of the figures',
    person: 'person in charge (no agency)',
    product: 'product',
    result: 'result to reach',
    deadline: 'deadline',
    schedule: 'how often it is reported',
    none: 'not read',
  },
  losses: {
    macros: 'macros (VBA)',
    'pivot-tables': 'PivotTables',
    pictures: 'pictures',
    charts: 'charts other than columns, bars, lines and pies',
    shapes: 'shapes and text boxes',
    'external-links': 'links to other files',
    'threaded-comments': 'threaded comments',
    'form-controls': 'buttons and boxes',
    'embedded-objects': 'embedded objects',
    slicers: 'slicers',
    queries: 'connections and queries',
    'custom-xml': 'enclosed XML',
    sparklines: 'sparklines',
    hyperlinks: 'hyperlinks',
    'rich-text': 'cells with letters of several looks',
    'conditional-formats': 'conditional formats by scales, bars or icons',
    filters: 'filter conditions',
    outlines: 'groups of rows and columns',
    'theme-colours': 'fills by the theme',
    'workbook-protection': 'protection of the structure',
    'sheet-passwords': 'passwords of sheets',
  },
  fields: {
    report: {
      ky: 'the period, within a sentence',
      'ky.tu': 'first day of the period',
      'ky.den': 'day of the cut-off',
      nam: 'year',
      kehoach: 'name of the plan',
      'kehoach.so': 'number of the plan',
      noibanhanh: 'place of issue',
      donvi: 'the office that consolidates',
      'vanban.so': 'number of the report as typed over the tables',
      'vanban.ngay': 'day of the report as typed over the tables',
      sodonvi: 'agencies that have to report',
      'sodonvi.danop': 'agencies that have submitted',
      'sodonvi.datiepnhan': 'agencies accepted',
      'sodonvi.chuanop': 'agencies missing',
      'sodonvi.tralai': 'agencies returned',
      'sodonvi.dunghan': 'agencies in time',
      'sodonvi.quahan': 'agencies late',
      'danhsach.chuanop': 'names of those missing',
      'danhsach.tralai': 'names of those returned',
      'danhsach.quahan': 'names of those late',
      sochitieu: 'indicators',
      'sochitieu.dat': 'indicators that are met',
      'sochitieu.khongdat': 'indicators that are not-met',
      'sochitieu.chuadu': 'indicators that are incomplete',
      'sochitieu.chuadenhan': 'indicators that are not-due',
      sonhiemvu: 'tasks',
      'sonhiemvu.dunghan': 'tasks that are done-on-time',
      'sonhiemvu.hoanthanhquahan': 'tasks that are done-late',
      'sonhiemvu.dangthuchien': 'tasks that are in-progress',
      'sonhiemvu.quahan': 'tasks that are overdue',
      'sonhiemvu.chuadenhan': 'tasks that are not-due',
      'sonhiemvu.chuabaocao': 'tasks that are not-reported',
      'sonhiemvu.khongxacdinhhan': 'tasks that are no-deadline',
      du: 'every agency was accepted',
      solieumau: 'figures are samples',
      'doan:tinh-hinh': 'passage: who has reported',
      'doan:chi-tieu': 'passage: results of indicators',
      'doan:nhiem-vu': 'passage: tasks',
      'doan:kho-khan': 'passage: difficulties',
      'doan:don-doc': 'passage: who is to be reminded',
      'bang:chi-tieu': 'table of indicators',
      'bang:nhiem-vu': 'table of tasks',
      'bang:nop-bao-cao': 'table of hand-in',
    },
    indicator: {
      ten: 'name',
      donvitinh: 'unit',
      mucgiao: 'target',
      tu: 'numerator',
      mau: 'denominator',
      giatri: 'result of the period',
      luyke: 'cumulative result',
      kytruoc: 'result of the period before',
      tanggiam: 'change on the period before',
      danhgia: 'status',
      cau: 'the sentence of the report',
      luot: 'reports n/N',
      sokhongdat: 'agencies not meeting it',
      dsthieu: 'agencies whose figures are missing',
      dskhongdat: 'names of those not meeting it',
      dat: 'it is met',
      khongdat: 'it is not met',
      du: 'figures are complete',
      tang: 'more than in the period before',
      giam: 'less than in the period before',
    },
    task: {
      noidung: 'text',
      thoihan: 'deadline',
      giao: 'times assigned',
      xong: 'times done',
      tinhtrang: 'status',
      dsquahan: 'names of those overdue',
      quahan: 'some are overdue',
    },
  },
};

export const doubtsEn: DoubtWords = {
  kinds: { fault: 'To correct', confirm: 'To confirm', review: 'To review', note: 'Note' },
  reviewHeading: 'To review (the decision itself says so)',
  counted: (confirm, review) => [
    `${counted(confirm, 'point')} to confirm`,
    `${counted(review, 'point')} to review (of the decision itself)`,
  ],
};

export const troublesEn: TemplateTroubles = {
  unknown: (field) =>
    `Word template: there is no field “${field}”; it was left as it is. Please see the list: tonghop word-fields.`,
  'not-alone': (field) =>
    `Word template: “${field}” is a table or a passage and needs a line of its own; it was left as it is.`,
  'not-closed': (field) =>
    `Word template: “${field}” lacks its {{neu …}} or {{het}} in the same line, or each in a line of its own in the same cell; it was left as it is.`,
  torn: (beside) =>
    `Word template: at “${beside}” a pair of braces {{ or }} is missing, so it is no field; it was left as it is. Please write it whole.`,
};

function moment(at: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(at);
  return parts ? `${parts[2]} on ${formatDate(parts[1])}` : at;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const ROMAN = ['I', 'II', 'III', 'IV'];

function period({ kind, year, firstMonth, lastMonth }: Period): string {
  switch (kind) {
    case 'month':
      return `${MONTHS[firstMonth - 1]} ${year}`;
    case 'quarter':
      return `quarter ${ROMAN[lastMonth / 3 - 1]}/${year}`;
    case 'half-year':
      return `the ${firstMonth === 1 ? 'first' : 'second'} half of ${year}`;
    case 'nine-months':
      return `nine months of ${year}`;
    case 'year':
      return `the year ${year}`;
  }
}

function judged(one: Judged, words: IndicatorWords): string {
  const { status, progress, unitsMet, unitsJudged } = one;
  if (status === 'not-due' && typeof progress === 'number')
    return `${progress.toFixed(2)}% of the year’s target`;
  return unitsJudged ? `${words[status]} (${unitsMet} of ${unitsJudged} agencies)` : words[status];
}
