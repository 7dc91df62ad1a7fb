import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import type { Plan } from '../../src/domain/plan/plan';
import { readCsv } from '../../src/text/csv';
import type { CellValue } from '../../src/workbook/cell';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { validated } from '../cli/tonghop';
import { smallPlan } from '../small-plan';
import { duckdb } from './engine';
import { Lakes } from './lakes';
import { simulatedYear, TIDY, UNTIDY } from './simulated';

/**
 * `tonghop lake query` as a person asks it, of two provinces: the core's figures of each, their
 * sums, and one answer in every form it is given.
 */
const plans = ['a', 'b'].map((letter): Plan => {
  const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
  return { ...plan, id: `tinh-${letter}`, name: `Tỉnh ${letter}` };
});
const QUESTIONS = [
  ['2024-05', 'tinh'],
  ['2024-Q2', 'huyen'],
  ['2024', 'tinh'],
] as const;

interface Row {
  code: string;
  plan: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  expected: number;
  reported: number;
  provinces: number | null;
  status: string | null;
}

/** What is wrong, a sentence each. */
export async function queriesDiffer(): Promise<string[]> {
  const lakes = new Lakes();
  const troubles: string[] = [];
  const same = (what: string, own: unknown, core: unknown) => {
    if (!isDeepStrictEqual(own, core))
      troubles.push(`${what}: ${JSON.stringify(own)}, the core ${JSON.stringify(core)}`);
  };
  try {
    const years = plans.map((plan, index) =>
      simulatedYear(plan, 300 + index, index === 0 ? TIDY : UNTIDY),
    );
    for (const [index, plan] of plans.entries()) {
      await lakes.ledger(`${plan.id}.xlsx`, years[index], plan);
      await lakes.plan(`${plan.id}-plan.xlsx`, plan);
    }
    lakes.added(
      'kho',
      ...plans.flatMap(({ id }) => ['--plan', `${id}-plan.xlsx`, '--ledger', `${id}.xlsx`]),
    );
    for (const [period, level] of QUESTIONS) {
      const ask = (...more: string[]) =>
        lakes.run('lake', 'query', 'kho', '--period', period, '--level', level, ...more);
      const told = ask('--json', '-');
      if (told.code !== 0) return [told.err];
      const { rows } = validated<{ rows: Row[] }>('lake-query', told.out);
      const of = `${period}, ${level}`;
      for (const [index, plan] of plans.entries()) {
        const asItIs = { acceptIncomplete: false, asOf: null };
        const core = consolidate(plan, years[index], period, asItIs).indicators;
        const own = rows.filter((row) => row.plan === plan.id);
        const figures = (
          row: Omit<Row, 'plan' | 'code' | 'expected' | 'reported' | 'provinces'>,
        ) => [row.numerator, row.denominator, row.value, row.status];
        for (const row of own) {
          const whole = core.find(({ code }) => code === row.code)!;
          const held = level === 'tinh' ? whole : whole.levels.find((one) => one.level === level);
          same(`${of}, ${plan.id} ${row.code}`, figures(row), held && figures(held));
          if (level === 'tinh')
            same(
              `${of}, ${plan.id} ${row.code}: n/N`,
              [row.reported, row.expected],
              [whole.reported, whole.expected],
            );
        }
        if (own.length === 0) troubles.push(`${of}, ${plan.id}: no rows`);
      }
      same(
        `${of}: both together`,
        rows.filter(({ plan }) => plan === null).length * 3,
        rows.length,
      );
      const written = ['.csv', '.json', '.xlsx'].map((kind) => `${period}-${level}${kind}`);
      for (const file of written) {
        const { code, err } = ask('--out', file);
        if (code !== 0) troubles.push(`${of}, ${file}: ${err}`);
      }
      const [csv, json, xlsx] = written.map((file) => readFileSync(lakes.path(file)));
      same(`${of}: JSON`, JSON.parse(json.toString()).rows, JSON.parse(told.out).rows);
      const cells = rows.map(({ code, numerator, denominator, value }) => [
        code,
        ...[numerator, denominator, value],
      ]);
      const number = (text: string) => (text === '' ? null : Number(text));
      const [, ...lines] = readCsv(csv.toString());
      same(
        `${of}: CSV`,
        lines.map((line) => [line[0], ...line.slice(4, 7).map(number)]),
        cells,
      );
      const opened = readWorkbook(new Uint8Array(xlsx));
      if (!opened.ok) return [...troubles, `${of}: ${opened.refusal.code}`];
      const [sheet] = opened.value.sheets;
      const shown = [...sheet.rows].flatMap(([row, own]) => {
        const at = (column: number) => blankAsNull(own.get(column)?.value);
        return row > 4 ? [[at(1), at(4), at(5), at(6)]] : [];
      });
      same(`${of}: .xlsx`, shown, cells);
      if (ask().out === '') troubles.push(`${of}: no table`);
    }
    troubles.push(...(await docsLines(lakes.path('kho'))));
  } finally {
    lakes.remove();
  }
  return troubles;
}

function blankAsNull(value: CellValue | undefined): CellValue {
  return value === undefined || value === '' ? null : value;
}

/** The lines docs/lake.md has for DuckDB, as they stand there but for the folder and the year. */
async function docsLines(lake: string): Promise<string[]> {
  const [, sql] = /```sql\n([^]*?)```/.exec(readFileSync('docs/lake.md', 'utf8'))!;
  const lines = sql.replaceAll('KHO', lake).replaceAll("'2025'", "'2024'").trim().split('\n');
  const engine = await duckdb();
  try {
    for (const line of lines.slice(0, -1)) await engine.rows(line);
    const answer = await engine.rows(lines.at(-1)!);
    const told = new Set(answer.map(({ plan, ket_qua }) => ket_qua !== null && plan));
    const isWhole = plans.every(({ id }) => told.has(id));
    return isWhole ? [] : [`docs/lake.md: ${answer.length} rows, of ${[...told].join(', ')}`];
  } finally {
    await engine.close();
  }
}
