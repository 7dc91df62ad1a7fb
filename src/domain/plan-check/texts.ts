import { readDate, type CivilDate } from '../../text/date';
import { matchKey } from '../../text/normal-form';
import type { Plan, Task } from '../plan/plan';
import { doubt, type Doubt, type PlanRule } from './doubt';

/** Every text of a plan that was copied from its document, with where it stands. */
function texts(plan: Plan): {
  text: string;
  table: 'indicators' | 'tasks';
  row: string;
  from?: CivilDate;
  heading: string;
}[] {
  return [
    ...plan.indicators.map(({ code, name, from }) => ({
      text: name,
      table: 'indicators' as const,
      row: code,
      from,
      heading: 'Chỉ tiêu',
    })),
    ...plan.tasks.flatMap((task) =>
      (
        [
          ['Nhiệm vụ', task.text],
          ['Cơ quan chủ trì', task.lead],
          ['Cơ quan phối hợp', task.coordinating],
          ['Cơ quan thực hiện', task.implementing],
          ['Sản phẩm', task.product],
        ] as const
      ).map(([heading, text]) => ({
        text,
        table: 'tasks' as const,
        row: task.code,
        from: task.from,
        heading,
      })),
    ),
  ];
}

const DOCUMENT =
  /(\d+\/(?:\d{4}\/)?[A-ZĐ]+(?:-[A-ZĐ]+)+)\s+ngày\s+(\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/g;

/** A document cannot cite one that did not exist yet, nor one with two dates. */
export const citedDocument: PlanRule = (plan) => {
  const first = new Map<string, CivilDate>();
  return texts(plan).flatMap(({ text, ...place }) =>
    [...text.matchAll(DOCUMENT)].flatMap(([, number, day]): Doubt[] => {
      const date = readDate(day.replace(/\s+(tháng|năm)\s+/g, '/'));
      if (date === null) return [];
      const before = first.get(number);
      first.set(number, before ?? date);
      if (before !== undefined && before !== date)
        return [
          doubt('plan-document-two-dates', place, {
            number,
            first: before,
            second: date,
          }),
        ];
      const issued = plan.date ?? `${plan.year}-12-31`;
      return date > issued
        ? [doubt('plan-document-in-future', place, { number, date, issued })]
        : [];
    }),
  );
};

/**
 * Words no sentence ends with; "thực" and "liên" are halves of words, and a cell cut by its height
 * ends so.
 */
const DANGLING =
  /(^|\s)(và|của|các|những|để|trong|với|theo|về|cho|được|hoặc|có|tại|từ|là|(?<!hiện |sự |xác )thực|liên|nhiệm)$/u;

export const truncatedCell: PlanRule = (plan) =>
  texts(plan)
    .filter(({ text }) => DANGLING.test(text.trim().toLowerCase()))
    .map(({ text, ...place }) => doubt('plan-cell-truncated', place, { found: text.slice(-60) }));

/** Words that are never said twice; most others may be ("chung chung", "dần dần"). */
const SINGLE =
  /(?<![\p{L}\d])(đối|của|các|những|cho|với|trong|được|thực|hiện|theo|tại|đến|năm|tỉnh|việc|kế|hoạch|cơ|quan|đơn|vị|hồ|sơ|thủ|tục)\s+\1(?![\p{L}\d])/iu;

export const repeatedWord: PlanRule = (plan) =>
  texts(plan).flatMap(({ text, ...place }): Doubt[] => {
    const match = SINGLE.exec(text);
    return match ? [doubt('plan-repeated-word', place, { found: match[0] })] : [];
  });

/** So much of two texts is the same that they are one, said twice. */
const NEAR = 0.85;

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / (a.size + b.size - common);
}

/** Words that carry nothing of what is to be done. */
const SMALL = new Set([
  'của',
  'được',
  'trong',
  'và',
  'các',
  'trên',
  'theo',
  'cho',
  'tại',
  'về',
  'với',
  'bảo',
  'đảm',
]);

const wordsOf = (text: string) =>
  new Set((matchKey(text).match(/[\p{L}\d]+/gu) ?? []).filter((word) => !SMALL.has(word)));

/** Two tasks that say the same, but not who leads or when. */
export const nearDuplicateTask: PlanRule = (plan) => {
  const bags = plan.tasks.map((task) => ({ task, words: wordsOf(task.text) }));
  const differs = (a: Task, b: Task) => a.lead !== b.lead || a.deadlineText !== b.deadlineText;
  return bags.flatMap(({ task, words }, index) =>
    bags
      .slice(0, index)
      .filter(
        (other) =>
          words.size > 5 && likeness(words, other.words) >= NEAR && differs(task, other.task),
      )
      .map((other) =>
        doubt(
          'plan-task-twice',
          { table: 'tasks', row: task.code, from: task.from, heading: 'Nhiệm vụ' },
          { other: other.task.code },
        ),
      ),
  );
};

/**
 * An indicator that stands there twice: linked, its figures must agree; not linked, somebody has to
 * say so.
 */
export const duplicateIndicator: PlanRule = (plan) => {
  const bags = plan.indicators.map((indicator) => ({ indicator, words: wordsOf(indicator.name) }));
  return bags.flatMap(({ indicator, words }, index): Doubt[] => {
    const place = {
      table: 'indicators' as const,
      row: indicator.code,
      from: indicator.from,
      heading: 'Trùng với',
    };
    if (indicator.sameAs !== '')
      return [doubt('plan-indicator-linked', place, { other: indicator.sameAs })];
    return (
      bags
        .slice(0, index)
        // The same words under two tasks are asked of two things.
        .filter((other) => other.indicator.task === indicator.task || indicator.task === '')
        .filter((other) => words.size > 3 && likeness(words, other.words) >= NEAR)
        .map((other) => doubt('plan-indicator-twice', place, { other: other.indicator.code }))
    );
  });
};

/** A document without number or day cannot be cited. */
export const openDocument: PlanRule = (plan) => {
  const open: Doubt[] = [];
  const at = (row: string) => ({ table: 'plan' as const, row, heading: 'Nội dung' });
  if (!/^\d/.test(plan.number))
    open.push(doubt('plan-document-open', at('Số, ký hiệu'), { found: plan.number }));
  if (plan.date === null)
    open.push(doubt('plan-document-open', at('Ngày ban hành'), { found: '' }));
  return open;
};
