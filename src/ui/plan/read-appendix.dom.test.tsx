import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pastedWorkbook } from '../../../test/appendix/appendix-workbook';
import { SAMPLES } from '../../../test/appendix/samples';
import { docx, wordOf } from '../../../test/appendix/word-file';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import national from '../../domain/agency/national.json';
import type { National } from '../../domain/agency/national';
import { checkHere } from '../../intake/check-here';
import { openAppendix } from '../../intake/open-appendix';
import { openBook, openToShow } from '../../intake/open-received';
import { uiVi } from '../../locale/ui-vi';
import { emptyWorkbook, findSheet } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { ServicesContext, type Services } from '../services';
import { RunProvider } from '../use-run';
import { RunStatus } from '../run-status';
import { ReadAppendix } from './read-appendix';

const kept = new Map<string, string>();

function Step({ onPlan }: { onPlan(): void }) {
  return (
    <RunProvider>
      <ReadAppendix onPlan={onPlan} />
      <RunStatus />
    </RunProvider>
  );
}

function open(port: MemoryWorkbook) {
  const services: Services = {
    port,
    read: openToShow,
    readBook: openBook,
    openAppendix,
    keeper: {
      read: (key) => kept.get(key) ?? null,
      write: (key, value) => void kept.set(key, value),
    },
    checker: checkHere,
    write: writeWorkbook,
    unpack: async (files) => ({ files: [...files], skipped: [] }),
    national: async () => national as National,
    download: () => undefined,
    today: () => '2026-03-18',
    now: () => '2026-03-18 09:00:00.000',
    texts: uiVi,
    language: 'vi',
  };
  const written = { count: 0 };
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <Step onPlan={() => written.count++} />
      </ServicesContext>
    </FluentProvider>,
  );
  return { written, user: userEvent.setup() };
}

function file(bytes: Uint8Array, name: string): File {
  const made = new File([bytes as BlobPart], name);
  // jsdom's File cannot give its bytes.
  return Object.assign(made, {
    arrayBuffer: async () =>
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  });
}

const rows = [
  ['Phụ lục'],
  ['CHỈ TIÊU NĂM 2026 (SỐ LIỆU MẪU)'],
  ['(Kèm theo Quyết định số 9/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Vĩnh Long)'],
  ['STT', 'Tên chỉ tiêu', 'ĐVT', 'Cột A', 'Cột B', 'Cơ quan chủ trì'],
  [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Tối thiểu 90', 'Sở Nội vụ'],
  [2, 'Tỷ lệ văn bản ký số', '%', 'Tối thiểu 98', 'Tối thiểu 97', 'Sở Du hành vũ trụ'],
].map((row) => [...row, ...Array<null>(6 - row.length).fill(null)]);

function withSheet(): MemoryWorkbook {
  const port = new MemoryWorkbook(pastedWorkbook([{ name: 'Phụ lục', rows, merges: [] }]));
  port.active = 'Phụ lục';
  return port;
}

describe('an appendix is shown as it was read before it is written', () => {
  it('each column, each doubt at its cell; a column said otherwise is read anew, and remembered for the office', async () => {
    const port = withSheet();
    const { user, written } = open(port);
    await user.click(screen.getByRole('button', { name: 'Đọc phụ lục' }));
    const page = await screen.findByRole('region', { name: 'Nội dung đọc được từ phụ lục' });
    expect(within(page).getByText(/2 chỉ tiêu, 0 mức giao, 0 nhiệm vụ/)).toBeVisible();
    const column = (name: RegExp) => within(page).getByRole('combobox', { name });
    expect(column(/^Tên chỉ tiêu/)).toHaveDisplayValue('tên chỉ tiêu, nhiệm vụ');
    expect(column(/^Cột A/)).toHaveDisplayValue('không đọc');
    await user.click(within(page).getByRole('button', { name: 'Đi đến ô F6, Phụ lục' }));
    await waitFor(() => expect(port.shown).toEqual({ sheet: 'Phụ lục', cell: 'F6' }));

    await user.selectOptions(column(/^Cột A/), 'mức giao');
    expect(await screen.findByText(/2 chỉ tiêu, 2 mức giao/)).toBeVisible();
    expect(findSheet(port.workbook, 'Mức giao')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Ghi kế hoạch vào sổ làm việc' }));
    await waitFor(() => expect(written.count).toBe(1));
    const targets = findSheet(port.workbook, 'Mức giao')!;
    expect([1, 2].map((row) => targets.value(row, 5))).toEqual([95, 98]);

    cleanup();
    const next = open(withSheet());
    await next.user.click(screen.getByRole('button', { name: 'Đọc phụ lục' }));
    expect(await screen.findByText(/2 chỉ tiêu, 2 mức giao/)).toBeVisible();
    expect(screen.getByRole('combobox', { name: /^Cột A/ })).toHaveDisplayValue('mức giao');
    await next.user.click(screen.getByRole('button', { name: 'Chọn lại' }));
    expect(await screen.findByRole('button', { name: 'Đọc phụ lục' })).toBeVisible();
  });

  it('a decision as a .docx, whose tables go into the workbook with the plan', async () => {
    const port = new MemoryWorkbook(emptyWorkbook());
    const { user, written } = open(port);
    const sample = SAMPLES.find(({ id }) => id === 'chuyen-doi-so')!;
    const chooser = screen.getByLabelText('Chọn tệp .docx hoặc bảng tính', { selector: 'input' });
    await user.upload(chooser, file(wordOf(sample.workbook()), 'quyet-dinh.docx'));
    expect(await screen.findByText(/0 chỉ tiêu, 0 mức giao, 6 nhiệm vụ/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ghi kế hoạch vào sổ làm việc' }));
    await waitFor(() => expect(written.count).toBe(1));
    expect(findSheet(port.workbook, 'Phụ lục I')).toBeDefined();
    expect(findSheet(port.workbook, 'Nhiệm vụ')!.value(1, 6)).toBe(
      'Ban hành quy chế quản lý dữ liệu',
    );
  });

  it('a .docx with macros is refused by name', async () => {
    const { user } = open(new MemoryWorkbook(emptyWorkbook()));
    const chooser = screen.getByLabelText('Chọn tệp .docx hoặc bảng tính', { selector: 'input' });
    await user.upload(chooser, file(docx('<w:tbl/>', { 'word/vbaProject.bin': 'x' }), 'la.docx'));
    expect(await screen.findByText(/Tệp Word có macro/)).toBeVisible();
  });
});
