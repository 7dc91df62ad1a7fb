import { table } from '../../../test/formulas/table';
import { withPrefixes } from './function-prefix';
import { withoutPrefixes } from '../read/function-prefix';

it.each([
  ['XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
  ['SORT(UNIQUE(A1:A9))', '_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))'],
  ['SUM(A1)&"IFS("', 'SUM(A1)&"IFS("'],
  ["'IFS('!A1+MAXIFS(A:A,B:B,1)", "'IFS('!A1+_xlfn.MAXIFS(A:A,B:B,1)"],
  ['_xlfn.IFS(A1,1)', '_xlfn.IFS(A1,1)'],
])('%s is kept in a file as %s', (formula, file) => expect(withPrefixes(formula)).toBe(file));

it('is taken away again by reading, whatever the formula', () => {
  const changed = table.cases.filter(
    ({ formula }) => withoutPrefixes(withPrefixes(formula)) !== formula,
  );
  expect(changed.map((one) => one.formula)).toEqual([]);
});
