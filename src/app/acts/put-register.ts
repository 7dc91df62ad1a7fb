import type { National } from '../../domain/agency/national';
import { DeskRefused } from '../desk';
import { putRegister } from '../plan-changes';
import type { Act } from './act';

/** The units of a province are the plan's register. */
export const takeRegister: Act<{
  national(): Promise<National>;
  province: Parameters<typeof putRegister>[2];
}> = {
  run: async ({ port }, { national, province }) => {
    const put = await putRegister(port, await national(), province);
    if (!put.ok) throw new DeskRefused(put.refusal);
    const { undo, agencies } = put.value;
    return { desk: 'plan', undo, said: { code: 'register-put', facts: { agencies } } };
  },
};
