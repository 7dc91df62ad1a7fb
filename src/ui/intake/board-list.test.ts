import type { Agency, Level } from '../../domain/agency/agency';
import type { HandIn } from '../../domain/report/hand-in';
import type { Submission } from '../../domain/submission/submission';
import { boardItems, isUsual, type BoardItem, type Filter, type Order } from './board-list';

const row = (
  code: string,
  level: Level,
  state: HandIn['state'],
  latest: Partial<Submission> | null = {},
): HandIn => ({
  agency: { code, name: `Đơn vị ${code}`, shortName: code, level, reports: true } as Agency,
  state,
  owed: 1,
  received: state === 'missing' ? 0 : 1,
  due: '2024-03-18',
  latest:
    latest &&
    ({
      accepted: state === 'returned' ? 'none' : 'all',
      warnings: 0,
      late: 0,
      version: 1,
      observations: [],
      ...latest,
    } as unknown as Submission),
});

const rows = [
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((code) => row(code, 'tinh', 'accepted')),
  row('A7', 'tinh', 'accepted', { late: 3 }),
  row('A8', 'tinh', 'returned'),
  row('B1', 'xa', 'accepted'),
  row('B2', 'xa', 'missing', null),
  row('B3', 'xa', 'accepted', {
    observations: [{ state: 'undecided' }] as unknown as Submission['observations'],
  }),
];

const shown = (items: readonly BoardItem[]) =>
  items.map((item) =>
    item.kind === 'agency'
      ? item.row.agency.code
      : item.kind === 'level'
        ? `${item.level} ${item.taken}/${item.total}`
        : `${item.count} …`,
  );
const items = (
  more: { filter?: Filter; order?: Order; words?: string; isUsualShown?: boolean } = {},
) =>
  shown(
    boardItems(rows, { filter: 'all', order: 'problems', words: '', isUsualShown: false, ...more }),
  );

it('what needs a person comes first in its level, the usual is one line', () => {
  expect(items()).toEqual(['tinh 7/8', 'A8', 'A7', 'xa 2/3', 'B3', 'B2', '7 …']);
  expect(items({ isUsualShown: true })).toEqual([
    'tinh 7/8',
    'A8',
    'A7',
    'A1',
    'A2',
    'A3',
    'A4',
    'A5',
    'A6',
    'xa 2/3',
    'B3',
    'B2',
    'B1',
    '7 …',
  ]);
});

it('a search finds by name or code whatever the marks, the usual too', () => {
  expect(items({ words: 'don vi a1' })).toEqual(['tinh 7/8', 'A1']);
  expect(items({ words: 'B2' })).toEqual(['xa 2/3', 'B2']);
  expect(items({ words: 'không có' })).toEqual([]);
});

it('a filter lists all of its kind; by name and by lateness there are no levels', () => {
  expect(items({ filter: 'missing' })).toEqual(['xa 2/3', 'B2']);
  expect(items({ filter: 'accepted' })).toHaveLength(11);
  expect(items({ order: 'late' }).slice(0, 2)).toEqual(['A7', 'A8']);
  expect(items({ order: 'name' })).toEqual(rows.map(({ agency }) => agency.code));
  expect(items({ order: 'register' })).toEqual([
    'tinh 7/8',
    'A1',
    'A2',
    'A3',
    'A4',
    'A5',
    'A6',
    'A7',
    'A8',
    'xa 2/3',
    'B1',
    'B2',
    'B3',
  ]);
});

it('few of whom there is nothing to say are not folded, and one level needs no heading', () => {
  const few = rows.slice(4);
  expect(
    shown(boardItems(few, { filter: 'all', order: 'problems', words: '', isUsualShown: false })),
  ).toContain('A5');
  const own = rows.filter(({ agency }) => agency.level === 'xa');
  expect(
    shown(boardItems(own, { filter: 'all', order: 'problems', words: '', isUsualShown: false })),
  ).toEqual(['B3', 'B2', 'B1']);
});

it('a warning, a later version and a late day are not usual', () => {
  const usual = (latest: Partial<Submission>) => isUsual(row('A', 'tinh', 'accepted', latest));
  expect([
    usual({}),
    usual({ warnings: 1 }),
    usual({ version: 2 }),
    usual({ late: 1 }),
    usual({ late: null }),
  ]).toEqual([true, false, false, false, true]);
});
