import { ArchiveSection } from './archive-section';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import type { LedgerToolsProps } from './ledger-tools';
import { ReportCopySection } from './report-copy-section';
import { SendSection } from './send-section';
import { RestoreSection } from './restore-section';

export function LedgerSections({ desk, onDesk, run, period, received }: LedgerToolsProps) {
  return (
    <div className="step">
      <ExportSection run={run} />
      <ReportCopySection run={run} period={period} />
      <SendSection run={run} period={period} />
      <ArchiveSection run={run} period={period} received={received} />
      <RestoreSection desk={desk} onDesk={onDesk} run={run} />
      <ImportSection onDesk={onDesk} run={run} />
    </div>
  );
}
