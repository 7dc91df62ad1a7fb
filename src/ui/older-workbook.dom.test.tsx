import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryWorkbook } from '../../test/memory-workbook';
import national from '../domain/agency/national.json';
import type { National } from '../domain/agency/national';
import { checkHere } from '../intake/check-here';
import { openBook, openToShow } from '../intake/open-received';
import { uiVi } from '../locale/ui-vi';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import { readWorkbook } from '../xlsx/read/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { App } from './app';
import { ServicesContext, type Services } from './services';

/** The first write into a workbook an older version made asks, and keeps a copy. */

const FILES = join(__dirname, '../../test/formats/files');
const COPY = 'vinh-chap-2024.dinh-dang-1.xlsx';

function open(lacks: Services['lacks'] = []) {
  const sheets = ['plan-1', 'ledger-1-first'].flatMap((name) => {
    const read = readWorkbook(new Uint8Array(readFileSync(join(FILES, `${name}.xlsx`))));
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value.sheets;
  });
  const port = new MemoryWorkbook(emptyWorkbook(sheets));
  const downloads: string[] = [];
  let runs = 0;
  const services: Services = {
    ...{ port, lacks, read: openToShow, readBook: openBook, checker: checkHere },
    write: writeWorkbook,
    unpack: async (files) => ({ files: [...files], skipped: [] }),
    national: async () => national as National,
    download: (name) => downloads.push(name),
    today: () => '2024-04-18',
    now: () => `2024-04-18 09:00:00.${runs++}`,
    ...{ texts: uiVi, language: 'vi' },
  };
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <App onLanguage={() => undefined} />
      </ServicesContext>
    </FluentProvider>,
  );
  return { port, downloads, user: userEvent.setup() };
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));
const format = (port: MemoryWorkbook) => findSheet(port.workbook, 'Kế hoạch')!.value(1, 1);

it('it says what older versions cannot do, and nothing is written before the copy is seen', async () => {
  const { port, downloads, user } = open();
  await user.click(await screen.findByRole('tab', { name: /Phát hành/ }));
  const before = [...port.workbook.sheets];
  await press(user, 'Phát hành biểu mẫu');
  expect(
    await screen.findByText(
      /kế hoạch định dạng 1, sổ số liệu định dạng 1.*phiên bản trước không mở được/,
    ),
  ).toBeVisible();
  await press(user, 'Quay lại');
  expect([downloads, port.workbook.sheets]).toEqual([[], before]);
  await press(user, 'Phát hành biểu mẫu');
  await press(user, `Lưu bản sao ${COPY}`);
  expect(await screen.findByText(/xem thư mục Tải về/)).toBeVisible();
  expect(downloads).toEqual([COPY]);
  await press(user, 'Quay lại');
  expect(await screen.findByText(/Chưa ghi gì: sổ còn nguyên định dạng cũ/)).toBeVisible();
  expect(port.workbook.sheets).toEqual(before);
});

it('with the copy it goes on, says where it is, and does not ask again', async () => {
  const { port, downloads, user } = open();
  await user.click(await screen.findByRole('tab', { name: /Phát hành/ }));
  await press(user, 'Phát hành biểu mẫu');
  await press(user, `Lưu bản sao ${COPY}`);
  await press(user, 'Đã có bản sao, ghi tiếp');
  expect(await screen.findByText(new RegExp(`Bản trước khi ghi: ${COPY}`))).toBeVisible();
  expect(format(port)).toBe(3);
  expect(downloads).toHaveLength(2);
  await press(user, 'Phát hành biểu mẫu');
  await waitFor(() => expect(downloads).toHaveLength(3));
});

it('where nothing can be downloaded the copy is opened as a workbook', async () => {
  const { port, user } = open(['download']);
  await user.click(await screen.findByRole('tab', { name: /Phát hành/ }));
  await press(user, 'Phát hành biểu mẫu');
  await press(user, `Lưu bản sao ${COPY}`);
  expect(await screen.findByText(/lưu sổ vừa mở ra với tên này/)).toBeVisible();
  expect(port.opened).toHaveLength(1);
});

it('what is only given from it is given as it is, and nobody is asked', async () => {
  const { port, downloads, user } = open();
  await user.click(await screen.findByRole('tab', { name: /^Tổng hợp/ }));
  const before = [...port.workbook.sheets];
  await press(user, 'Gửi đi, lưu trữ, nhập số liệu');
  await press(user, 'Tải sổ số liệu (JSON)');
  expect(await screen.findByText(/^Đã tạo .*\.json/)).toBeVisible();
  expect(downloads).toHaveLength(1);
  expect(port.workbook.sheets).toEqual(before);
});
