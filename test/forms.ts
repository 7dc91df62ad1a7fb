import { assignedIndicators, assignedTasks } from '../src/domain/plan/assigned';
import {
  alignIndicators,
  alignStatForm,
  alignTasks,
  type AlignedRow,
} from '../src/domain/reading/align';
import { periodOf } from '../src/domain/period/period';
import { builtinPlan } from '../src/domain/plan/builtin';
import { findAgency, type Plan } from '../src/domain/plan/plan';
import { formFileName, makeForm } from '../src/domain/template/form';
import type { FormRequest } from '../src/domain/template/form-frame';
import type { IndicatorColumn, TaskColumn } from '../src/domain/template/columns';
import { inputColumns } from '../src/domain/plan/stat-form';
import { columnKey, type StatKey } from '../src/domain/template/stat-columns';
import { TOTAL_CODE } from '../src/domain/template/stat-rows';
import { dateToSerial } from '../src/text/date';
import type { CellValue } from '../src/workbook/cell';
import type { Workbook } from '../src/workbook/workbook';

/** A form in a test, filled the way a person fills it: one word per act. */
export class Form {
  readonly workbook: Workbook;
  readonly fileName: string;

  constructor(
    readonly plan: Plan,
    readonly agency: string,
    readonly period: string,
    before: Partial<Pick<FormRequest, 'previous' | 'previousForms'>> = {},
  ) {
    const request = {
      plan,
      agency: findAgency(plan, agency)!,
      period: periodOf(period),
      previous: null,
      ...before,
    };
    this.workbook = makeForm(request);
    this.fileName = formFileName(request);
  }

  static of(agency: string, period: string, plan = 'tra-vinh-2024'): Form {
    return new Form(builtinPlan(plan)!, agency, period);
  }

  /** Whether the form asks for an indicator. */
  has(code: string): boolean {
    return this.row(code) !== undefined;
  }

  hasTask(code: string): boolean {
    return this.taskRow(code) !== undefined;
  }

  /** Every figure sound and every task reported. */
  fill(numerator = 45, denominator = 60): this {
    const agency = findAgency(this.plan, this.agency)!;
    const rows = this.rows();
    for (const { code } of assignedIndicators(this.plan, agency)) {
      const row = rows.find((one) => one.code === code)!;
      put(row, 'numerator', numerator);
      put(row, 'denominator', denominator);
    }
    const tasks = this.taskRows();
    for (const { code } of assignedTasks(this.plan, agency)) {
      put(
        tasks.find((one) => one.code === code)!,
        'status',
        'Đang thực hiện',
      );
    }
    return this;
  }

  type(code: string, column: IndicatorColumn, value: CellValue, format?: string): this {
    put(this.row(code), column, value, format);
    return this;
  }

  typeTask(code: string, column: TaskColumn, value: CellValue): this {
    put(this.taskRow(code), column, value);
    return this;
  }

  done(code: string, day: string, text = 'Số 12/BC'): this {
    const row = this.taskRow(code);
    put(row, 'status', 'Hoàn thành');
    put(row, 'date', dateToSerial(day));
    put(row, 'result', text);
    return this;
  }

  /** Where a figure of an indicator stands, as findings say it. */
  cell(code: string, column: IndicatorColumn): string {
    return this.row(code).place(column).cell;
  }

  taskCell(code: string, column: TaskColumn): string {
    return this.taskRow(code).place(column).cell;
  }

  /** One row of a statistics form: figures of its typed columns, in their order. */
  typeStat(form: string, row: string, values: readonly CellValue[]): this {
    return this.typeStats(form, [row], values);
  }

  /** The same figures in several rows of a statistics form. */
  typeStats(form: string, rows: readonly string[], values: readonly CellValue[]): this {
    const own = this.plan.forms.find(({ code }) => code === form)!;
    const aligned = alignStatForm(this.workbook, own).rows;
    for (const row of rows) {
      const cells = aligned.find(({ code }) => code === row)!;
      inputColumns(own).forEach(({ code }, index) =>
        put(cells, columnKey(code), values[index] ?? null),
      );
    }
    return this;
  }

  /** The cell of the total of a column, and the cells it adds up. */
  statTotal(form: string, column: StatKey) {
    const own = this.plan.forms.find(({ code }) => code === form)!;
    const aligned = alignStatForm(this.workbook, own);
    const total = aligned.sums.find(({ code }) => code === TOTAL_CODE)!;
    const cell = total.cell(column)!;
    return {
      place: total.place(column),
      type: (value: CellValue) => void (put(total, column, value), delete cell.formula),
      formula: (formula: string) => void (cell.formula = formula),
      range: (from: number, to: number) =>
        `${aligned.rows[from].place(column).cell}:${aligned.rows[to - 1].place(column).cell}`,
    };
  }

  /** A row of a statistics form as it stands. */
  statRow(form: string, row: string): AlignedRow<StatKey> {
    const own = this.plan.forms.find(({ code }) => code === form)!;
    return alignStatForm(this.workbook, own).rows.find(({ code }) => code === row)!;
  }

  statCell(form: string, row: string, column: string): string {
    const own = this.plan.forms.find(({ code }) => code === form)!;
    return alignStatForm(this.workbook, own)
      .rows.find(({ code }) => code === row)!
      .place(columnKey(column)).cell;
  }

  row(code: string): AlignedRow<IndicatorColumn> {
    return this.rows().find((row) => row.code === code)!;
  }

  taskRow(code: string): AlignedRow<TaskColumn> {
    return this.taskRows().find((row) => row.code === code)!;
  }

  private rows(): AlignedRow<IndicatorColumn>[] {
    const expected = this.plan.indicators.map((indicator) => ({
      code: indicator.code,
      label: indicator.name,
    }));
    return alignIndicators(this.workbook, this.plan, expected).rows;
  }

  private taskRows(): AlignedRow<TaskColumn>[] {
    const expected = this.plan.tasks.map((task) => ({ code: task.code, label: task.text }));
    return alignTasks(this.workbook, this.plan, expected).rows;
  }
}

function put<Key extends string>(
  row: AlignedRow<Key>,
  key: Key,
  value: CellValue,
  format?: string,
): void {
  const cell = row.cell(key)!;
  cell.value = value;
  delete cell.formula;
  if (format) cell.style = { ...cell.style, format };
}
