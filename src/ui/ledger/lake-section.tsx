import { useState } from 'react';
import { Button, Checkbox } from '@fluentui/react-components';
import { readDesk } from '../../app/desk';
import { refusalSentence } from '../../locale/sentence';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { ToolSection } from './tool-section';

/**
 * *Gửi đi: kho số liệu mở*: the ledger as open files of columns, for programs that work with many
 * provinces. Names of persons leave only where somebody says so.
 */
export function LakeSection() {
  const run = useRun();
  const isBusy = useIsBusy();
  const { texts, port, lake, language } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const [withNames, setWithNames] = useState(false);
  if (!lake) return null;
  const make = () =>
    run.start(async () => {
      const { plan, ledger: submissions, signed } = await readDesk(port);
      const zipped = await lake({ plan, submissions, signed }, withNames);
      if (!zipped.ok)
        return { message: { intent: 'error', text: refusalSentence(zipped.refusal, language) } };
      const file = { name: `kho-so-lieu-${plan.id}.zip`, bytes: zipped.value };
      setMade(file);
      await give(file);
      return {
        message: { intent: 'success', text: texts.out.exported(file.name, submissions.length) },
      };
    });
  return (
    <ToolSection title={texts.out.lake} hint={texts.out.lakeHint}>
      <Checkbox
        label={texts.out.withNames}
        checked={withNames}
        onChange={(_, { checked }) => setWithNames(checked === true)}
      />
      <div className="buttons">
        <Button size="small" disabled={isBusy} onClick={make}>
          {texts.out.makeLake}
        </Button>
      </div>
      {made && <FileOffer file={made} />}
    </ToolSection>
  );
}
