import { remembered } from './normal-form';

it('what is remembered of a text is what is made of it, in whatever order texts come', () => {
  let made = 0;
  const shout = remembered((text) => {
    made++;
    return text.toUpperCase();
  });
  const words = ['biểu', 'mã', 'tên', 'tử', 'mẫu', 'biểu', 'tên', 'mã'];
  for (let round = 0; round < 3; round++) {
    for (const word of words) expect(shout(word)).toBe(word.toUpperCase());
    for (const word of [...words].reverse()) expect(shout(word)).toBe(word.toUpperCase());
  }
  expect(made).toBe(new Set(words).size);
});

it('forgets in good time, and knows nothing wrong after', () => {
  const length = remembered((text) => text.length);
  for (let round = 0; round < 2; round++)
    for (let number = 0; number < 6000; number++)
      expect(length(`${number}`)).toBe(`${number}`.length);
  expect(length('x'.repeat(2000))).toBe(2000);
  expect(length('1')).toBe(1);
});

it('one that asks itself for another keeps both', () => {
  const count: (text: string) => number = remembered((text) =>
    text === '' ? 0 : 1 + count(text.slice(1)),
  );
  expect(count('abcd')).toBe(4);
  expect(count('bcd')).toBe(3);
  expect(count('abcd')).toBe(4);
});
