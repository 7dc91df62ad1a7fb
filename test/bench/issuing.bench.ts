import { cpus } from 'node:os';
import { issueTemplates } from '../../src/app/issue-templates';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { periodOf } from '../../src/domain/period/period';
import type { Agency } from '../../src/domain/agency/agency';
import type { Plan } from '../../src/domain/plan/plan';
import { makeForm } from '../../src/domain/template/form';
import type { Workbook } from '../../src/workbook/workbook';
import { shapeOf } from '../../src/xlsx/stamp/shape';
import { stampedWriter } from '../../src/xlsx/stamp/stamped-writer';
import { writeWorkbook } from '../../src/xlsx/write/workbook';

/**
 * What issuing the forms of a period costs: making them, and writing them with the library or by
 * stamping.
 */

const ROUNDS = 5;

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

async function cpuMillis(
  forms: readonly Workbook[],
  act: (form: Workbook, index: number) => unknown,
): Promise<number> {
  const before = process.cpuUsage();
  for (const [index, form] of forms.entries()) await act(form, index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / forms.length;
}

/** The forms as they are in a later period, with other figures before for each agency. */
function withFigures(plan: Plan, agencies: readonly Agency[]): (() => Workbook)[] {
  return agencies.map((agency, at) => {
    const known = plan.indicators.filter((_, index) => (index + at) % 5 !== 0);
    const previous = new Map(
      known.map(({ code }, index) => {
        const parts = { numerator: at * 37 + index, denominator: at * 41 + index };
        return [code, { last: parts, cumulative: parts }];
      }),
    );
    return () => makeForm({ plan, agency, period: periodOf('2024-03'), previous });
  });
}

it('forms of a period, made and written', async () => {
  const plan = builtinPlan('tra-vinh-2024')!;
  const issued = issueTemplates(plan, '2024-03', [], null);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const all = issued.value.map(({ make }) => make);
  const later = withFigures(
    plan,
    issued.value.map(({ agency }) => agency),
  );
  const lines = [
    `| Forms | Shapes | Making | The library | Stamped, from the first on | Stamped, shapes known | of it: the shape | KB: library, stamped |`,
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const [title, some] of [
    ['10', all.slice(0, 10)],
    ['100', all.slice(0, 100)],
    [`${all.length}`, all],
    [`${later.length}, figures before`, later],
  ] as const) {
    const forms = some.map((make) => make());
    const shapes = new Set(forms.map((form) => shapeOf(form)!.key)).size;
    const known = stampedWriter(writeWorkbook);
    const size = { library: 0, stamped: 0 };
    for (const form of forms) {
      size.library += (await writeWorkbook(form)).length / forms.length / 1024;
      size.stamped += (await known(form)).length / forms.length / 1024;
    }
    const contestants = [
      () => cpuMillis(forms, (_, index) => some[index]()),
      () => cpuMillis(forms, writeWorkbook),
      () => cpuMillis(forms, stampedWriter(writeWorkbook)),
      () => cpuMillis(forms, known),
      () => cpuMillis(forms, shapeOf),
    ];
    const times = contestants.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, run] of contestants.entries()) times[index].push(await run());
    }
    const shown = times.map((each) => median(each).toFixed(2)).join(' | ');
    lines.push(
      `| ${title} | ${shapes} | ${shown} | ${size.library.toFixed(1)}, ${size.stamped.toFixed(1)} |`,
    );
  }
  const machine = `${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`;
  console.log(`${machine}; CPU ms a form, median of ${ROUNDS}\n\n${lines.join('\n')}`);
});
