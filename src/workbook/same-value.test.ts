import { sameValue } from './same-value';

it.each([
  ['sums in another order', 0.1 + 0.2, 0.3, true],
  ['figures that differ', 0.3, 0.300001, false],
  ['large sums', 1e15 + 1, 1e15 + 2, true],
  ['nothing and an empty text', null, '', true],
  ['nothing and 0', null, 0, false],
  ['a number and its text', 5, '5', false],
  ['composed and decomposed', 'Ủy', 'Ủy'.normalize('NFD'), true],
  ['the same error', { error: '#REF!' }, { error: '#REF!' }, true],
  ['an error and its text', { error: '#REF!' }, '#REF!', false],
])('%s', (_, a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
  expect(sameValue(b, a)).toBe(same);
});
