import { measureOf } from '../../../src/domain/measure/measure';
import type { Indicator, Plan } from '../../../src/domain/plan/plan';
import { assignedIndicators } from '../../../src/domain/plan/assigned';
import type { Chance } from './chance';
import type { Parts } from './figures';
import type { Typed } from './forms';

/** What a slip is made of: a sound form, what its agency said in the periods before, and chance. */
export interface Sound {
  plan: Plan;
  typed: Typed;
  indicators: readonly Indicator[];
  /** Of each earlier period of the year, what the agency said; null where it sent nothing. */
  before: readonly (Typed | null)[];
  chance: Chance;
}

/** A form with one slip in it, and the rows it touches: "indicator K07", "task T1", "form VB 2". */
export interface Slipped {
  typed: Typed;
  rows: string[];
}

export interface SlipKind {
  name: string;
  /** Null where the form has nothing such a slip would change. */
  make(sound: Sound): Slipped | null;
}

const isShare = (one: Indicator) => one.denominator !== null && one.partOfWhole;
const isMoney = (one: Indicator) => one.numerator.unit === 'đồng';

function copied(typed: Typed): Typed {
  return {
    indicators: new Map([...typed.indicators].map(([code, parts]) => [code, { ...parts }])),
    forms: new Map([...typed.forms].map(([row, columns]) => [row, [...columns]])),
    tasks: new Map([...typed.tasks].map(([code, task]) => [code, { ...task }])),
  };
}

/** A slip in one row that is taken by chance of those in which it would change something. */
function inOne(
  is: (indicator: Indicator) => boolean,
  change: (parts: Parts, sound: Sound, indicator: Indicator) => Parts | null,
): SlipKind['make'] {
  return (sound) => {
    const some = sound.indicators.filter(is).flatMap((indicator) => {
      const before = sound.typed.indicators.get(indicator.code)!;
      const after = change({ ...before }, sound, indicator);
      const isOther =
        after && (after.numerator !== before.numerator || after.denominator !== before.denominator)
          ? after
          : null;
      return isOther ? [{ code: indicator.code, parts: isOther }] : [];
    });
    if (some.length === 0) return null;
    const { code, parts } = sound.chance.pick(some);
    const typed = copied(sound.typed);
    typed.indicators.set(code, parts);
    return { typed, rows: [`indicator ${code}`] };
  };
}

/** Nobody slips in a figure of a few; nobody could see it either. */
const isSome = (value: number) => value >= 15;
const power = ({ chance }: Sound) => chance.pick([10, 100, 1000]);

function soFar({ before }: Sound, { code }: Indicator): Parts | null {
  if (before.length === 0 || before.some((one) => !one?.indicators.has(code))) return null;
  const add = (part: keyof Parts) =>
    before.reduce((all, one) => all + one!.indicators.get(code)![part], 0);
  return { numerator: add('numerator'), denominator: add('denominator') };
}

/** The cumulative figure for the period's, where the year is so many periods old. */
const cumulative = (isAt: (periods: number) => boolean): SlipKind['make'] =>
  inOne(
    (one) => measureOf(one).isSummed && isShare(one),
    ({ numerator, denominator }, sound, indicator) => {
      const past = soFar(sound, indicator);
      if (!past || !isAt(sound.before.length) || !isSome(past.denominator) || !isSome(denominator))
        return null;
      return { numerator: past.numerator + numerator, denominator: past.denominator + denominator };
    },
  );

