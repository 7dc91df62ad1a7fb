import fc from 'fast-check';
import { formatNumber, readNumber, type NumberReading } from './number';

const counted = { counted: true, units: ['hồ sơ'] };
const measured = { counted: false, units: ['đồng'] };
const number = (value: number, ...notes: string[]) => ({ kind: 'number', value, notes });

describe('numbers as office staff type them', () => {
  it.each<[string, unknown]>([
    ['95,5', number(95.5, 'decimal-comma')],
    ['95.5', number(95.5, 'decimal-point')],
    ['12.345', number(12345, 'thousands-dot')],
    ['1.234.567', number(1234567, 'thousands-dot')],
    ['12,345', number(12345, 'thousands-comma')],
    ['1.234,5', number(1234.5, 'decimal-comma')],
    ['1,234.5', number(1234.5, 'thousands-comma')],
    ['12 345', number(12345, 'digits-as-text', 'spaces')],
    ['12\u00a0345', number(12345, 'digits-as-text', 'spaces')],
    ['45 hồ sơ', number(45, 'digits-as-text', 'unit')],
    ['45 HỒ SƠ', number(45, 'digits-as-text', 'unit')],
    ['85%', number(85, 'digits-as-text', 'percent')],
    ['-5', number(-5, 'digits-as-text')],
    ['−5', number(-5, 'digits-as-text')],
    ['007', number(7, 'digits-as-text')],
    ['0.123', number(0.123, 'decimal-point')],
    ['1O5', { kind: 'letters', suggestion: 105 }],
    ['l0', { kind: 'letters', suggestion: 10 }],
    ['-', { kind: 'dash' }],
    ['–', { kind: 'dash' }],
    ['...', { kind: 'dash' }],
    ['Không', { kind: 'none' }],
    ['KPS', { kind: 'not-applicable' }],
    ['không phát sinh', { kind: 'not-applicable' }],
    ['khoảng 80', { kind: 'estimate' }],
    ['>80', { kind: 'estimate' }],
    ['ước 80', { kind: 'estimate' }],
    ['Tối thiểu 80', { kind: 'target' }],
    ['60%/50%', { kind: 'several' }],
    ['60% và 50%', { kind: 'several' }],
    ['abc', { kind: 'not-a-number' }],
    ['45 văn bản', { kind: 'not-a-number' }],
    ['1.23.456', { kind: 'not-a-number' }],
    ['1,2,3', { kind: 'not-a-number' }],
    ['12.', { kind: 'not-a-number' }],
    ['1e5', { kind: 'not-a-number' }],
    ['=1+1', { kind: 'not-a-number' }],
  ])('%s where things are counted', (text, reading) => {
    expect(readNumber(text, counted)).toEqual(reading);
  });

  it.each<[string, unknown]>([
    ['1.234', { kind: 'ambiguous', values: [1234, 1.234] }],
    ['-1.234', { kind: 'ambiguous', values: [-1234, -1.234] }],
    ['1,234', { kind: 'ambiguous', values: [1234, 1.234] }],
    ['638,025', { kind: 'ambiguous', values: [638025, 638.025] }],
    ['1,5', number(1.5, 'decimal-comma')],
    ['12.34', number(12.34, 'decimal-point')],
    ['250.000.000 đồng', number(250000000, 'thousands-dot', 'unit')],
  ])('%s where something is measured', (text, reading) => {
    expect(readNumber(text, measured)).toEqual(reading);
  });

  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (digits, places) => {
        const value = digits / 10 ** places;
        const reading = readNumber(formatNumber(value, 3), { counted: Number.isInteger(value) }) as NumberReading;
        const values = reading.kind === 'number' ? [reading.value] : reading.kind === 'ambiguous' ? reading.values : [];
        expect(values).toContain(value);
      }),
    );
  });

  it.each([
    [1234567.5, '1.234.567,5'],
    [0, '0'],
    [-0.001, '0'],
    [-1.005, '-1'],
    [94.7196, '94,72'],
    [1e21, '1.000.000.000.000.000.000.000'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('never throws and never invents a number from letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = readNumber(text, counted);
        if (reading.kind === 'number') {
          expect(Number.isFinite(reading.value)).toBe(true);
          expect(text).toMatch(/\d/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
