import { knownAt } from '../../known/known';
import { editDistance } from '../agency/edit-distance';
import { matchKey } from '../../text/normal-form';
import { lastDay } from '../period/window';
import { periodOf } from '../period/period';
import type { CivilDate } from '../../text/date';
import { isValidOn, type Agency } from '../agency/agency';
import { isFilledBy, successorName, type Task } from '../plan/plan';
import { areOwnFigures, PATH_HEADING, twoPathsOf, type TwoPaths } from '../plan/two-paths';
import { doubt, type Doubt, type PlanRule } from './doubt';

const at = (task: Task, heading: string) => ({
  table: 'tasks' as const,
  row: task.code,
  from: task.from,
  heading,
});

/** Nobody answers for a task without a lead. */
export const noLead: PlanRule = (plan) =>
  plan.tasks
    .filter(({ lead }) => lead.trim() === '')
    .map((task) => doubt('plan-no-lead', at(task, 'Cơ quan chủ trì'), {}));

/**
 * A name for many ("Các cơ quan, đơn vị") is expanded over the register, and it is said over how
 * many.
 */
export const collectiveLead: PlanRule = (plan) =>
  plan.tasks.flatMap((task): Doubt[] => {
    if (!/^(các|thủ trưởng các|tất cả)\s/i.test(task.lead)) return [];
    const count = plan.agencies.filter((agency) => isFilledBy(task, agency)).length;
    return [
      doubt('plan-collective-lead', at(task, 'Cơ quan chủ trì'), {
        found: task.lead,
        count,
      }),
    ];
  });

/** A name one or two letters away from one that is known. */
export const misspeltAgency: PlanRule = (plan) => {
  const texts = plan.tasks.flatMap((task) => [task.lead, task.coordinating, task.implementing]);
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(matchKey(text), (uses.get(matchKey(text)) ?? 0) + 1);
  const register = plan.agencies.flatMap(({ name, shortName, aliases }) => [
    name,
    shortName,
    ...aliases,
  ]);
  // A name that stands there more than once is meant so.
  const said = texts.filter((text) => knownAt(uses, matchKey(text)) > 1);
  const known = new Map([...register, ...said].map((text) => [matchKey(text), text]));
  return plan.tasks.flatMap((task) =>
    (
      [
        ['Cơ quan chủ trì', task.lead],
        ['Cơ quan phối hợp', task.coordinating],
        ['Cơ quan thực hiện', task.implementing],
      ] as const
    ).flatMap(([heading, text]): Doubt[] => {
      const key = matchKey(text);
      if (key.length < 10 || known.has(key)) return [];
      const near = [...known].find(([other]) => other.length > 9 && isNear(key, other));
      if (near === undefined) return [];
      return [
        doubt('plan-agency-misspelt', at(task, heading), {
          found: text,
          suggestion: near[1],
        }),
      ];
    }),
  );
};

/** Whether two names differ by one or two letters inside a word, not by a word. */
function isNear(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length !== right.length) return false;
  const differing = left.map((word, index) => [word, right[index]]).filter(([x, y]) => x !== y);
  if (differing.length !== 1) return false;
  const [x, y] = differing[0].map((word) => [...word.normalize('NFD')].sort().join(''));
  return x === y || editDistance(differing[0][0], differing[0][1]) === 1;
}

/**
 * Rows that an agency fills and those under it do too: everything may count twice, unless somebody
 * said that the one above tells its own figures only. Rows of the same agencies are one question.
 */
export const twoPaths: PlanRule = (plan) => {
  const groups = new Map<string, TwoPaths[]>();
  for (const one of twoPathsOf(plan).filter((row) => !areOwnFigures(plan, row))) {
    const key = JSON.stringify([one.table, ...codesIn(one.above), ...codesIn(belowIn(one))]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((rows) => {
    const [{ table, code, above }] = rows;
    const versions: readonly { code: string; from?: CivilDate }[] = plan[table];
    const from = versions.find((row) => row.code === code)?.from;
    return doubt(
      'plan-two-paths',
      { table, row: code, from, heading: PATH_HEADING },
      {
        codes: codesIn(rows),
        above: above.length,
        below: belowIn(rows[0]).length,
        example: above[0].name,
      },
    );
  });
};

function belowIn({ below }: TwoPaths): Agency[] {
  return [...below.values()].flat();
}

function codesIn(some: readonly { code: string }[]): string[] {
  return some.map(({ code }) => code);
}

/** A row given to an office that no longer stands at the end of the plan's year. */
export const abolishedAgency: PlanRule = (plan) => {
  const end = lastDay(periodOf(String(plan.year)));
  const gone = new Map(
    plan.agencies
      .filter((agency) => !isValidOn(agency, end))
      .map((agency) => [agency.code, agency]),
  );
  const rows = [
    ...plan.tasks.map((row) => ({ row, table: 'tasks' as const })),
    ...plan.indicators.map((row) => ({ row, table: 'indicators' as const })),
  ];
  return rows.flatMap(({ row, table }) =>
    row.filledBy.flatMap((one): Doubt[] => {
      const agency = 'agency' in one ? gone.get(one.agency) : undefined;
      if (!agency) return [];
      const facts = {
        agency: agency.name,
        day: agency.validTo ?? end,
        successor: successorName(plan, agency),
      };
      const at = { table, row: row.code, from: row.from, heading: 'Đơn vị điền số liệu' };
      return [doubt('plan-agency-abolished', at, facts)];
    }),
  );
};
