import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { putAway } from '../../app/acts/put-away';
import type { Archive } from '../../app/archive-period';
import type { ReceivedFile } from '../../app/ports';
import { submissionId } from '../../domain/ledger/ledger-tables';
import { type Period } from '../../domain/period/period';
import { FileOffer } from '../file-offer';
import { useGive } from '../give-file';
import { DropZone } from '../intake/drop-zone';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { ShortList } from './short-list';
import { ToolSection } from './tool-section';

interface ArchiveSectionProps {
  period: Period;
  received: readonly ReceivedFile[];
}

/**
 * *Lưu trữ kỳ*: the workbook keeps no originals. Those that were taken in since the pane was opened
 * are at hand, others are given once more; their bytes say whose they are.
 */
export function ArchiveSection({ period, received }: ArchiveSectionProps) {
  const { texts, write, unpack } = useServices();
  const give = useGive();
  const [given, setGiven] = useState<readonly ReceivedFile[]>([]);
  const [made, setMade] = useState<{ period: Period; archive: Archive } | null>(null);
  const perform = usePerform();
  const isBusy = useIsBusy();
  const archive = () => {
    setMade(null);
    perform(putAway, {
      period,
      originals: async () => [...received, ...(await unpack(given)).files],
      write,
      give: async (done) => {
        setMade({ period, archive: done });
        await give(done);
      },
    });
  };
  const absent = made?.period.id === period.id ? made.archive.absent : [];
  return (
    <ToolSection title={texts.out.archive} hint={texts.out.archiveHint}>
      <DropZone onFiles={setGiven} />
      {received.length > 0 && <p className="quiet">{texts.out.originalsAtHand(received.length)}</p>}
      {given.length > 0 && <p className="quiet">{texts.out.originalsGiven(given.length)}</p>}
      <Button size="small" disabled={isBusy} onClick={archive}>
        {texts.out.archiveOf(texts.periodName(period))}
      </Button>
      {made?.period.id === period.id && <FileOffer file={made.archive} />}
      <ShortList
        title={texts.out.absent(absent.length)}
        items={absent.map((one) => `${submissionId(one)}: ${one.file}`)}
      />
    </ToolSection>
  );
}
