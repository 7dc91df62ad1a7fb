import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from '../../../test/forms';
import { runsOf, template } from '../../../test/word-files';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { prepared } from '../../../test/prepared';
import { consolidateInto } from '../../app/consolidate-into';
import { receive } from '../../app/consolidator';
import type { Progress } from '../../app/ports';
import { readDesk } from '../../app/desk';
import { periodOf } from '../../domain/period/period';
import { builtinPlan } from '../../domain/plan/builtin';
import { writePlan } from '../../domain/plan/plan-tables';
import national from '../../domain/agency/national.json';
import type { National } from '../../domain/agency/national';
import { checkHere } from '../../intake/check-here';
import { openBook, openToShow } from '../../intake/open-received';
import { unpack } from '../../intake/unpack';
import { uiVi } from '../../locale/ui-vi';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import { fillTemplate } from '../../word/template';
import { writeDocument } from '../../word/write';
import { readWord } from '../../xlsx/word/read';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { App } from '../app';
import { ServicesContext, type Services } from '../services';

const plan = builtinPlan('vinh-chap-2024')!;
const quiet: Progress = { step: () => undefined, cancelled: false };

function given(name: string, bytes: Uint8Array): File {
  // jsdom's File cannot give its bytes.
  return Object.assign(new File([bytes as BlobPart], name), {
    arrayBuffer: async () => bytes.slice().buffer,
  });
}

let files: { name: string; bytes: Uint8Array }[] = [];

/** A workbook of January with what was handed in, consolidated. */
const consolidated = prepared(async () => {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const forms = ['MC', 'VP'].map((agency) => Form.of(agency, '2024-01', plan.id).fill());
  files = await Promise.all(
    forms.map(async (form) => ({ name: form.fileName, bytes: await writeWorkbook(form.workbook) })),
  );
  const received = files.map(({ name, bytes }) => {
    return { path: name, modified: null, size: bytes.length, bytes: async () => bytes };
  });
  const drop = { period: periodOf('2024-01'), received: '2024-01-16', run: 'lượt' };
  await receive(port, received, checkHere, drop, { check: quiet, write: quiet });
  const actor = { who: 'Hoa', at: '2024-01-20 08:00:00' };
  await consolidateInto(
    port,
    periodOf('2024-01'),
    { acceptIncomplete: false, asOf: null },
    actor,
    quiet,
  );
  return port;
});

async function office(): Promise<{ port: MemoryWorkbook; originals: File[] }> {
  const port = await consolidated();
  return { port, originals: files.map(({ name, bytes }) => given(`đổi tên ${name}`, bytes)) };
}

