import { ArchiveSection } from './archive-section';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import { LakeSection } from './lake-section';
import type { LedgerToolsProps } from './ledger-tools';
import { ReportCopySection } from './report-copy-section';
import { SendSection } from './send-section';
import { RestoreSection } from './restore-section';

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
