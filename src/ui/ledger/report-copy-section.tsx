import { Button } from '@fluentui/react-components';
import { valuesOnlyReport } from '../../app/report-copy';
import { periodLabel, type Period } from '../../domain/period/period';
import { useServices } from '../services';
import type { Run } from '../use-run';
import { ToolSection } from './tool-section';

/** *Bản chỉ có giá trị*: the tables of the period to be sent. */
export function ReportCopySection({ run, period }: { run: Run; period: Period }) {
  const { texts, port, write, download } = useServices();
  const give = () =>
    run.start(async () => {
      const { name, workbook } = await valuesOnlyReport(port, period);
      download(name, await write(workbook));
      return { message: { intent: 'success', text: texts.out.copied(name) } };
    });
  return (
    <ToolSection title={texts.out.copy} hint={texts.out.copyHint}>
      <Button size="small" disabled={run.running !== null} onClick={give}>
        {texts.out.copyOf(periodLabel(period))}
      </Button>
    </ToolSection>
  );
}
