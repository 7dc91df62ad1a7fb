import {
  AGENCIES,
  ASSIGNMENTS,
  CONFIRMATIONS,
  HOLIDAYS,
  PATHS,
  SUCCESSIONS,
  TASKS,
} from '../../src/domain/plan/plan-tables';
import { FORMS } from '../../src/domain/plan/form-table';
import { INDICATORS } from '../../src/domain/plan/indicator-table';
import { ITEMS } from '../../src/domain/plan/plan-items';
import { TARGETS } from '../../src/domain/plan/target-table';
import type { Field } from '../../src/domain/table/field';

/** The tables of a plan whose columns docs/plan-workbook.md lists as they are declared. */
const TABLES: readonly { name: string; fields: object }[] = [
  ITEMS,
  AGENCIES,
  INDICATORS,
  TARGETS,
  TASKS,
  ASSIGNMENTS,
  FORMS,
  SUCCESSIONS,
  CONFIRMATIONS,
  PATHS,
  HOLIDAYS,
];

const END = '<!-- hết -->';
const beginOf = (name: string) => `<!-- các cột của ${name} -->`;

/** The page with the columns of every table as its fields say them. */
export function plannedPage(page: string): string {
  return TABLES.reduce((text, { name, fields }) => {
    const begin = text.indexOf(beginOf(name));
    const end = text.indexOf(END, begin);
    if (begin < 0 || end < 0) throw new Error(`docs/plan-workbook.md lists no columns of ${name}`);
    const columns = Object.values(fields) as Field<unknown>[];
    const of = name === ITEMS.name ? 'Mục' : 'Cột';
    const rows = columns.map((field) => `| ${field.heading} | ${saidOf(field, of)} |`);
    const table = [`| ${of} | Nhận |`, '|---|---|', ...rows].join('\n');
    return `${text.slice(0, begin)}${beginOf(name)}\n\n${table}\n\n${text.slice(end)}`;
  }, page);
}

/** Where any text may stand. */
const PLAIN: Readonly<Record<string, string>> = {
  '…': 'chữ',
  '…; …': 'chữ, cách nhau bằng dấu chấm phẩy',
  'A-Z, 0-9, dấu chấm, gạch nối': 'mã: A-Z, 0-9, dấu chấm, gạch nối',
};

function saidOf(field: Field<unknown>, of: string): string {
  const blank = { text: '', value: null, sheet: '', cell: 'A1' };
  const isFree = field.read(blank, false) !== undefined;
  const isExample = /\d/.test(field.takes) && !/ \/ |; |đến|tối đa/.test(field.takes);
  const takes = PLAIN[field.takes] ?? (isExample ? `như ${field.takes}` : field.takes);
  const notes = [
    isFree ? 'trống được' : '',
    field.isLater ? `không bắt buộc có ${of.toLowerCase()}` : '',
  ];
  return [takes, ...notes.filter(Boolean)].join('; ');
}
