import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { unzipSync } from 'fflate';
import { MemoryWorkbook } from '../../test/memory-workbook';
import national from '../domain/agency/national.json';
import type { National } from '../domain/agency/national';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { checkHere } from '../intake/check-here';
import { openBook, openToShow } from '../intake/open-received';
import { unpack } from '../intake/unpack';
import { uiVi } from '../locale/ui-vi';
import { emptyWorkbook } from '../workbook/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { App } from './app';
import { ServicesContext, type Services } from './services';

/**
 * Files that leave the pane: none is said to be saved, and an Excel that saves nothing has another
 * way.
 */

async function open(lacks: Services['lacks']) {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!)));
  const downloads: string[] = [];
  const services: Services = {
    port,
    read: openToShow,
    readBook: openBook,
    checker: checkHere,
    write: writeWorkbook,
    unpack,
    national: async () => national as National,
    download: (name) => downloads.push(name),
    lacks,
    today: () => '2024-03-18',
    now: () => '2024-03-18 09:00:00.000',
    texts: uiVi,
    language: 'vi',
  };
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <App onLanguage={() => undefined} />
      </ServicesContext>
    </FluentProvider>,
  );
  await screen.findByRole('button', { name: 'Phát hành biểu mẫu' });
  return { port, downloads, user: userEvent.setup() };
}

const issue = async (user: ReturnType<typeof userEvent.setup>, to: string) => {
  await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-01');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Phát hành cho' }), to);
  await user.click(screen.getByRole('button', { name: 'Phát hành biểu mẫu' }));
};
const exportAs = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(screen.getByRole('tab', { name: /^Tổng hợp/ }));
  await user.click(screen.getByRole('button', { name: 'Gửi đi, lưu trữ, nhập số liệu' }));
  await user.click(await screen.findByRole('button', { name }));
};

it('a download is asked for, never said to have been saved, and can be had once more or opened', async () => {
  const { port, downloads, user } = await open([]);
  await issue(user, 'common');
  const name = '2024-01_bieu-chung.xlsx';
  expect(
    await screen.findByText(/^Đã yêu cầu máy lưu 2024-01_bieu-chung\.xlsx; ngăn không thấy được/),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: `Tải lại ${name}` }));
  expect(downloads).toEqual([name, name]);
  await user.click(screen.getByRole('button', { name: 'Mở trong Excel' }));
  await waitFor(() => expect(port.opened).toHaveLength(1));
  await exportAs(user, 'Tải sổ số liệu (JSON)');
  expect(
    await screen.findByText(/^Đã yêu cầu máy lưu 2024 Sổ số liệu TTHC - UBND xa Vinh Chap\.json/),
  ).toBeVisible();
});

describe('Excel for Mac, where a link downloads nothing and no folder can be chosen', () => {
  it('opens a workbook as a workbook, and says where an archive can be had', async () => {
    const { port, downloads, user } = await open(['download', 'folder']);
    await issue(user, 'common');
    expect(
      await screen.findByText(/2024-01_bieu-chung\.xlsx được mở thành sổ làm việc mới/),
    ).toBeVisible();
    expect(port.opened).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Mở trong Excel' }));
    await waitFor(() => expect(port.opened).toHaveLength(2));
    await issue(user, 'all');
    expect(
      await screen.findByText(/Để có bieu-mau-2024-01\.zip, vui lòng mở sổ làm việc này/),
    ).toBeVisible();
    // Or over the clipboard: what is pasted in Terminal is the very archive.
    await user.click(
      screen.getByRole('button', { name: 'Chép bieu-mau-2024-01.zip vào bộ nhớ tạm' }),
    );
    expect(
      await screen.findByText('pbpaste | base64 -D > ~/Downloads/bieu-mau-2024-01.zip'),
    ).toBeVisible();
    const pasted = await navigator.clipboard.readText();
    const names = Object.keys(
      unzipSync(Uint8Array.from(atob(pasted), (letter) => letter.charCodeAt(0))),
    );
    expect(names).toContain('danh-sach-bieu-mau-2024-01.xlsx');
    expect(screen.queryByRole('button', { name: /^Tải lại/ })).toBeNull();
    expect([downloads, port.opened.length]).toEqual([[], 2]);
  });

  it('gives a text to be copied', async () => {
    const { downloads, user } = await open(['download', 'folder']);
    await exportAs(user, 'Tải sổ số liệu (CSV)');
    const text = await screen.findByRole('textbox', {
      name: /tệp văn bản UTF-8 tên 2024 Sổ số liệu TTHC - UBND xa Vinh Chap\.csv/,
    });
    expect((text as HTMLTextAreaElement).value).toContain('"Mã bản nộp"');
    expect(downloads).toEqual([]);
  });

  it('takes several files instead of a folder', async () => {
    const { user } = await open(['download', 'folder']);
    await user.click(screen.getByRole('tab', { name: /^Tiếp nhận/ }));
    expect(screen.queryByRole('button', { name: 'Chọn thư mục…' })).toBeNull();
    expect(document.querySelector('input[webkitdirectory]')).toBeNull();
    expect(screen.getByText(/^Excel cho Mac không cho chọn thư mục/)).toBeVisible();
    const chooser = screen.getByLabelText('Chọn tệp…', { selector: 'input' });
    const files = ['a.txt', 'b.txt'].map((name) =>
      Object.assign(new File(['x'], name), {
        arrayBuffer: async () => new Uint8Array([120]).buffer,
      }),
    );
    fireEvent.change(chooser, { target: { files } });
    expect(await screen.findByText(/^Đã kiểm tra 2 tệp/)).toBeVisible();
  });
});

it('no screen gives a file by another way than the one', () => {
  const screens = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!test)\.tsx?$/.test(name),
  );
  const direct = screens.filter((name) =>
    /\bdownload\(/.test(readFileSync(join(__dirname, name), 'utf8')),
  );
  expect(direct.sort()).toEqual(['file-offer.tsx', 'give-file.ts', 'services.tsx']);
});
