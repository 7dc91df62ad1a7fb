import { stateReceipt, type ReceiptStated } from '../received-day';
import type { Act } from './act';

/** The day files of a period came, said after they were taken in. */
export const sayReceipt: Act<ReceiptStated> = {
  run: async ({ port, actor: { who }, run: at }, stated) => {
    const { desk, undo, count } = await stateReceipt(port, stated, { who, at });
    return { desk, undo, said: { code: 'receipt-stated', facts: { count } } };
  },
};
