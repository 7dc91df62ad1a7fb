import { importLedger } from '../import-ledger';
import type { ImportSource } from '../import-source';
import type { Act } from './act';

/** *Nhập sổ*: what another window's ledger or somebody's table brings. */
export const bringInLedger: Act<{ source: ImportSource; reason: string; document: string }> = {
  run: async ({ port, actor: { who }, run: at, progress }, { source, reason, document }) => {
    const grounds = { reason, document, who };
    const { desk, undo, preview } = await importLedger(port, source, { at, grounds }, progress);
    const facts = { enters: preview.enters.length, waits: preview.waits.length };
    return { desk, undo, said: { code: 'ledger-imported', facts } };
  },
};
