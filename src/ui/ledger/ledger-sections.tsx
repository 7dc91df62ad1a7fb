import type { ReceivedFile } from '../../app/ports';
import type { Period } from '../../domain/period/period';
import { ArchiveSection } from './archive-section';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import { LakeSection } from './lake-section';
import { ReportCopySection } from './report-copy-section';
import { SendSection } from './send-section';
import { RestoreSection } from './restore-section';

export interface LedgerToolsProps {
  period: Period;
  /** What was taken in since the pane was opened. */
  received: readonly ReceivedFile[];
}

export function LedgerSections({ period, received }: LedgerToolsProps) {
  return (
    <div className="step">
      <ExportSection />
      <ReportCopySection period={period} />
      <SendSection period={period} />
      <LakeSection />
      <ArchiveSection period={period} received={received} />
      <RestoreSection />
      <ImportSection />
    </div>
  );
}
