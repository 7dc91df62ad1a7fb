import type { CellValue } from '../../src/workbook/cell';
import type { Workbook } from '../../src/workbook/workbook';
import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import type { Filler, Indicator, Plan, Target, Task } from '../../src/domain/plan/plan';
import { appendixWorkbook, pastedWorkbook } from './appendix-workbook';
import type { ExpectedRow } from './samples';

/**
 * A plan that comes with the product, as the table of an appendix; the plan itself is the reading
 * people made of the decision.
 */
export interface SeedAppendix {
  plan: Plan;
  what: string;
  workbook: Workbook;
  rows: ExpectedRow[];
}

const IN_WORDS = 'quyết định không có bảng: từng đoạn được ghi thành một dòng của bảng';

export function seedAppendices(): SeedAppendix[] {
  return BUILTIN_PLANS.map((plan) => {
    switch (plan.id) {
      case 'vinh-long-2023':
        return {
          plan,
          what: 'bảng nhiệm vụ của quyết định, 58 dòng',
          workbook: appendixWorkbook('vinh-long-2023'),
          rows: plan.tasks.map(expectedTask),
        };
      case 'vinh-chap-2024':
        return {
          plan,
          what: 'hai bảng chỉ tiêu của kế hoạch',
          workbook: appendixWorkbook('vinh-chap-2024'),
          rows: plan.indicators
            .filter(({ code }) => code.startsWith('NQ'))
            .map((one) => expectedIndicator(plan, one, true)),
        };
      default:
        return {
          plan,
          what: IN_WORDS,
          workbook: tablesOf(plan),
          rows: [
            ...plan.indicators.map((one) => expectedIndicator(plan, one, false)),
            ...plan.tasks.map(expectedTask),
          ],
        };
    }
  });
}

function tablesOf(plan: Plan): Workbook {
  const indicators: CellValue[][] = [
    [
      'STT',
      'Chỉ tiêu',
      'ĐVT',
      'Mức giao',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Cơ quan thực hiện',
    ],
  ];
  const titles: string[] = [];
  let group = '';
  for (const one of plan.indicators) {
    if (one.group !== group) {
      group = one.group;
      indicators.push([group, null, null, null, null, null, null]);
      titles.push(`A${indicators.length}:G${indicators.length}`);
    }
    const said = new Set(
      plan.targets.filter(({ indicator }) => indicator === one.code).map(({ raw }) => raw),
    );
    indicators.push([
      one.stt,
      one.name,
      one.unit,
      [...said].join('; '),
      one.lead,
      one.coordinating,
      one.implementing,
    ]);
  }
  const tasks: CellValue[][] = [
    [
      'STT',
      'Nhiệm vụ',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Cơ quan thực hiện',
      'Sản phẩm',
      'Thời gian hoàn thành',
    ],
  ];
  let section = '';
  for (const one of plan.tasks) {
    if (one.section !== section) {
      section = one.section;
      tasks.push([section, one.sectionTitle, null, null, null, null, null]);
    }
    tasks.push([
      one.stt,
      one.text,
      one.lead,
      one.coordinating,
      one.implementing,
      one.product,
      one.deadlineText,
    ]);
  }
  return pastedWorkbook([
    { name: 'Chỉ tiêu', rows: indicators, merges: titles },
    { name: 'Nhiệm vụ', rows: tasks, merges: [] },
  ]);
}

function expectedTask(task: Task): ExpectedRow {
  return {
    ...{
      kind: 'task',
      stt: task.stt,
      text: task.text,
      place: `${task.section}|${task.sectionTitle}`,
    },
    ...{
      owners: ownersOf(task.filledBy),
      deadline: deadlineOf(task),
      targets: [],
      product: task.product,
    },
  };
}

function expectedIndicator(plan: Plan, one: Indicator, hasCode: boolean): ExpectedRow {
  const targets = plan.targets.filter(({ indicator }) => indicator === one.code).map(targetOf);
  return {
    ...{ kind: 'indicator', stt: one.stt, text: one.name, place: `${one.group}|${one.heading}` },
    ...{
      owners: ownersOf(one.filledBy),
      deadline: '',
      targets,
      ...(hasCode ? { code: one.code } : {}),
    },
  };
}

function targetOf({ operator, value, level, confirmed }: Target): string {
  return [confirmed ? operator : '?', String(value), ...(level === null ? [] : [level])].join(' ');
}

function ownersOf(fillers: readonly Filler[]): string {
  return fillers
    .map((one) => ('agency' in one ? one.agency : 'level' in one ? one.level : ''))
    .join(' ');
}

function deadlineOf({ deadline }: Task): string {
  if (deadline === null) return '';
  if (deadline.kind === 'period') return deadline.period;
  if (deadline.kind === 'date') return deadline.date;
  return deadline.kind === 'recurring' ? deadline.every : 'continuous';
}
