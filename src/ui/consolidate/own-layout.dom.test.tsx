import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { smallPlan } from '../../../test/small-plan';
import { provinceTable } from '../../../test/province-table';
import { consolidateInto } from '../../app/consolidate-into';
import { BINDINGS_SHEET } from '../../domain/own-layout/own-sheets';
import { periodOf } from '../../domain/period/period';
import { writePlan } from '../../domain/plan/plan-tables';
import { checkHere } from '../../intake/check-here';
import { openBook, openToShow } from '../../intake/open-received';
import { uiVi } from '../../locale/ui-vi';
import { emptyWorkbook, findSheet } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { RunStatus } from '../run-status';
import { ServicesContext, type Services } from '../services';
import { RunProvider } from '../use-run';
import { WhoProvider } from '../who';
import { OwnLayout } from './own-layout';

const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const nameOf = (code: string) => plan.indicators.find((one) => one.code === code)!.name;
const TABLE = 'Biểu số 1';
const period = periodOf('2024-03');
const quiet = { cancelled: false, step: () => undefined };

function Section() {
  return (
    <WhoProvider>
      <RunProvider>
        <OwnLayout plan={plan} period={period} />
        <RunStatus />
      </RunProvider>
    </WhoProvider>
  );
}

function open(port: MemoryWorkbook) {
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
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <Section />
      </ServicesContext>
    </FluentProvider>,
  );
  return userEvent.setup();
}

const press = (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) =>
  screen.findByRole('button', { name }).then((button) => user.click(button));

it('a table is proposed, confirmed by name, and filled after it was shown', async () => {
  const table = provinceTable([
    ['1', nameOf('K07')],
    ['2', nameOf('K03')],
  ]);
  table.put(9, 12, 'Đạt');
  const port = new MemoryWorkbook(emptyWorkbook([...writePlan(plan), table]));
  port.active = TABLE;
  const user = open(port);

  await press(user, 'Liên kết biểu sẵn có');
  await screen.findByText(/“Biểu số 1”: đề xuất liên kết 9 ô/);
  // What was not understood stands there to be read, without being asked for.
  expect(
    await screen.findByText(/dòng, cột chưa hiểu.*: không điền, không liên kết/),
  ).toBeVisible();
  await screen.findByText(/là tên của K03, K06/);
  const bind = await screen.findByRole('button', { name: 'Đồng ý liên kết 9 ô' });
  await user.click(bind);
  expect(document.activeElement).toBe(screen.getByLabelText(/Người thực hiện/));
  expect(findSheet(port.workbook, 'Liên kết biểu')).toBeUndefined();
  await user.type(screen.getByLabelText(/Người thực hiện/), 'Trần Thị B');
  // The office's own column is left out.
  await user.click(screen.getByRole('checkbox', { name: 'Tăng, giảm (điểm %) (1 ô)' }));
  await press(user, 'Đồng ý liên kết 8 ô');
  await screen.findByText(/Đã liên kết 8 ô/);
  expect(findSheet(port.workbook, BINDINGS_SHEET)!.rows.size).toBe(9);

  await press(user, 'Điền biểu đã liên kết');
  await screen.findByText(/Vui lòng bấm “Tổng hợp” trước/);
  await consolidateInto(
    port,
    period,
    { acceptIncomplete: false, asOf: null },
    { who: 'B', at: '' },
    quiet,
  );
  await press(user, 'Điền biểu đã liên kết');
  await screen.findByText('Sẽ điền 1 ô ở 1 trang tính.');
  await screen.findByText('1 ô đang có nội dung khác sẽ bị thay:');
  expect((await screen.findByText('Đạt')).tagName).toBe('DEL');
  await screen.findByText('7 ô để trống');
  await press(user, 'Đi đến ô M10, Biểu số 1');
  expect(port.shown).toEqual({ sheet: TABLE, cell: 'M10' });
  await press(user, 'Đồng ý điền');
  await screen.findByText('Đã điền 1 ô.');
  await waitFor(() => expect(port.shown).toEqual({ sheet: TABLE, cell: 'M10' }));
  expect(screen.getByText(/dòng, cột chưa hiểu/)).toBeVisible();
  expect(findSheet(port.workbook, TABLE)!.cell(9, 12)!.formula).toMatch(
    /^'Chỉ tiêu 2024-03'!O\d+$/,
  );

  findSheet(port.workbook, TABLE)!.put(6, 12, 'Kết luận');
  await press(user, 'Điền biểu đã liên kết');
  await screen.findByText(/không còn thấy tiêu đề “Đánh giá”/);
});

it('one cell is bound to the figure a person chooses', async () => {
  const table = provinceTable([['1', nameOf('K07')]]);
  const port = new MemoryWorkbook(emptyWorkbook([...writePlan(plan), table]));
  port.shown = { sheet: TABLE, cell: 'N10' };
  const user = open(port);
  await press(user, 'Liên kết ô đang chọn');
  await user.selectOptions(screen.getByLabelText('Chỉ tiêu, nhiệm vụ'), 'task T1');
  await user.selectOptions(screen.getByLabelText('Số liệu'), 'status');
  await user.type(screen.getByLabelText(/Người thực hiện/), 'B');
  await press(user, 'Liên kết ô này');
  await screen.findByText(/Đã liên kết ô N10/);
  expect(findSheet(port.workbook, BINDINGS_SHEET)!.value(1, 10)).toBe('Tình trạng');
});
