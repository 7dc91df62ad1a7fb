import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { copyReport } from '../../app/acts/copy-report';
import { type Period } from '../../domain/period/period';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { ToolSection } from './tool-section';

/** *Bản chỉ có giá trị*: the tables of the period to be sent. */
export function ReportCopySection({ period }: { period: Period }) {
  const perform = usePerform();
  const isBusy = useIsBusy();
  const { texts, write } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const given = async (file: MadeFile) => {
    setMade(file);
    await give(file);
  };
  const copy = () => perform(copyReport, { period, write, give: given });
  return (
    <ToolSection title={texts.out.copy} hint={texts.out.copyHint}>
      <Button size="small" disabled={isBusy} onClick={copy}>
        {texts.out.copyOf(texts.periodName(period))}
      </Button>
      {made && <FileOffer file={made} />}
    </ToolSection>
  );
}