async function open(port: MemoryWorkbook) {
  const downloads = new Map<string, Uint8Array>();
  let runs = 0;
  const services: Services = {
    port,
    read: openToShow,
    readBook: openBook,
    checker: checkHere,
    write: writeWorkbook,
    word: {
      write: writeDocument,
      fill: async (template, valueOf) => {
        const filled = await fillTemplate(template, valueOf);
        return filled.ok ? { ok: true, ...filled.value } : filled;
      },
    },
    unpack,
    national: async () => national as National,
    download: (name, bytes) => downloads.set(name, bytes),
    today: () => '2024-03-18',
    now: () => `2024-03-18 09:00:00.${String(runs++).padStart(3, '0')}`,
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
  const user = userEvent.setup({ applyAccept: false });
  await user.click(await screen.findByRole('tab', { name: /^Tổng hợp/ }));
  await user.click(screen.getByRole('button', { name: 'Gửi đi, lưu trữ, nhập số liệu' }));
  await screen.findByRole('region', { name: 'Xuất số liệu' });
  return { user, downloads };
}

const region = (name: string) => within(screen.getByRole('region', { name }));
const chooser = (section: string, label: string) =>
  region(section).getByLabelText(label, { selector: 'input' });

describe('Gửi đi, lưu trữ, nhập số liệu', () => {
  it('gives the ledger and a values-only copy, and says why not', async () => {
    const { port } = await office();
    const { user, downloads } = await open(port);
    await user.click(screen.getByRole('button', { name: 'Tải sổ số liệu (CSV)' }));
    expect(
      await screen.findByText('Đã tạo 2024 Sổ số liệu TTHC - UBND xa Vinh Chap.csv với 2 bản nộp.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tải sổ số liệu (JSON)' }));
    await screen.findByText(/^Đã tạo 2024 Sổ số liệu TTHC - UBND xa Vinh Chap\.json/);
    await user.click(
      screen.getByRole('button', { name: 'Tải bản không công thức của kỳ tháng 1/2024' }),
    );
    expect(await screen.findByText(/các bảng khớp với sổ số liệu/)).toBeVisible();
    expect([...downloads.keys()]).toEqual([
      '2024 Sổ số liệu TTHC - UBND xa Vinh Chap.csv',
      '2024 Sổ số liệu TTHC - UBND xa Vinh Chap.json',
      '2024-01 Bảng số liệu báo cáo TTHC - UBND xa Vinh Chap.xlsx',
    ]);
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-02');
    await user.click(
      screen.getByRole('button', { name: 'Tải bản không công thức của kỳ tháng 2/2024' }),
    );
    expect(
      await screen.findByText(/Chưa có bảng “Chỉ tiêu 2024-02” trong sổ làm việc/),
    ).toBeVisible();
  });

  it('gives the annexes to print and the report in Word, and fills a template, naming what it could not', async () => {
    const { port } = await office();
    const sheet = findSheet(port.workbook, 'Chỉ tiêu 2024-01')!;
    sheet.put(5, 0, '(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 02 năm 2024)');
    const { user, downloads } = await open(port);
    await user.click(screen.getByRole('button', { name: 'Tạo bộ phụ lục để in' }));
    await waitFor(() =>
      expect([...downloads.keys()]).toEqual([
        '2024-01 Phụ lục báo cáo TTHC - UBND xa Vinh Chap.xlsx',
      ]),
    );
    await user.click(screen.getByRole('button', { name: 'Tạo báo cáo Word' }));
    await waitFor(() =>
      expect(downloads.has('2024-01 Báo cáo TTHC - UBND xa Vinh Chap.docx')).toBe(true),
    );
    const read = readWord(downloads.get('2024-01 Báo cáo TTHC - UBND xa Vinh Chap.docx')!);
    const said = read.ok
      ? read.value.sheets.flatMap(({ rows }) =>
          [...rows.values()].flatMap((row) => [...row.values()]),
        )
      : [];
    const text = said.map(({ value }) => String(value)).join('\n');
    expect(text).toContain('Số: 12/BC-UBND');
    expect(text).toContain('ngày 05 tháng 02 năm 2024');
    const own = given('mau.docx', template(runsOf('{{ky}} {{la}}')));
    await user.upload(screen.getByLabelText('Điền mẫu Word…', { selector: 'input' }), own);
    expect(await screen.findByText(/không có trường “la”/)).toBeVisible();
    await user.upload(
      screen.getByLabelText('Điền mẫu Word…', { selector: 'input' }),
      given('mau.docx', new Uint8Array(9)),
    );
    expect(await screen.findByText(/“mau.docx” không phải tệp Word .docx/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Các trường dùng được trong mẫu' }));
    expect(await screen.findByText('{{NQ01-6.1.giatri}}')).toBeVisible();
  });

  it('archives what was taken in since the pane was opened without being given it again', async () => {
    const { port } = await office();
    const { user } = await open(port);
    await user.click(screen.getByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-02');
    const form = Form.of('MC', '2024-02', plan.id).fill();
    const chosen = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(chosen, given(form.fileName, await writeWorkbook(form.workbook)));
    expect(await screen.findByText(/^Đã kiểm tra 1 tệp/)).toBeVisible();
    await user.click(screen.getByRole('tab', { name: /^Tổng hợp/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-02');
    await user.click(screen.getByRole('button', { name: 'Gửi đi, lưu trữ, nhập số liệu' }));
    expect(await screen.findByText(/^1 tệp vừa tiếp nhận/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Lưu trữ kỳ tháng 2/2024' }));
    expect(await screen.findByText(/với đủ 1 tệp gốc/)).toBeVisible();
  });

  it('archives with the originals that are given, and leads from a restored figure to its cell', async () => {
    const { port, originals } = await office();
    const { user, downloads } = await open(port);
    await user.upload(chooser('Lưu trữ kỳ', 'Chọn tệp…'), originals.slice(0, 1));
    await user.click(screen.getByRole('button', { name: 'Lưu trữ kỳ tháng 1/2024' }));
    expect(await screen.findByText(/với 1 tệp gốc; còn thiếu 1 tệp gốc/)).toBeVisible();
    expect(region('Lưu trữ kỳ').getByText(/^VP\/2024-01\/1: /)).toBeVisible();
    const archive = downloads.get('luu-tru-2024-01.zip')!;
    await user.upload(
      chooser('Khôi phục từ bản lưu trữ', 'Chọn bản lưu trữ…'),
      given('luu-tru-2024-01.zip', archive),
    );
    expect(
      await screen.findByText(/có 2 bản nộp, 1 tệp gốc còn nguyên; 1 điểm không khớp\./),
    ).toBeVisible();
    const restore = region('Khôi phục từ bản lưu trữ');
    expect(
      restore.getByText(/Bản nộp VP\/2024-01\/1: tệp gốc .* không có trong bản lưu trữ/),
    ).toBeVisible();
    await user.selectOptions(restore.getByLabelText('Số liệu'), '1');
    await user.click(restore.getByRole('button', { name: 'Đi đến ô' }));
    const { ledger } = await readDesk(port);
    const { cell } = ledger.find(({ agency }) => agency === 'MC')!.observations[1];
    await waitFor(() => expect(port.shown).toEqual({ sheet: 'Xem bản nộp', cell }));
    await user.click(restore.getByRole('button', { name: 'Mở sổ làm việc trong Excel' }));
    await waitFor(() => expect(port.opened).toHaveLength(1));
    await user.click(restore.getByRole('button', { name: 'Tải tệp gốc' }));
    await waitFor(() => expect(downloads.size).toBe(2));
  });

  const table = (rows: (string | number)[][]): Workbook => {
    const sheet = new Sheet('Số cũ');
    [['Đơn vị', 'Kỳ', 'Mã chỉ tiêu', 'Tử', 'Mẫu'], ...rows].forEach((row, r) =>
      row.forEach((value, c) => sheet.put(r, c, value)),
    );
    return emptyWorkbook([sheet]);
  };

  it('looks at a table first, names its rows, asks in whose name it enters, and takes it back', async () => {
    const { port } = await office();
    const { user } = await open(port);
    const workbook = table([
      ['MC', '2024-02', 'NQ01-2', 30, 40],
      ['MC', '2024-02', 'X9', 1, 2],
      ['MC', '2024-01', 'NQ01-2', 30, 40],
    ]);
    await user.upload(
      chooser('Nhập số liệu', 'Chọn tệp cần nhập…'),
      given('số cũ.xlsx', await writeWorkbook(workbook)),
    );
    const section = region('Nhập số liệu');
    expect(await section.findByText('1 bản nộp sẽ được nhập.')).toBeVisible();
    expect(
      section.getByText('1 bản nộp là lần nộp mới của số liệu hiện hành: sẽ chờ chấp nhận.'),
    ).toBeVisible();
    expect(
      section.getByText('[Số cũ] Ô C3: “X9” không phải mã hay tên chỉ tiêu của kế hoạch.'),
    ).toBeVisible();
    const enter = section.getByRole('button', { name: 'Ghi vào sổ số liệu' });
    await user.click(enter);
    expect(section.getByLabelText('Lý do')).toHaveFocus();
    expect(section.getByText('Vui lòng ghi lý do.')).toBeVisible();
    expect((await readDesk(port)).ledger).toHaveLength(2);
    await user.type(section.getByLabelText('Lý do'), 'Số đầu kỳ');
    await user.type(section.getByRole('textbox', { name: 'Người thực hiện (tự khai)' }), 'Hoa');
    await user.click(enter);
    expect(
      await screen.findByText('Đã nhập 1 bản nộp; 1 bản chờ chấp nhận ở bước Tiếp nhận.'),
    ).toBeVisible();
    expect(
      (await readDesk(port)).ledger.map(({ origin, grounds }) => origin && grounds?.who),
    ).toEqual([undefined, undefined, 'Hoa', 'Hoa']);
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(async () => expect((await readDesk(port)).ledger).toHaveLength(2));
  });

  it('a copy of the same workbook brings nothing; a file that is no workbook is refused by name', async () => {
    const { port } = await office();
    const { user } = await open(port);
    const copy = given('bản sao.xlsx', await writeWorkbook(port.workbook));
    await user.upload(chooser('Nhập số liệu', 'Chọn tệp cần nhập…'), copy);
    const section = region('Nhập số liệu');
    expect(await section.findByText('2 bản nộp đã có trong sổ.')).toBeVisible();
    expect(section.getByRole('button', { name: 'Ghi vào sổ số liệu' })).toBeDisabled();
    await user.upload(
      chooser('Nhập số liệu', 'Chọn tệp cần nhập…'),
      given('ảnh.png', new Uint8Array([1, 2, 3])),
    );
    expect(await screen.findByText(/Không đọc được “ảnh\.png”/)).toBeVisible();
  });
});

describe('what was changed by hand in the ledger', () => {
  /** Types over the numerator of the first row of figures. */
  function typeOver(port: MemoryWorkbook): void {
    const sheet = findSheet(port.workbook, 'Sổ số liệu')!;
    const column = [...sheet.rows.get(0)!].find(([, { value }]) => value === 'Tử số')![0];
    const row = [...sheet.rows.keys()].find(
      (one) => one > 0 && typeof sheet.value(one, column) === 'number',
    )!;
    sheet.put(row, column, 7);
  }

  it('is named at its cell, and is an adjustment once somebody says why', async () => {
    const { port } = await office();
    typeOver(port);
    const { user } = await open(port);
    expect(screen.getByText('1 chỗ trong sổ số liệu không còn như lúc ghi:')).toBeVisible();
    expect(
      screen.getByText(/^Trang tính “Sổ số liệu”: Ô \w+: .* đang ghi “7”, khác lúc tiếp nhận/),
    ).toBeVisible();
    await user.type(
      screen.getAllByRole('textbox', { name: 'Người thực hiện (tự khai)' })[0],
      'Hoa',
    );
    await user.type(screen.getAllByLabelText('Lý do')[0], 'Đơn vị báo lại');
    await user.click(screen.getByRole('button', { name: 'Chấp nhận là điều chỉnh' }));
    expect(await screen.findByText(/thành điều chỉnh\.$/)).toBeVisible();
    expect(screen.queryByText('1 chỗ trong sổ số liệu không còn như lúc ghi:')).toBeNull();
    expect((await readDesk(port)).ledger.at(-1)).toMatchObject({
      origin: 'adjustment',
      grounds: { who: 'Hoa' },
    });
  });

  it('in a state of a period: its own way out is said, none of a figure’s', async () => {
    const { port } = await office();
    const acts = findSheet(port.workbook, 'Kỳ báo cáo')!;
    const column = [...acts.rows.get(0)!].find(([, { value }]) => value === 'Trạng thái')![0];
    acts.put(1, column, 'xong rồi');
    await open(port);
    expect(screen.getByText('1 chỗ trong sổ số liệu không còn như lúc ghi:')).toBeVisible();
    expect(
      screen.getByText(/đọc được trạng thái “xong rồi”.*Vui lòng ghi lại trạng thái/),
    ).toBeVisible();
    expect(screen.queryByText(/tiếp nhận lại đúng tệp đã nộp/)).toBeNull();
    cleanup();
    typeOver(port);
    await open(port);
    expect(
      screen.getByText(/^Số liệu, bản nộp bị sửa: .*tiếp nhận lại đúng tệp đã nộp/),
    ).toBeVisible();
  });

  it('comes back from an archive', async () => {
    const { port, originals } = await office();
    const archiving = await open(port);
    await archiving.user.upload(chooser('Lưu trữ kỳ', 'Chọn tệp…'), originals);
    await archiving.user.click(screen.getByRole('button', { name: 'Lưu trữ kỳ tháng 1/2024' }));
    await screen.findByText(/với đủ 2 tệp gốc/);
    const archive = archiving.downloads.get('luu-tru-2024-01.zip')!;
    cleanup();
    typeOver(port);
    const { user } = await open(port);
    await user.upload(
      chooser('Khôi phục từ bản lưu trữ', 'Chọn bản lưu trữ…'),
      given('luu-tru-2024-01.zip', archive),
    );
    await user.click(await screen.findByRole('button', { name: 'Lấy lại số liệu bị sửa tay' }));
    expect(await screen.findByText('Đã lấy lại 1 bản nộp từ bản lưu trữ.')).toBeVisible();
    expect((await readDesk(port)).edits).toEqual([]);
  });
});
