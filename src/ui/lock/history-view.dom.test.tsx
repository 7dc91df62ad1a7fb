import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { smallPlan } from '../../../test/small-plan';
import { provinceTable } from '../../../test/province-table';
import { consolidateInto } from '../../app/consolidate-into';
import { readDesk } from '../../app/desk';
import { bindCells, fillLayouts, previewFill, proposeLayout } from '../../app/own-layout';
import { FILLED_SHEET } from '../../domain/own-layout/own-sheets';
import { periodOf } from '../../domain/period/period';
import { writePlan } from '../../domain/plan/plan-tables';
import { uiVi } from '../../locale/ui-vi';
import { emptyWorkbook } from '../../workbook/workbook';
import { DeskProvider } from '../desk';
import { ServicesContext, type Services } from '../services';
import { RunProvider } from '../use-run';
import { WhoProvider } from '../who';
import { HistoryView } from './history-view';

const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const period = periodOf('2024-03');
const by = { who: 'An', at: '2024-03-18 09:00:00' };
const quiet = { cancelled: false, step: () => undefined };

/** A workbook whose own table was filled; reading what that filling kept may fail. */
class Filled extends MemoryWorkbook {
  isBroken = false;

  static async make(): Promise<Filled> {
    const table = provinceTable([['1', plan.indicators[0].name]]);
    const port = new Filled(emptyWorkbook([...writePlan(plan), table]));
    port.active = table.name;
    await consolidateInto(port, period, { acceptIncomplete: false, asOf: null }, by, quiet);
    await bindCells(port, (await proposeLayout(port)).cells, by);
    const { edits } = await previewFill(port, period);
    await fillLayouts(port, period, { keepsTyped: false, shown: edits, by });
    return port;
  }

  override async readSheets(names: readonly string[]) {
    if (this.isBroken && names.includes(FILLED_SHEET)) throw new Error('mất kết nối');
    return super.readSheets(names);
  }
}

async function open(port: Filled): Promise<void> {
  const services = { port, texts: uiVi, language: 'vi', now: () => by.at } as unknown as Services;
  const desk = await readDesk(port);
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <WhoProvider>
          <RunProvider>
            <DeskProvider desk={desk} onDesk={() => undefined} readAgain={() => undefined}>
              <HistoryView />
            </DeskProvider>
          </RunProvider>
        </WhoProvider>
      </ServicesContext>
    </FluentProvider>,
  );
  await userEvent.setup().click(screen.getByRole('button', { name: 'Lịch sử' }));
}

it('the last filling is listed', async () => {
  const port = await Filled.make();
  await open(port);
  expect(await screen.findByText(/^Điền biểu đã liên kết: Tháng 3\/2024, \d+ ô/i)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('what could not be read is said, and the rest is listed', async () => {
  const port = await Filled.make();
  port.isBroken = true;
  await open(port);
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /^Chưa đọc được lần “Điền biểu” gần nhất.*mất kết nối/,
  );
  expect(screen.getAllByRole('button', { name: /^Hoàn tác: / }).length).toBeGreaterThan(0);
});
