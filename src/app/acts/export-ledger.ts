import { strToU8 } from 'fflate';
import { ledgerCsv } from '../../domain/ledger/ledger-csv';
import { writeLedgerJson } from '../../domain/ledger/ledger-json';
import { sentName } from '../../domain/report/sent-name';
import { readDesk } from '../desk';
import type { Act, Give } from './act';

interface Export {
  kind: 'csv' | 'json';
  give: Give;
}

/** *Xuất sổ*: the ledger for other programs, as the workbook stands now. */
export const exportLedger: Act<Export> = {
  onlyReads: true,
  run: async ({ port }, { kind, give }) => {
    const { plan, ledger } = await readDesk(port);
    const text =
      kind === 'csv'
        ? ledgerCsv(plan, ledger)
        : writeLedgerJson({ plan: plan.id, submissions: ledger });
    const name = sentName(plan, String(plan.year), 'ledger', kind);
    await give({ name, bytes: strToU8(text) });
    const facts = { file: name, submissions: ledger.length };
    return { undo: null, said: { code: 'ledger-exported', facts } };
  },
};
