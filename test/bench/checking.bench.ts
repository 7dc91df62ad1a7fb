import { cpus } from 'node:os';
import { readIdentities } from '../../src/domain/template/identity';
import { checkForm } from '../../src/domain/check/check-form';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { findAgency, type Plan } from '../../src/domain/plan/plan';
import { periodOf } from '../../src/domain/period/period';
import { readReceived } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

/**
 * What checking a form costs as it grows: the cost of a cell must stay what it is. Reading the file
 * is the floor beside it.
 */

const ROUNDS = 9;
/** Until the code is compiled. */
const WARM_UP = 15;
const AGENCY = 'MC';

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** The plan with its indicators so many times, each copy with codes and names of its own. */
function grown(times: number): Plan {
  const plan = builtinPlan('vinh-chap-2024')!;
  const indicators = Array.from({ length: times }, (_, copy) =>
    plan.indicators.map((one) => ({
      ...one,
      code: `${one.code}-${copy}`,
      name: `${one.name} (${copy})`,
      sameAs: one.sameAs && `${one.sameAs}-${copy}`,
    })),
  ).flat();
  const targets = indicators.flatMap(({ code }) =>
    plan.targets
      .filter((one) => code.startsWith(`${one.indicator}-`))
      .map((one) => ({ ...one, indicator: code })),
  );
  return { ...plan, indicators, targets };
}

it('checking, by the size of the form', async () => {
  const lines = [
    '| Rows | Cells | Reading, ms | Checking, ms | Checking, µs a cell |',
    '|---|---|---|---|---|',
  ];
  for (const times of [1, 4, 16, 64]) {
    const plan = grown(times);
    const form = new Form(plan, AGENCY, '2024-03').fill();
    const bytes = await writeWorkbook(form.workbook);
    const agency = findAgency(plan, AGENCY)!;
    const spent = { reading: [] as number[], checking: [] as number[] };
    let cells = 0;
    let rows = 0;
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const began = performance.now();
      const read = readReceived(bytes);
      const between = performance.now();
      if (!read.ok) throw new Error(read.refusal.code);
      const [identity] = readIdentities(read.value);
      const { findings } = checkForm(
        read.value,
        plan,
        agency,
        periodOf('2024-03'),
        identity.template,
      );
      if (round < 0) continue;
      spent.reading.push(between - began);
      spent.checking.push(performance.now() - between);
      if (findings.length > 0) throw new Error(`${findings.length} findings in a sound form`);
      cells = read.value.sheets.reduce(
        (all, sheet) => all + [...sheet.rows.values()].reduce((n, row) => n + row.size, 0),
        0,
      );
      rows = read.value.sheets.reduce((all, sheet) => all + sheet.rows.size, 0);
    }
    const checking = median(spent.checking);
    lines.push(
      `| ${rows} | ${cells} | ${median(spent.reading).toFixed(1)} | ${checking.toFixed(1)} | ${((1000 * checking) / cells).toFixed(2)} |`,
    );
  }
  console.log(
    [`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}`, ...lines].join(
      '\n',
    ),
  );
});
