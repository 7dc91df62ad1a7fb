import { Button } from '@fluentui/react-components';
import type { Undo } from '../../app/ports';
import { showAllSheets, showPeriod } from '../../app/sheet-order';
import type { Period } from '../../domain/period/period';
import { INDEX_SHEET } from '../../domain/report/workbook-guide';
import { useDesk } from '../desk';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';

/** The index, all sheets, or those of the period alone: older ones are out of sight. */
export function SheetsSeen({ period }: { period: Period }) {
  const { texts, port } = useServices();
  const { plan } = useDesk();
  const run = useRun();
  const isBusy = useIsBusy();
  const arrange = (text: string, act: () => Promise<Undo>) =>
    run.start(async () => {
      const undo = await act();
      return { message: { intent: 'success', text }, undo };
    });
  const { sheetsSeen } = texts;
  return (
    <div className="buttons" role="group" aria-label={sheetsSeen.title}>
      <Button size="small" onClick={() => run.aside(() => port.goTo(INDEX_SHEET, 'A1'))}>
        {sheetsSeen.index}
      </Button>
      <Button
        size="small"
        disabled={isBusy}
        onClick={() => arrange(sheetsSeen.onlyShown, () => showPeriod(port, plan, period.id))}
      >
        {sheetsSeen.only}
      </Button>
      <Button
        size="small"
        disabled={isBusy}
        onClick={() => arrange(sheetsSeen.allShown, () => showAllSheets(port))}
      >
        {sheetsSeen.all}
      </Button>
    </div>
  );
}
