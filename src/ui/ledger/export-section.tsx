import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { exportLedger } from '../../app/acts/export-ledger';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { ToolSection } from './tool-section';

/** *Xuất sổ*: the ledger for other programs, as the workbook stands now. */
export function ExportSection() {
  const perform = usePerform();
  const isBusy = useIsBusy();
  const { texts } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const given = async (file: MadeFile) => {
    setMade(file);
    await give(file);
  };
  const write = (kind: 'csv' | 'json') => perform(exportLedger, { kind, give: given });
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
