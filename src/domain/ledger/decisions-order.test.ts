import { emptyWorkbook } from '../../workbook/workbook';
import type { Decision } from '../submission/submission';
import { byMoment, momentAfter } from '../../text/by-moment';
import { readDecisions, writeDecisions } from './decisions';

const decision = (kind: Decision['kind'], at: string): Decision => ({
  ...{ kind, at, submission: 'SNV/2024-03/1', hash: 'abc', reason: 'Thiếu', document: '' },
  who: 'An',
});

it('decisions are read in the order they were made, however the sheet is sorted', () => {
  const [no, yes] = [
    decision('returned', '2024-04-01 08:00:00'),
    decision('accepted', '2024-04-02 08:00:00'),
  ];
  for (const rows of [
    [no, yes],
    [yes, no],
    [no, yes, no],
  ])
    expect(readDecisions(emptyWorkbook([writeDecisions(rows)])).at(-1)).toEqual(yes);
});

it('what tells no moment keeps its place', () => {
  const rows = ['2024-04-02 08:00:00', '', '2024-04-01T08:00:00', 'hôm qua'];
  expect(byMoment(rows, (one) => one)).toEqual([rows[2], rows[3], rows[0], rows[1]]);
});

it('what is done now is not before what it follows', () => {
  const done = [{ at: '2024-04-02 08:00:00' }, { at: '' }];
  expect(momentAfter('2024-04-01 08:00:00', done)).toBe('2024-04-02 08:00:00');
  expect(momentAfter('2024-04-03 08:00:00', done)).toBe('2024-04-03 08:00:00');
  expect(momentAfter('x', [])).toBe('x');
});
