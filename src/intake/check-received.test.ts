import { createHash } from 'node:crypto';
import { builtinPlan } from '../domain/plan/builtin';
import { checkReceived } from './check-received';

const OWN = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;

afterEach(() => Object.defineProperty(globalThis, 'crypto', OWN));

it.each(['given', 'kept from it, as over plain http'])(
  'the SHA-256 of a file is the same where the browser’s own is %s',
  async (how) => {
    if (how !== 'given')
      Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    const plan = builtinPlan('tra-vinh-2024')!;
    const bytes = new TextEncoder().encode('không phải bảng tính').subarray(3);
    const { hash } = await checkReceived(plan, 'a.xlsx', bytes, { period: null, partial: false });
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
  },
);
