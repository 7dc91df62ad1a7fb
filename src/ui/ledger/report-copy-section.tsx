import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { valuesOnlyReport } from '../../app/report-copy';
import { type Period } from '../../domain/period/period';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { ToolSection } from './tool-section';

/** *Bản chỉ có giá trị*: the tables of the period to be sent. */
export function ReportCopySection({ period }: { period: Period }) {
  const run = useRun();
  const isBusy = useIsBusy();
  const { texts, port, write } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const copy = () =>
    run.start(async () => {
      const { name, workbook } = await valuesOnlyReport(port, period);
      const file = { name, bytes: await write(workbook) };
      setMade(file);
      await give(file);
      return { message: { intent: 'success', text: texts.out.copied(name) } };
    });
  return (
    <ToolSection title={texts.out.copy} hint={texts.out.copyHint}>
      <Button size="small" disabled={isBusy} onClick={copy}>
        {texts.out.copyOf(texts.periodName(period))}
      </Button>
      {made && <FileOffer file={made} />}
    </ToolSection>
  );
}
