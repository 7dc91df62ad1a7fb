/**
 * The tables of a lake (docs/lake.md): what others read, so columns are only ever added. A code
 * that says nothing is "", never null; yes and no are 1 and 0, for every engine has its own idea of
 * a boolean.
 */
export type ColumnType = 'text' | 'integer' | 'decimal';

export interface Column {
  name: string;
  type: ColumnType;
  isNullable: boolean;
}

export type Cell = string | number | bigint | null;

/** By the name of the column. */
export type Row = Record<string, Cell>;

export interface TableShape {
  name: TableName;
  /** Folders the table's files lie in, as `plan=…`; their columns are in no file. */
  partitions: readonly Partition[];
  columns: readonly Column[];
}

export type Partition = 'plan' | 'year' | 'month';

/** "figure_row?:text": a name, "?" where it may be null, a type. */
function columns(...described: string[]): Column[] {
  return described.map((one) => {
    const [name, type] = one.split(':') as [string, ColumnType];
    return { name: name.replace('?', ''), type, isNullable: name.endsWith('?') };
  });
}

const BY_MONTH: readonly Partition[] = ['plan', 'year', 'month'];
const BY_PLAN: readonly Partition[] = ['plan'];

const SHAPES = {
  figures: {
    partitions: BY_MONTH,
    columns: columns(
      'agency:text',
      'of:text',
      'code:text',
      'form_row:text',
      'form_column:text',
      'base:text',
      'version:integer',
      'entry:text',
      'accepted:text',
      'derived:integer',
      'numerator?:decimal',
      'denominator?:decimal',
      'value?:decimal',
      'value_state:text',
      'percentage_only:integer',
      'unit:text',
      'sheet:text',
      'cell:text',
      'raw:text',
      'denominator_sheet:text',
      'denominator_cell:text',
      'denominator_raw:text',
      'submission:text',
    ),
  },
  task_reports: {
    partitions: BY_MONTH,
    columns: columns(
      'agency:text',
      'code:text',
      'base:text',
      'version:integer',
      'entry:text',
      'accepted:text',
      'derived:integer',
      'entered:integer',
      'state?:text',
      'value_state:text',
      'done_on?:text',
      'note?:text',
      'sheet:text',
      'cell:text',
      'raw:text',
      'submission:text',
    ),
  },
  submissions: {
    partitions: BY_PLAN,
    columns: columns(
      'submission:text',
      'agency:text',
      'base:text',
      'version:integer',
      'part:integer',
      'entry:text',
      'accepted:text',
      'awaits:text',
      'derived:integer',
      'blank:integer',
      'sample:integer',
      'verdict:text',
      'errors:integer',
      'warnings:integer',
      'received?:text',
      'late?:integer',
      'file:text',
      'reason:text',
      'document:text',
      'who:text',
      'decision:text',
      'decision_reason:text',
      'decision_document:text',
      'decision_who:text',
      'decided_at:text',
    ),
  },
  agencies: {
    partitions: BY_PLAN,
    columns: columns(
      'agency:text',
      'name:text',
      'short_name:text',
      'level:text',
      'parent:text',
      'identifier:text',
      'valid_from:text',
      'valid_to:text',
      'successor:text',
      'reports:integer',
    ),
  },
  successions: {
    partitions: BY_PLAN,
    columns: columns('from_agency:text', 'to_agency:text', 'kind:text', 'day:text'),
  },
  families: {
    partitions: BY_PLAN,
    columns: columns('period:text', 'agency:text', 'member:text'),
  },
  plans: {
    partitions: BY_PLAN,
    columns: columns(
      'name:text',
      'number:text',
      'issuer:text',
      'plan_year:integer',
      'base_kind:text',
      'method:integer',
    ),
  },
  indicators: {
    partitions: BY_PLAN,
    columns: columns(
      'code:text',
      'variant:integer',
      'stt:text',
      'heading:text',
      'name:text',
      'unit:text',
      'kind:text',
      'typed:text',
      'has_parts:integer',
      'scale:integer',
      'decimals:text',
      'sign:text',
      'over_agencies:text',
      'over_time:text',
      'numerator_rule:text',
      'denominator_rule:text',
      'part_of_whole:integer',
      'compared_with:text',
      'better:text',
      'assess:text',
      'task_count:text',
      'numerator_name:text',
      'numerator_unit:text',
      'denominator_name:text',
      'denominator_unit:text',
      'standing_from:text',
      'standing_until:text',
      'compared:text',
    ),
  },
  targets: {
    partitions: BY_PLAN,
    columns: columns(
      'code:text',
      'level:text',
      'agency:text',
      'operator:text',
      'value?:decimal',
      'value_to?:decimal',
      'confirmed:integer',
      'raw:text',
      'standing_from:text',
      'standing_until:text',
      'scope:text',
      'assess:text',
      'due:text',
    ),
  },
  tasks: {
    partitions: BY_PLAN,
    columns: columns(
      'code:text',
      'variant:integer',
      'name:text',
      'section:text',
      'parent:text',
      'deadline:text',
      'every:text',
      'due:text',
      'deadline_text:text',
    ),
  },
  forms: {
    partitions: BY_PLAN,
    columns: columns(
      'code:text',
      'variant:integer',
      'title:text',
      'typed_columns:integer',
      'form_rows:integer',
    ),
  },
  form_rows: {
    partitions: BY_PLAN,
    columns: columns('code:text', 'variant:integer', 'form_row:text', 'name:text'),
  },
  form_columns: {
    partitions: BY_PLAN,
    columns: columns(
      'code:text',
      'variant:integer',
      'form_column:text',
      'name:text',
      'unit:text',
      'over_time:text',
      'rule:text',
      'is_typed:integer',
    ),
  },
  form_parts: {
    partitions: BY_PLAN,
    columns: columns(
      'code:text',
      'variant:integer',
      'form_column:text',
      'part:text',
      'times:integer',
    ),
  },
  expected: {
    partitions: BY_MONTH,
    columns: columns(
      'of:text',
      'code:text',
      'variant:integer',
      'agency:text',
      'level:text',
      'base:text',
    ),
  },
  asked: {
    partitions: BY_PLAN,
    columns: columns(
      'period:text',
      'of:text',
      'code:text',
      'variant:integer',
      'context:text',
      'day:text',
      'is_due:integer',
      'is_ended:integer',
      'months:integer',
    ),
  },
  spans: {
    partitions: BY_PLAN,
    columns: columns(
      'period:text',
      'of:text',
      'code:text',
      'variant:integer',
      'context:text',
      'reach:text',
      'base:text',
      'ordinal:integer',
      'is_first:integer',
      'is_last:integer',
      'is_quarter_end:integer',
    ),
  },
  consolidated: {
    partitions: BY_PLAN,
    columns: columns(
      'period:text',
      'of:text',
      'code:text',
      'form_row:text',
      'form_column:text',
      'level:text',
      'numerator?:decimal',
      'denominator?:decimal',
      'value?:decimal',
      'expected:integer',
      'reported:integer',
      'status:text',
      'units_met?:integer',
      'units_judged?:integer',
      'units_not_met?:integer',
      'cumulative_numerator?:decimal',
      'cumulative_denominator?:decimal',
      'cumulative_value?:decimal',
      'previous_numerator?:decimal',
      'previous_denominator?:decimal',
      'previous_value?:decimal',
    ),
  },
  locked: {
    partitions: BY_PLAN,
    columns: columns(
      'period:text',
      'lock_number:integer',
      'of:text',
      'code:text',
      'form_column:text',
      'numerator?:decimal',
      'denominator?:decimal',
      'value?:decimal',
      'status:text',
      'method:integer',
    ),
  },
} as const;

export type TableName = keyof typeof SHAPES;

export const TABLES = Object.entries(SHAPES).map(([name, shape]): TableShape => ({
  name: name as TableName,
  ...shape,
}));

export function tableShape(name: TableName): TableShape {
  return { name, ...SHAPES[name] };
}

/** The rows of a table that lie in one folder. */
export interface TablePart {
  table: TableName;
  plan: string;
  /** Only of a table that is kept by months. */
  month: { year: number; month: number } | null;
  rows: Row[];
}