export const SLIPS: readonly SlipKind[] = [
  {
    name: 'Cả tử và mẫu gấp 10, 100, 1.000 lần',
    make: inOne(isShare, ({ numerator, denominator }, sound) => {
      const times = power(sound);
      return isSome(denominator)
        ? { numerator: numerator * times, denominator: denominator * times }
        : null;
    }),
  },
  {
    name: 'Riêng mẫu gấp 10, 100, 1.000 lần',
    make: inOne(isShare, ({ numerator, denominator }, sound) =>
      isSome(denominator) ? { numerator, denominator: denominator * power(sound) } : null,
    ),
  },
  {
    name: 'Tử thiếu một, hai, ba chữ số',
    make: inOne(
      (one) => isShare(one) && measureOf(one).isSummed,
      ({ numerator, denominator }, sound) => {
        const times = sound.chance.pick([10, 100, 1000].filter((one) => numerator >= 2 * one));
        return times === undefined
          ? null
          : { numerator: Math.floor(numerator / times), denominator };
      },
    ),
  },
  {
    name: 'Số đếm gấp 10, 100, 1.000 lần',
    make: inOne(
      (one) => one.denominator === null,
      ({ numerator, denominator }, sound) =>
        isSome(numerator) ? { numerator: numerator * power(sound), denominator } : null,
    ),
  },
  {
    name: 'Một cột của biểu thống kê (cùng dòng tổng) gấp 10, 100, 1.000 lần',
    make(sound) {
      const typed = copied(sound.typed);
      const rows = [...typed.forms].filter(([row]) => row.startsWith('VB '));
      const column = sound.chance.whole(0, 2);
      const times = power(sound);
      if (!isSome(rows.reduce((all, [, columns]) => all + columns[column], 0))) return null;
      for (const [, columns] of rows) columns[column] *= times;
      return { typed, rows: rows.map(([row]) => `form ${row}`) };
    },
  },
  {
    name: 'Một ô của biểu thống kê gấp 10, 100, 1.000 lần',
    make(sound) {
      const typed = copied(sound.typed);
      const [row, columns] = sound.chance.pick(
        [...typed.forms].filter(([one]) => one.startsWith('VB ')),
      );
      const column = sound.chance.whole(0, 2);
      if (!isSome(columns[column])) return null;
      columns[column] *= power(sound);
      return { typed, rows: [`form ${row}`] };
    },
  },
  {
    name: 'Tiền ghi triệu đồng thay vì đồng',
    make: inOne(isMoney, ({ numerator, denominator }) => ({
      numerator: numerator / 1e6,
      denominator: denominator / 1e6,
    })),
  },
  {
    name: 'Riêng tử ghi triệu đồng',
    make: inOne(isMoney, ({ numerator, denominator }) => ({
      numerator: numerator / 1e6,
      denominator,
    })),
  },
  { name: 'Ghi lũy kế vào ô trong kỳ, kỳ thứ hai', make: cumulative((periods) => periods === 1) },
  { name: 'Ghi lũy kế vào ô trong kỳ, kỳ thứ ba', make: cumulative((periods) => periods === 2) },
  { name: 'Ghi lũy kế vào ô trong kỳ, từ kỳ thứ tư', make: cumulative((periods) => periods > 2) },
  {
    name: 'Ghi số riêng của kỳ vào ô lũy kế',
    make: inOne(
      (one) => one.overTime === 'cumulative',
      ({ numerator, denominator }, { before }, { code }) => {
        const last = before.at(-1)?.indicators.get(code);
        return last && last.numerator > 0
          ? { numerator: Math.max(0, numerator - last.numerator), denominator }
          : null;
      },
    ),
  },
  {
    name: 'Ghi số riêng của kỳ vào ô số cuối kỳ',
    make: inOne(
      (one) => one.overTime === 'stock',
      ({ numerator, denominator }, { before }, { code }) => {
        const last = before.at(-1)?.indicators.get(code);
        return last && isSome(last.numerator)
          ? { numerator: Math.max(0, numerator - last.numerator), denominator }
          : null;
      },
    ),
  },
  { name: 'Cả biểu chỉ tiêu lệch xuống một dòng', make: (sound) => rowsOff(sound, 1) },
  { name: 'Cả biểu chỉ tiêu lệch lên một dòng', make: (sound) => rowsOff(sound, -1) },
  {
    name: 'Khối số của biểu thống kê lệch xuống một dòng',
    make(sound) {
      const typed = copied(sound.typed);
      const rows = [...typed.forms].filter(([row]) => row.startsWith('II.06a '));
      const last = rows.map(([, columns]) => columns);
      rows.forEach(([row], at) => typed.forms.set(row, at === 0 ? last.at(-1)! : last[at - 1]));
      return { typed, rows: rows.map(([row]) => `form ${row}`) };
    },
  },
  {
    name: 'Đổi chỗ số phút và số lượt',
    make: inOne(
      (one) => one.kind === 'duration',
      ({ numerator, denominator }) =>
        isSome(denominator) ? { numerator: denominator, denominator: numerator } : null,
    ),
  },
  {
    name: 'Hoàn thành, văn bản ghi “Đã ban hành công văn”',
    make(sound) {
      const done = [...sound.typed.tasks].filter(([code, { date }]) => {
        const kind = sound.plan.tasks.find((task) => task.code === code)?.deadline?.kind;
        return date && kind !== 'recurring' && kind !== 'continuous';
      });
      if (done.length === 0) return null;
      const typed = copied(sound.typed);
      const [code] = sound.chance.pick(done);
      const said = sound.chance.pick([
        'Đã ban hành công văn',
        'Có kế hoạch',
        'Đã có văn bản chỉ đạo',
        'Đã triển khai',
      ]);
      typed.tasks.get(code)!.document = said;
      return { typed, rows: [`task ${code}`] };
    },
  },
  {
    name: 'Tử, mẫu đổi chỗ (phần của tổng)',
    make: inOne(isShare, ({ numerator, denominator }) => ({
      numerator: denominator,
      denominator: numerator,
    })),
  },
  {
    name: 'Số của đơn vị khác (một dòng)',
    make: inOne(
      (one) => isShare(one) && measureOf(one).isSummed,
      ({ denominator }, { chance }) => {
        const other = Math.round(denominator * chance.pick([0.04, 0.07, 14, 23]));
        return other > 1
          ? { numerator: Math.round(other * chance.between(0.3, 0.99)), denominator: other }
          : null;
      },
    ),
  },
  {
    name: 'Cả biểu là số của kỳ trước',
    make(sound) {
      const last = sound.before.at(-1);
      if (!last) return null;
      const typed = { ...copied(last), tasks: sound.typed.tasks };
      for (const { code } of sound.indicators) if (!typed.indicators.has(code)) return null;
      return { typed, rows: [] };
    },
  },
  {
    name: 'Kỳ trước chuyển qua ghi khác số còn lại',
    make(sound) {
      const typed = copied(sound.typed);
      const [row, columns] = sound.chance.pick(
        [...typed.forms].filter(([one]) => one.startsWith('II.06a ')),
      );
      if (sound.before.length === 0) return null;
      // What is carried over and what is left both grow: the row agrees with itself.
      columns[2] += 3;
      columns[6] += 3;
      return { typed, rows: [`form ${row}`] };
    },
  },
];

function rowsOff(sound: Sound, step: 1 | -1): Slipped | null {
  const typed = copied(sound.typed);
  const pairs = sound.indicators.filter(({ denominator }) => denominator !== null);
  const own = pairs.map(({ code }) => sound.typed.indicators.get(code)!);
  pairs.forEach(({ code }, at) => typed.indicators.set(code, { ...(own[at - step] ?? own[at]) }));
  return { typed, rows: pairs.map(({ code }) => `indicator ${code}`) };
}

export function soundOf(
  plan: Plan,
  typed: Typed,
  before: readonly (Typed | null)[],
  agencyCode: string,
  chance: Chance,
): Sound {
  const agency = plan.agencies.find(({ code }) => code === agencyCode)!;
  return { plan, typed, before, chance, indicators: assignedIndicators(plan, agency) };
}
