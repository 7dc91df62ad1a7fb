import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { readDesk } from '../../app/desk';
import { ledgerCsv } from '../../domain/ledger/ledger-csv';
import { writeLedgerJson } from '../../domain/ledger/ledger-json';
import { sentName } from '../../domain/report/sent-name';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { ToolSection } from './tool-section';

/** *Xuất sổ*: the ledger for other programs, as the workbook stands now. */
export function ExportSection() {
  const run = useRun();
  const isBusy = useIsBusy();
  const { texts, port } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const write = (kind: 'csv' | 'json') =>
    run.start(async () => {
      const { plan, ledger } = await readDesk(port);
      const text =
        kind === 'csv'
          ? ledgerCsv(plan, ledger)
          : writeLedgerJson({ plan: plan.id, submissions: ledger });
      const name = sentName(plan, String(plan.year), 'ledger', kind);
      const file = { name, bytes: new TextEncoder().encode(text) };
      setMade(file);
      await give(file);
      return { message: { intent: 'success', text: texts.out.exported(name, ledger.length) } };
    });
  return (
    <ToolSection title={texts.out.export} hint={texts.out.exportHint}>
      <div className="buttons">
        {(['csv', 'json'] as const).map((kind) => (
          <Button key={kind} size="small" disabled={isBusy} onClick={() => write(kind)}>
            {texts.out.exportAs[kind]}
          </Button>
        ))}
      </div>
      {made && <FileOffer file={made} />}
    </ToolSection>
  );
}
