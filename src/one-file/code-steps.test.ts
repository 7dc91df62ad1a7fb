import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCodes } from './code-steps';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { withSteps } = require('../../.config/code-steps.cjs') as {
  withSteps(text: string): string;
};

const national = readFileSync(join(__dirname, '../domain/agency/national.json'), 'utf8');

describe('steps between codes', () => {
  it('give the national lists back as they were, in fewer letters', () => {
    const steps = withSteps(national);
    expect(withCodes(steps)).toBe(national);
    expect(steps.length).toBeLessThan(national.length * 0.85);
  });

  it('leave years, days and short numbers as they are, and refuse what could be taken for a step', () => {
    const text = '{"validTo":"2025-02-28","a":"001 Quận|00001 Phường 12 < 26767 00004*"}';
    expect(withCodes(withSteps(text))).toBe(text);
    expect(() => withSteps('một ~ hai')).toThrow('steps');
  });
});
