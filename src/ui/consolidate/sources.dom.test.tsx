import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import { Form } from '../../../test/forms';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { prepared } from '../../../test/prepared';
import { smallPlan } from '../../../test/small-plan';
import { consolidateInto } from '../../app/consolidate-into';
import { receive } from '../../app/consolidator';
import { readDesk } from '../../app/desk';
import { lockPeriod } from '../../app/period-acts';
import { periodOf } from '../../domain/period/period';
import { writePlan } from '../../domain/plan/plan-tables';
import { checkHere } from '../../intake/check-here';
import { openBook, openToShow } from '../../intake/open-received';
import { uiVi } from '../../locale/ui-vi';
import { cellName } from '../../workbook/address';
import { emptyWorkbook, findSheet } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { DeskProvider } from '../desk';
import { ServicesContext, type Services } from '../services';
import { RunProvider } from '../use-run';
import { Sources } from './sources';

/** What a person reads of the cell they have selected. */

const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const period = periodOf('2024-03');
const TABLE = 'Chỉ tiêu 2024-03';
const ACTOR = { who: 'An', at: '2024-04-01 08:00:00' };
const quiet = { cancelled: false, step: () => undefined };

/** One form is counted, one was returned for what it says of K07, of one nothing came. */
const reported = prepared(async () => {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const forms = [
    new Form(plan, 'SNV', '2024-03').fill(30, 40),
    new Form(plan, '842', '2024-03').fill(30, 40).type('K07', 'numerator', 99),
  ];
  const files = await Promise.all(
    forms.map(async ({ workbook, fileName }) => {
      const bytes = await writeWorkbook(workbook);
      return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period, received: '2024-03-18', run: '1' };
  await receive(port, files, checkHere, drop, { check: quiet, write: quiet });
  await consolidateInto(port, period, { acceptIncomplete: false, asOf: null }, ACTOR, quiet);
  return port;
});

async function look(port: MemoryWorkbook): Promise<void> {
  const services: Services = {
    port,
    read: openToShow,
    readBook: openBook,
    checker: checkHere,
    write: writeWorkbook,
    unpack: async (files) => ({ files: [...files], skipped: [] }),
    national: async () => ({}) as never,
    download: () => undefined,
    today: () => '2024-03-18',
    now: () => '2024-03-18 09:00:00.000',
    texts: uiVi,
    language: 'vi',
  };
  const desk = await readDesk(port);
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <DeskProvider desk={desk} onDesk={() => undefined} readAgain={() => undefined}>
          <RunProvider>
            <Sources plan={plan} session={[]} isOpen onOpen={() => undefined} />
          </RunProvider>
        </DeskProvider>
      </ServicesContext>
    </FluentProvider>,
  );
}

function rowOf(port: MemoryWorkbook, code: string): number {
  const sheet = findSheet(port.workbook, TABLE)!;
  return [...sheet.rows].find(([, cells]) => cells.get(1)?.value === code)![0];
}

it('a place is said as people say it, and a returned form is no missing one', async () => {
  const port = await reported();
  const cell = cellName(rowOf(port, 'K07'), 5);
  port.shown = { sheet: TABLE, cell };
  await look(port);
  expect(await screen.findByText(`${TABLE}, ô ${cell}: 30`)).toBeVisible();
  expect(screen.getByText(/Biểu chỉ tiêu, ô [A-Z]+\d+; lần 1; Được tính/)).toBeVisible();
  expect(screen.getByText('(trả lại: chưa được tính)')).toBeVisible();
  expect(screen.getByText('(chưa có bản nộp)')).toBeVisible();
});

it('of a locked cell that no figure stands behind, that is said and nothing is announced', async () => {
  const port = await reported();
  await lockPeriod(port, period.id, ACTOR, quiet);
  port.shown = { sheet: `Khóa ${TABLE}`, cell: cellName(rowOf(port, 'K07'), 2) };
  await look(port);
  expect(await screen.findByText(/hiện nay không cộng từ số liệu của đơn vị\.$/)).toBeVisible();
  expect(screen.queryByText(/Dưới đây là nguồn/)).toBeNull();
});
