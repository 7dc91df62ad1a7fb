import type { National } from '../../domain/agency/national';
import type { RegisterChoice } from '../../domain/agency/national-register';
import { DeskRefused } from '../desk-refused';
import { putRegister, registerReplaced } from '../plan-changes';
import type { Act } from './act';

/** The units of a province are the plan's register. */
export const takeRegister: Act<{ national(): Promise<National>; province: RegisterChoice }> = {
  asks: async (port, { national, province }) => {
    const replaced = await registerReplaced(port, await national(), province);
    return replaced && replaced.gone.length > 0
      ? { code: 'replace-register', facts: replaced }
      : null;
  },
  run: async ({ port }, { national, province }) => {
    const put = await putRegister(port, await national(), province);
    if (!put.ok) throw new DeskRefused(put.refusal);
    const { undo, replaced } = put.value;
    return { desk: 'plan', undo, said: { code: 'register-put', facts: replaced } };
  },
};
