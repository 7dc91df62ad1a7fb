import national from '../domain/agency/national.json';
import type { National } from '../domain/agency/national';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { appendixWorkbook } from '../../test/appendix/appendix-workbook';
import { Form } from '../../test/forms';
import { Sheet } from '../workbook/sheet';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { annotated } from '../app/annotate';
import { checkFile } from '../app/check-file';
import { builtinPlan } from '../domain/plan/builtin';
import { BUILTIN_FORMS } from '../domain/plan/builtin-forms';
import type { StatForm } from '../domain/plan/stat-form';
import { writePlan } from '../domain/plan/plan-tables';
import { uiEn } from '../locale/ui-en';
import { uiVi } from '../locale/ui-vi';
import { emptyWorkbook, findSheet, type Workbook } from '../workbook/workbook';
import { checkHere } from '../intake/check-here';
import { openBook, openToShow } from '../intake/open-received';
import { writeWorkbook } from '../xlsx/write/workbook';
import { App } from './app';
import type { Command, Ribbon, WorkbookKind } from './commands';
import { ServicesContext, type Services } from './services';

let runs = 0;

function open(port: MemoryWorkbook, language: 'vi' | 'en' = 'vi', ribbon?: Ribbon) {
  const downloads: string[] = [];
  const services: Services = {
    port,
    read: openToShow,
    readBook: openBook,
    checker: checkHere,
    write: writeWorkbook,
    unpack: async (files) => ({ files: [...files], skipped: [] }),
    national: async () => national as National,
    download: (name) => downloads.push(name),
    version: '1.2.3',
    today: () => '2024-03-18',
    now: () => `2024-03-18 09:00:00.${runs++}`,
    texts: language === 'vi' ? uiVi : uiEn,
    language,
    ribbon,
  };
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <App onLanguage={() => undefined} />
      </ServicesContext>
    </FluentProvider>,
  );
  return { downloads, user: userEvent.setup() };
}

const withPlan = () => new MemoryWorkbook(emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!)));

function file(form: Form, name = form.fileName): Promise<File> {
  return fileOf(form.workbook, name);
}

async function fileOf(workbook: Workbook, name: string): Promise<File> {
  const bytes = await writeWorkbook(workbook);
  const made = new File([bytes as BlobPart], name, {
    lastModified: Date.parse('2024-03-18T09:00:00+07:00'),
  });
  // jsdom's File cannot give its bytes.
  return Object.assign(made, {
    arrayBuffer: async () =>
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  });
}

describe('the pane', () => {
  it('says which cell of a damaged plan is wrong, and what it should be', async () => {
    const port = withPlan();
    findSheet(port.workbook, 'Đơn vị')!.put(1, 4, 'Phường');
    open(port);
    expect(
      await screen.findByText(
        'Trang tính “Đơn vị”: Ô E2: “Phường” không hợp lệ; cần ghi: Tỉnh / Huyện / Xã.',
      ),
    ).toBeVisible();
  });

  it('puts a built-in plan into an empty workbook', async () => {
    const port = new MemoryWorkbook();
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Tôi gửi báo cáo' }));
    expect(screen.getByText(/mở tệp biểu do đơn vị tổng hợp gửi/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tôi tổng hợp' }));
    await user.click(screen.getByRole('button', { name: 'Ghi kế hoạch vào sổ làm việc' }));
    expect(await screen.findByText('258/QĐ-UBND – năm 2024')).toBeVisible();
    expect(port.workbook.sheets.map((sheet) => sheet.name)).toContain('Kế hoạch');
  });

  it('takes the plan of last year’s workbook, and says of another file that it has none', async () => {
    const port = new MemoryWorkbook();
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Tôi tổng hợp' }));
    await user.click(screen.getByRole('radio', { name: 'Sổ làm việc năm trước' }));
    const chooser = () =>
      screen.getByLabelText('Chọn sổ làm việc năm trước…', { selector: 'input' });
    await user.upload(chooser(), await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill()));
    expect(await screen.findByText(/không phải tệp kế hoạch/)).toBeVisible();
    expect(findSheet(port.workbook, 'Kế hoạch')).toBeUndefined();
    await user.upload(chooser(), await fileOf(withPlan().workbook, 'nam-truoc.xlsx'));
    expect(await screen.findByText('29/KH-UBND – năm 2024')).toBeVisible();
  });

  it('help says what is done on the screen it was asked from, and which version this is', async () => {
    const { user } = open(withPlan());
    await screen.findByText('29/KH-UBND – năm 2024');
    await user.click(screen.getByRole('tab', { name: /Khóa/ }));
    await user.click(screen.getByRole('button', { name: 'Trợ giúp' }));
    const help = within(screen.getByRole('region', { name: 'Trợ giúp' }));
    expect(help.getByRole('heading', { name: 'Khóa' })).toBeVisible();
    expect(help.getByText(/Bấm “Khóa kỳ” khi các bảng đã đúng/)).toBeVisible();
    expect(help.getByText('Phiên bản 1.2.3')).toBeVisible();
  });

  it('lists every fault of a damaged plan, each leading to its cell', async () => {
    const port = withPlan();
    findSheet(port.workbook, 'Đơn vị')!.put(1, 4, 'Phường');
    findSheet(port.workbook, 'Mức giao')!.put(2, 5, 'tám mươi');
    const { user } = open(port);
    expect(await screen.findByText(/Kế hoạch có 2 lỗi phải sửa/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Đi đến ô F3, Mức giao' }));
    expect(port.shown).toEqual({ sheet: 'Mức giao', cell: 'F3' });
    expect(screen.queryByRole('button', { name: 'Phát hành biểu mẫu' })).toBeNull();
  });

  it('says why the cell of a fault cannot be shown, and reads a repaired plan again', async () => {
    const port = withPlan();
    findSheet(port.workbook, 'Đơn vị')!.put(1, 4, 'Phường');
    port.goTo = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ItemNotFound' }));
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Đi đến ô E2, Đơn vị' }));
    expect(await screen.findByText(/trang tính cần dùng không còn trong sổ/)).toBeVisible();
    findSheet(port.workbook, 'Đơn vị')!.put(1, 4, 'Tỉnh');
    await user.click(screen.getByRole('button', { name: 'Đọc lại sổ làm việc' }));
    expect(await screen.findByRole('tab', { name: /^Tiếp nhận/ })).toBeVisible();
  });

  it('a target is confirmed by name, written where it stands, and taken back', async () => {
    const port = withPlan();
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Kiểm tra kế hoạch' }));
    const plan = builtinPlan('vinh-chap-2024')!;
    const row = plan.targets.findIndex(({ confirmed }) => !confirmed) + 1;
    const name = `Xác nhận Mức giao, D${row + 1}`;
    // Without a name nothing is written: what is missing is said where it is, and the focus is
    // there.
    await user.click(await screen.findByRole('button', { name }));
    const whoField = screen.getByRole('textbox', { name: 'Người thực hiện (tự khai)' });
    expect(whoField).toHaveFocus();
    expect(whoField).toBeInvalid();
    expect(screen.getByText('Vui lòng ghi tên người thực hiện.')).toBeVisible();
    expect(findSheet(port.workbook, 'Mức giao')!.value(row, 6)).toBe('Cần xác nhận');
    await user.type(whoField, 'Nguyễn Thị Hoa');
    await user.click(screen.getByRole('button', { name }));
    expect(await screen.findByText('Đã ghi xác nhận vào trang tính Xác nhận.')).toBeVisible();
    const target = findSheet(port.workbook, 'Mức giao')!;
    const said = findSheet(port.workbook, 'Xác nhận')!;
    expect(target.value(row, 6)).toBe('Đã xác nhận');
    expect([0, 1, 2, 4].map((column) => said.value(1, column))).toEqual([
      'Mức giao',
      target.value(row, 0),
      'Xác nhận',
      'Nguyễn Thị Hoa',
    ]);
    expect(screen.queryByRole('button', { name })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(target.value(row, 6)).toBe('Cần xác nhận'));
    expect(said.value(1, 4)).toBeNull();
  });

  it('what waits for a yes is confirmed where the tables are made too, by one count', async () => {
    const port = withPlan();
    const { user } = open(port);
    const said = await screen.findByText(/^Kế hoạch còn \d+ điểm cần xác nhận/);
    const count = Number(/\d+/.exec(said.textContent)![0]);
    await user.click(screen.getByRole('tab', { name: /^Tổng hợp/ }));
    await user.click(screen.getByRole('button', { name: `Xem ${count} điểm cần xác nhận` }));
    const yes = await screen.findAllByRole('button', { name: /^Xác nhận / });
    expect(yes).toHaveLength(count);
    await user.type(
      screen.getByRole('textbox', { name: 'Người thực hiện (tự khai)' }),
      'Nguyễn Thị Hoa',
    );
    await user.click(yes[0]);
    expect(await screen.findByText('Đã ghi xác nhận vào trang tính Xác nhận.')).toBeVisible();
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /^Xác nhận / })).toHaveLength(count - 1),
    );
    await user.click(screen.getByRole('tab', { name: /^Phát hành/ }));
    expect(screen.getByText(new RegExp(`^Kế hoạch còn ${count - 1} điểm`))).toBeVisible();
  });

  it('reads the appendix on the open sheet into a plan of the province it names', async () => {
    const port = new MemoryWorkbook(appendixWorkbook('vinh-long-2023'));
    port.active = 'Sheet1';
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Tôi tổng hợp' }));
    await user.click(screen.getByRole('radio', { name: 'Đọc phụ lục' }));
    await user.click(screen.getByRole('button', { name: 'Đọc phụ lục' }));
    // The reading is shown first; nothing is written until a person says so.
    expect(await screen.findByText(/0 chỉ tiêu, 0 mức giao, 58 nhiệm vụ/)).toBeVisible();
    expect(findSheet(port.workbook, 'Nhiệm vụ')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Ghi kế hoạch vào sổ làm việc' }));
    expect(await screen.findByText('2621/QĐ-UBND – năm 2023')).toBeVisible();
    expect(
      screen.getByText(/Kế hoạch còn 26 điểm cần xác nhận, 28 điểm cần xem lại \(theo văn bản\)/),
    ).toBeVisible();
    expect(findSheet(port.workbook, 'Nhiệm vụ')!.value(1, 6)).toBe(
      'Xây dựng Quyết định ban hành Kế hoạch CCHC của tỉnh năm 2023.',
    );
    expect(findSheet(port.workbook, 'Sheet1')).toBeDefined();
  });

  it('says what a sheet without a table lacks', async () => {
    const port = new MemoryWorkbook(emptyWorkbook([new Sheet('Sheet1')]));
    port.active = 'Sheet1';
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Tôi tổng hợp' }));
    await user.click(screen.getByRole('radio', { name: 'Đọc phụ lục' }));
    await user.click(screen.getByRole('button', { name: 'Đọc phụ lục' }));
    expect(await screen.findByText(/Không thấy bảng nào của phụ lục/)).toBeVisible();
  });

  it('imports the register of a province and adds a statistics form, and takes both back', async () => {
    const port = withPlan();
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Danh mục đơn vị, biểu thống kê' }));
    // By which document a form is laid out, and that another follows it.
    expect(
      screen.getByText(/Theo Thông tư 01\/2020\/TT-VPCP, có hiệu lực đến 14\/02\/2026/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Thêm biểu thống kê' }));
    expect(await screen.findByText(/Đã thêm biểu II.06a/)).toBeVisible();
    expect(findSheet(port.workbook, 'Biểu thống kê')!.value(1, 0)).toBe('II.06a');
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(findSheet(port.workbook, 'Biểu thống kê')!.value(1, 0)).toBeNull());
    const provinces = screen.getByRole('combobox', { name: 'Tỉnh, thành phố' });
    await within(provinces).findAllByRole('option', { name: 'Tỉnh Cao Bằng' });
    await user.selectOptions(provinces, 'from-2025-07-01 04');
    const before = findSheet(port.workbook, 'Đơn vị')!;
    await user.click(screen.getByRole('button', { name: 'Nhập danh mục đơn vị' }));
    // The rows of a commune’s plan name offices no province has: nothing is written, and it is said
    // whose they are.
    expect(await screen.findByText(/Danh mục này không có 3 đơn vị đang được giao/)).toBeVisible();
    expect(findSheet(port.workbook, 'Đơn vị')).toBe(before);
  });

  it('imports a register that has every agency the plan names, and takes it back', async () => {
    const port = new MemoryWorkbook(emptyWorkbook(writePlan(builtinPlan('tra-vinh-2024')!)));
    const { user } = open(port);
    await user.click(await screen.findByRole('button', { name: 'Danh mục đơn vị, biểu thống kê' }));
    const provinces = screen.getByRole('combobox', { name: 'Tỉnh, thành phố' });
    await within(provinces).findAllByRole('option', { name: 'Tỉnh Vĩnh Long' });
    await user.selectOptions(provinces, 'to-2025-06-30 86');
    await user.click(screen.getByRole('checkbox', { name: 'Thống kê tỉnh' }));
    await user.click(screen.getByRole('button', { name: 'Nhập danh mục đơn vị' }));
    // What goes is said before it goes.
    expect(
      await screen.findByText(/đang có 132 đơn vị sẽ được thay bằng 132 đơn vị: 19 đơn vị cùng mã/),
    ).toBeVisible();
    expect(findSheet(port.workbook, 'Đơn vị')!.value(1, 0)).toBe('VPUB');
    await user.click(screen.getByRole('button', { name: 'Đồng ý thay danh mục' }));
    expect(await screen.findByText(/Đã ghi 132 đơn vị vào trang tính Đơn vị/)).toBeVisible();
    const names = () =>
      [...findSheet(port.workbook, 'Đơn vị')!.rows.values()].map((row) => row.get(1)?.value);
    expect(names()).toContain('Ủy ban nhân dân huyện Long Hồ');
    expect(names()).toContain('Thống kê tỉnh');
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(names()).toContain('Ủy ban nhân dân huyện Trà Cú'));
  });

  it('issues to chosen agencies, opens one in Excel, and packs one form for all', async () => {
    const port = withPlan();
    const { downloads, user } = open(port);
    await user.selectOptions(await screen.findByLabelText('Kỳ báo cáo'), '2024-01');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Phát hành cho' }), 'some');
    expect(screen.getByRole('button', { name: 'Phát hành biểu mẫu' })).toBeDisabled();
    await user.type(screen.getByRole('searchbox', { name: 'Tìm đơn vị' }), 'mot cua');
    await user.click(screen.getByRole('checkbox', { name: /Bộ phận một cửa/ }));
    await user.click(screen.getByRole('button', { name: 'Phát hành biểu mẫu' }));
    expect(
      await screen.findByText(/^Đã tạo 1 biểu mẫu trong tệp bieu-mau-2024-01.zip\./),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tải lại bieu-mau-2024-01.zip' }));
    await user.click(screen.getByRole('button', { name: 'Mở trong Excel' }));
    await waitFor(() => expect(port.opened).toHaveLength(1));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Phát hành cho' }), 'common');
    await user.click(screen.getByRole('button', { name: 'Phát hành biểu mẫu' }));
    expect(
      await screen.findByText(/^Đã tạo 1 biểu mẫu trong tệp 2024-01_bieu-chung.xlsx\./),
    ).toBeVisible();
    expect(downloads).toEqual([
      'bieu-mau-2024-01.zip',
      'bieu-mau-2024-01.zip',
      '2024-01_bieu-chung.xlsx',
    ]);
  });

  it('a sender checks the open form: a verdict, what to mend, and the next of it by one button', async () => {
    const form = Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', 99);
    const port = new MemoryWorkbook(form.workbook);
    const { user } = open(port);
    expect(await screen.findByText('Bộ phận một cửa')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Kiểm tra biểu' }));
    expect(await screen.findByText('Còn 1 lỗi phải sửa, 0 cảnh báo.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Lỗi tiếp theo' }));
    expect(port.shown).toEqual({ sheet: 'Biểu chỉ tiêu', cell: form.cell('NQ01-2', 'numerator') });
    form.type('NQ01-2', 'numerator', 45);
    await user.click(screen.getByRole('button', { name: 'Kiểm tra biểu' }));
    expect(await screen.findByText('Không có lỗi – có thể gửi.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Lỗi tiếp theo' })).toBeNull();
  });

  it('packs the forms of a period', async () => {
    const { downloads, user } = open(withPlan());
    await user.selectOptions(await screen.findByLabelText('Kỳ báo cáo'), '2024-01');
    await user.click(screen.getByRole('button', { name: 'Phát hành biểu mẫu' }));
    expect(
      await screen.findByText(/^Đã tạo 3 biểu mẫu trong tệp bieu-mau-2024-01.zip\./),
    ).toBeVisible();
    expect(downloads).toEqual(['bieu-mau-2024-01.zip']);
    await user.click(await screen.findByRole('button', { name: 'Đã phát hành cho ai, khi nào' }));
    expect(await screen.findByText(/2024.*: 3 đơn vị, bieu-mau-2024-01\.zip$/)).toBeVisible();
  });

  it('takes in, shows findings where they are, and what goes back to the sender', async () => {
    const port = withPlan();
    const { downloads, user } = open(port);
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-03');
    const wrong = Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', 99);
    const sound = Form.of('VP', '2024-03', 'vinh-chap-2024').fill();
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), [
      await file(wrong),
      await file(sound),
    ]);
    expect(
      await screen.findByText(
        'Đã kiểm tra 2 tệp: tiếp nhận 1, cần sửa 1. Sổ số liệu: thêm 2 bản nộp.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Đã tiếp nhận 1/3; chưa nộp 1; trả lại 1')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    const findings = screen.getByRole('region', { name: 'Kết quả kiểm tra của Bộ phận một cửa' });
    expect(within(findings).getByText(/tử số \(99\) lớn hơn mẫu số \(60\)/)).toBeVisible();
    await user.click(
      within(findings).getByRole('button', {
        name: `Đi đến ô ${wrong.cell('NQ01-2', 'numerator')}, Biểu chỉ tiêu`,
      }),
    );
    await waitFor(() =>
      expect(port.shown).toEqual({ sheet: 'Xem bản nộp', cell: wrong.cell('NQ01-2', 'numerator') }),
    );
    expect(port.workbook.sheets.map((sheet) => sheet.name)).toContain('Bản nộp');
    await user.click(within(findings).getByRole('button', { name: 'Tải tệp đánh dấu lỗi' }));
    await waitFor(() =>
      expect(downloads).toEqual([wrong.fileName.replace('.xlsx', '_danh-dau.xlsx')]),
    );
    await user.click(
      within(findings).getByRole('button', { name: 'Nội dung thông báo cho đơn vị' }),
    );
    const message = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: 'Nội dung thông báo cho đơn vị',
    }).value;
    expect(message.split('\n')).toEqual([
      'Kính gửi Bộ phận một cửa,',
      `Tệp “${wrong.fileName}” (tháng 3/2024) có 1 lỗi phải sửa, 0 cảnh báo:`,
      expect.stringMatching(
        /^1\. \[Biểu chỉ tiêu\] Ô [A-Z]+\d+: tử số \(99\) lớn hơn mẫu số \(60\)/,
      ),
      expect.stringMatching(/^Đề nghị sửa trên tệp của đơn vị và nộp lại \(hạn nộp của kỳ: \d/),
    ]);
    // The intake can still be taken back.
    expect(screen.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  });

  const intake = async (port: MemoryWorkbook, forms: Form[]) => {
    const { user } = open(port);
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-03');
    const files = await Promise.all(forms.map((one) => file(one)));
    if (files.length === 0) return user;
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), files);
    await screen.findByText(/^Đã kiểm tra/);
    return user;
  };
  const valuesOf = (port: MemoryWorkbook, sheet: string) =>
    [...findSheet(port.workbook, sheet)!.rows.values()].flatMap((cells) =>
      [...cells.values()].map(({ value }) => value),
    );

  it('of a quarter takes in the files of its months at once, each in its own', async () => {
    const port = withPlan();
    const { user } = open(port);
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-Q1');
    const months = ['2024-01', '2024-02', '2024-03'];
    const forms = months.map((of) => Form.of('MC', of, 'vinh-chap-2024').fill());
    const files = await Promise.all(forms.map((one) => file(one)));
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), files);
    expect(await screen.findByText(/^Đã kiểm tra 3 tệp/)).toBeVisible();
    const taken = findSheet(port.workbook, 'Bản nộp')!;
    expect([1, 2, 3].map((row) => taken.value(row, 0))).toEqual(months.map((of) => `MC/${of}/1`));
    // Nobody said when they came.
    expect(valuesOf(port, 'Bản nộp').join()).not.toMatch(/Nộp muộn/);
  });

  it('enters how an undecided cell reads, in the name of who says so, and can take it back', async () => {
    const port = withPlan();
    const form = Form.of('MC', '2024-03', 'vinh-chap-2024')
      .fill()
      .type('NQ01-2', 'numerator', '3O');
    const user = await intake(port, [form]);
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    await user.click(screen.getByRole('button', { name: '30' }));
    expect(screen.getByLabelText('Người thực hiện (tự khai)')).toHaveFocus();
    expect(valuesOf(port, 'Bản nộp').join()).not.toContain('Đã chọn số liệu');
    await user.type(screen.getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.click(screen.getByRole('button', { name: '30' }));
    const cell = form.cell('NQ01-2', 'numerator');
    expect(
      await screen.findByText(`Đã ghi số liệu đúng của ô ${cell} vào sổ số liệu.`),
    ).toBeVisible();
    expect(valuesOf(port, 'Sổ số liệu')).toContain('3O');
    expect(valuesOf(port, 'Bản nộp').join()).toMatch(
      /Đã chọn số liệu “30” \(trong tệp ghi “3O”\).* · An · /,
    );
    expect(screen.queryByRole('button', { name: '30' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(await screen.findByText('Đã hoàn tác.')).toBeVisible();
    expect(valuesOf(port, 'Bản nộp').join()).not.toContain('Đã chọn số liệu');
  });

  it('refuses a reading that makes a part larger than its whole', async () => {
    const port = withPlan();
    const user = await intake(port, [
      Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', '9O'),
    ]);
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    await user.type(screen.getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.click(screen.getByRole('button', { name: '90' }));
    expect(await screen.findByText(/tử số \(90\) lớn hơn mẫu số \(60\)/)).toBeVisible();
    expect(valuesOf(port, 'Bản nộp').join()).not.toContain('Đã chọn số liệu');
  });

  it('takes the sound part of a returned file', async () => {
    const port = withPlan();
    const user = await intake(port, [
      Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', 99),
    ]);
    expect(screen.getByText('Đã tiếp nhận 0/3; chưa nộp 2; trả lại 1')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận phần đúng' }));
    // What was left out of it is still to be mended.
    await screen.findByText(
      /^Đã kiểm tra 1 tệp: tiếp nhận 1 \(1 tệp chỉ được phần không có lỗi, còn phải sửa\)\. Sổ/,
    );
    await user.click(screen.getByRole('button', { name: '‹ Danh sách đơn vị' }));
    expect(await screen.findByText('Đã tiếp nhận 1/3; chưa nộp 2; trả lại 0')).toBeVisible();
    expect(valuesOf(port, 'Bản nộp')).toContain('Tiếp nhận một phần');
  });

  it('enters what an agency told without a file: a row of a form, a task, an indicator, each with its reason', async () => {
    const plan = { ...builtinPlan('vinh-chap-2024')!, forms: [BUILTIN_FORMS[0] as StatForm] };
    const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
    const form = new Form(plan, 'MC', '2024-03').fill();
    for (const { key } of plan.forms[0].rows)
      form.typeStat('II.06a', key, [4, 2, 1, 3, 1, 1, 1, 1]);
    const user = await intake(port, [form]);
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    await user.click(screen.getByRole('button', { name: 'Nhập hộ, điều chỉnh…' }));
    const group = within(screen.getByRole('group', { name: 'Nhập hộ, điều chỉnh…' }));
    await user.type(group.getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.type(group.getByLabelText('Lý do'), 'Báo qua điện thoại');
    const enter = group.getByRole('button', { name: 'Ghi vào sổ số liệu' });
    const before = valuesOf(port, 'Bản nộp');
    await user.click(enter);
    expect(group.getByText('Vui lòng ghi số liệu.')).toBeVisible();
    expect(group.getByLabelText('Tử số')).toHaveFocus();
    expect(valuesOf(port, 'Bản nộp')).toEqual(before);

    // The columns of the row stand there as they count now; what does not agree is refused by its
    // identity.
    await user.selectOptions(group.getByLabelText('Loại số liệu'), 'form');
    await user.selectOptions(group.getByLabelText('Dòng của biểu'), '0');
    const fourth = group.getByLabelText(/^\(4\) /);
    expect(fourth).toHaveValue('4');
    await user.clear(fourth);
    await user.type(fourth, '5');
    await user.click(enter);
    expect(await screen.findByText(/Các cột chưa khớp/)).toBeVisible();
    const eighth = group.getByLabelText(/^\(8\) /);
    await user.clear(eighth);
    await user.type(eighth, '4');
    await user.click(enter);
    expect(await screen.findByText(/^Đã ghi điều chỉnh của II\.06a 1;/)).toBeVisible();

    await user.selectOptions(group.getByLabelText('Loại số liệu'), 'task');
    const entries = valuesOf(port, 'Bản nộp');
    await user.click(enter);
    expect(group.getByLabelText('Nhiệm vụ')).toHaveFocus();
    expect(valuesOf(port, 'Bản nộp')).toEqual(entries);
    const [, first] = within(group.getByLabelText('Nhiệm vụ')).getAllByRole<HTMLOptionElement>(
      'option',
    );
    await user.selectOptions(group.getByLabelText('Nhiệm vụ'), first.value);
    await user.selectOptions(group.getByLabelText('Tình trạng'), 'in-progress');
    await user.click(enter);
    expect(
      await screen.findByText(new RegExp(`^Đã ghi điều chỉnh của ${first.value};`)),
    ).toBeVisible();

    await user.selectOptions(group.getByLabelText('Loại số liệu'), 'indicator');
    await user.type(group.getByLabelText('Tử số'), '9999');
    await user.click(enter);
    expect(await screen.findByText(/Tử số 9999 lớn hơn mẫu số 60/)).toBeVisible();
    const entered = valuesOf(port, 'Bản nộp').filter((value) => value === 'Nhập hộ, điều chỉnh');
    expect(entered).toHaveLength(2);
  });

  it('enters a whole form told by telephone: checked at its rows, one reason, one undo', async () => {
    const plan = { ...builtinPlan('vinh-chap-2024')!, forms: [BUILTIN_FORMS[0] as StatForm] };
    const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
    const user = await intake(port, [new Form(plan, 'MC', '2024-03').fill()]);
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    await user.click(screen.getByRole('button', { name: 'Nhập hộ cả biểu…' }));
    const page = within(screen.getByRole('region', { name: 'Nhập hộ cả biểu' }));
    const before = valuesOf(port, 'Bản nộp');
    await user.click(page.getByRole('button', { name: 'Ghi vào sổ số liệu' }));
    expect(page.getByText('Vui lòng ghi số liệu.')).toBeVisible();

    const row = (name: RegExp) => within(page.getByRole('group', { name }));
    const indicator = row(/^NQ01-2 /);
    expect(indicator.getByLabelText('Tử số')).toHaveAttribute('placeholder', '45');
    await user.type(indicator.getByLabelText('Tử số'), '99');
    const [first] = page.getAllByLabelText(/^\(4\) /);
    await user.type(first, '4');
    await user.type(page.getByLabelText('Lý do'), 'Báo qua điện thoại');
    await user.type(page.getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.click(page.getByRole('button', { name: 'Ghi 2 dòng vào sổ số liệu' }));
    expect(await screen.findByText(/^Chưa ghi: còn 1 lỗi phải sửa, \d+ cảnh báo/)).toBeVisible();
    expect(indicator.getByText(/lớn hơn mẫu số/)).toBeVisible();
    expect(indicator.getByLabelText('Tử số')).toHaveFocus();
    expect(indicator.getByLabelText('Tử số')).toBeInvalid();
    expect(valuesOf(port, 'Bản nộp')).toEqual(before);

    await user.clear(indicator.getByLabelText('Tử số'));
    await user.type(indicator.getByLabelText('Tử số'), '50');
    expect(indicator.queryByText(/lớn hơn mẫu số/)).toBeNull();
    await user.click(page.getByRole('button', { name: /^Số liệu đúng, ghi vào sổ số liệu kèm/ }));
    expect(await screen.findByText(/^Đã ghi 2 dòng nhập hộ;/)).toBeVisible();
    expect(valuesOf(port, 'Bản nộp')).toContain('Nhập hộ, điều chỉnh');
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await screen.findByText(/^Đã hoàn tác/);
    expect(valuesOf(port, 'Bản nộp')).toEqual(before);
  });

  it('locks a period: nothing more is taken in until it is opened again', async () => {
    const port = withPlan();
    const user = await intake(port, [Form.of('MC', '2024-03', 'vinh-chap-2024').fill()]);
    await user.click(screen.getByRole('tab', { name: /^Khóa/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-Q1');
    await user.click(screen.getByRole('button', { name: 'Khóa kỳ' }));
    expect(screen.getByLabelText('Người thực hiện (tự khai)')).toHaveFocus();
    await user.type(screen.getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.click(screen.getByRole('button', { name: 'Khóa kỳ' }));
    // What is left out is said before anything is written, and no is an answer.
    expect(await screen.findByText(/^Khóa kỳ quý I\/2024 khi 2 đơn vị chưa nộp: /)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Quay lại' }));
    expect(findSheet(port.workbook, 'Kỳ báo cáo')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Khóa kỳ' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý khóa kỳ quý I/2024' }));
    expect(await screen.findByText(/^Đã khóa kỳ quý I\/2024;/)).toBeVisible();
    await user.click(screen.getByRole('tab', { name: /^Tiếp nhận/ }));
    const chooser = screen.getByLabelText('Chọn tệp…', { selector: 'input' });
    await user.upload(chooser, [await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill())]);
    expect(await screen.findByText(/Kỳ tháng 3\/2024 đã khóa/)).toBeVisible();
    await user.click(screen.getByRole('tab', { name: /^Khóa/ }));
    await user.click(screen.getByRole('button', { name: 'Mở lại kỳ' }));
    expect(await screen.findByText(/^Đã mở lại kỳ quý I\/2024;/)).toBeVisible();
    expect(valuesOf(port, 'Kỳ báo cáo')).toEqual(
      expect.arrayContaining(['Đã khóa', 'Đã mở lại', 'An']),
    );
  });

  it('what waits is one number: at its step, beside it, and where the period is locked', async () => {
    const port = withPlan();
    const user = await intake(port, [
      Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', 99),
    ]);
    const nobodys = await fileOf(emptyWorkbook([new Sheet('Trang')]), 'khong-ro.xlsx');
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), [nobodys]);
    expect(await screen.findByText(/^Còn 2 biểu cần xử lý, /)).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Xử lý 2' })).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Phát hành cho 3' })).toBeVisible();
    await user.click(screen.getByRole('tab', { name: /^Khóa/ }));
    await user.type(screen.getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.click(screen.getByRole('button', { name: 'Khóa kỳ' }));
    expect(await screen.findByText(/, 2 biểu chưa xử lý: /)).toBeVisible();
  });

  it('a second drop that cannot be read changes nothing that was accepted', async () => {
    const { user } = open(withPlan());
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-03');
    const chooser = screen.getByLabelText('Chọn tệp…', { selector: 'input' });
    await user.upload(chooser, [await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill())]);
    await screen.findByText('Đã tiếp nhận 1/3; chưa nộp 2; trả lại 0');
    const empty = Object.assign(new File([], 'rỗng.xlsx'), {
      arrayBuffer: async () => new ArrayBuffer(0),
    });
    await user.upload(chooser, [empty]);
    expect(
      await screen.findByText('Tệp rỗng (0 byte). Đề nghị nộp lại.', { exact: false }),
    ).toBeVisible();
    expect(screen.getByText('Đã tiếp nhận 1/3; chưa nộp 2; trả lại 0')).toBeVisible();
  });

  it('gives every file that is not taken its own row, also those with the same bytes', async () => {
    const { user } = open(withPlan());
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-03');
    const empty = (name: string) =>
      Object.assign(new File([], name), { arrayBuffer: async () => new ArrayBuffer(0) });
    const form = Form.of('VP', '2024-03', 'vinh-chap-2024').fill();
    const files = [
      empty('a.xlsx'),
      empty('b.xlsx'),
      await file(form),
      await file(form, 'bản sao.xlsx'),
    ];
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), files);
    const rows = await screen.findByRole('region', { name: 'Tệp không tiếp nhận được' });
    expect(within(rows).getByText('Tệp không tiếp nhận được (3)')).toBeVisible();
    for (const name of ['a.xlsx', 'b.xlsx', 'bản sao.xlsx'])
      expect(within(rows).getByText(name)).toBeVisible();
    expect(within(rows).getByText(/giống hệt “2024-03_VP_/)).toBeVisible();
  });

  it('a form that says two months of itself waits, and is what a person says it is', async () => {
    const port = withPlan();
    const reused = Form.of('MC', '2024-02', 'vinh-chap-2024').fill();
    for (const sheet of reused.workbook.sheets)
      for (const cells of sheet.rows.values())
        for (const cell of cells.values())
          if (typeof cell.value === 'string' && cell.value.startsWith('Kỳ báo cáo:'))
            cell.value = cell.value.replace('Tháng 2/2024', 'Tháng 3/2024');
    const user = await intake(port, [reused]);
    const rows = screen.getByRole('region', { name: 'Tệp không tiếp nhận được' });
    expect(
      within(rows).getByText(/mang mã tháng 2\/2024, tiêu đề ghi tháng 3\/2024/),
    ).toBeVisible();
    expect(screen.getByText('Đã tiếp nhận 0/3; chưa nộp 3; trả lại 0')).toBeVisible();
    const march = within(rows).getByRole('button', {
      name: 'Nhận là của Bộ phận một cửa, kỳ tháng 3/2024',
    });
    await user.click(
      within(rows).getByRole('button', { name: 'Nhận là của Bộ phận một cửa, kỳ tháng 2/2024' }),
    );
    await user.click(march);
    expect(within(rows).getByLabelText('Người thực hiện (tự khai)')).toHaveFocus();
    expect(findSheet(port.workbook, 'Bản nộp')).toBeUndefined();
    await user.type(within(rows).getByLabelText('Người thực hiện (tự khai)'), 'An');
    await user.type(within(rows).getByLabelText('Lý do'), 'Đã hỏi đơn vị');
    await user.click(march);
    expect(await screen.findByText('Đã tiếp nhận 1/3; chưa nộp 2; trả lại 0')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Tệp không tiếp nhận được' })).toBeNull();
    expect(valuesOf(port, 'Bản nộp').join()).toContain('identity-stated');
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(await screen.findByRole('region', { name: 'Tệp không tiếp nhận được' })).toBeVisible();
  });

  it('a day that makes the drop very late is asked first; the day of one agency is corrected afterwards, and taken back', async () => {
    const port = withPlan();
    const user = await intake(port, []);
    const day = screen.getByLabelText('Ngày nhận');
    const drop = (files: File[]) =>
      user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), files);
    await user.clear(day);
    await user.type(day, '2026-11-30');
    await drop([await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill())]);
    expect(
      await screen.findByText(/Nhận ngày 30\/11\/2026 thì các tệp của kỳ này muộn 987 ngày/),
    ).toBeVisible();
    expect(findSheet(port.workbook, 'Bản nộp')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận, ngày nhận chưa rõ' }));
    expect(await screen.findByText('Đã tiếp nhận 1/3; chưa nộp 2; trả lại 0')).toBeVisible();
    expect(screen.queryByText(/muộn \d+ ngày/)).toBeNull();

    await user.click(screen.getByRole('button', { name: /^Văn phòng/ }));
    const own = screen.getByLabelText(/^Tệp của đơn vị đến ngày/);
    expect(screen.getByText(/Ngày của chính tệp: 18\/3\/2024/)).toBeVisible();
    await user.type(own, '2024-03-20');
    await user.type(screen.getByRole('textbox', { name: 'Người thực hiện (tự khai)' }), 'Lan');
    await user.click(screen.getByRole('button', { name: 'Ghi ngày nhận' }));
    expect(await screen.findByText('Đã ghi ngày nhận của 1 bản nộp.')).toBeVisible();
    expect(valuesOf(port, 'Bản nộp').join()).toContain('Lan, 2024-03-18 09:00:00');
    expect((await screen.findAllByText(/muộn 2 ngày/))[0]).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(screen.queryByText(/muộn 2 ngày/)).toBeNull());
  });

  it('what could not be read stays on the list until it comes again', async () => {
    const port = withPlan();
    const empty = (name: string) =>
      Object.assign(new File([], name), { arrayBuffer: async () => new ArrayBuffer(0) });
    const user = await intake(port, []);
    const drop = (files: File[]) =>
      user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), files);
    await drop([empty('hỏng.xlsx')]);
    const rows = () => screen.queryByRole('region', { name: 'Tệp không tiếp nhận được' });
    await waitFor(() => expect(rows()).toBeVisible());
    const sound = Form.of('VP', '2024-03', 'vinh-chap-2024').fill();
    await drop([await file(sound)]);
    expect(await screen.findByText('Đã tiếp nhận 1/3; chưa nộp 2; trả lại 0')).toBeVisible();
    expect(within(rows()!).getByText('hỏng.xlsx')).toBeVisible();
    await drop([await file(Form.of('MC', '2024-03', 'vinh-chap-2024').fill(), 'hỏng.xlsx')]);
    expect(await screen.findByText('Đã tiếp nhận 2/3; chưa nộp 1; trả lại 0')).toBeVisible();
    expect(rows()).toBeNull();
  });

  it('why a file was returned is still there when the workbook is opened again', async () => {
    const port = withPlan();
    const wrong = Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', 99);
    await intake(port, [wrong]);
    cleanup();
    const { downloads, user } = open(port);
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.click(screen.getByRole('button', { name: /Bộ phận một cửa/ }));
    const row = screen.getByRole('region', { name: 'Kết quả kiểm tra của Bộ phận một cửa' });
    expect(within(row).getByText(/tử số \(99\) lớn hơn mẫu số \(60\)/)).toBeVisible();
    expect(within(row).getByText(/^Biểu chỉ tiêu: NQ01-2/)).toBeVisible();
    expect(within(row).queryByRole('button', { name: /Đi đến ô/ })).toBeNull();
    await user.click(within(row).getByRole('button', { name: 'Nội dung thông báo cho đơn vị' }));
    const message = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: 'Nội dung thông báo cho đơn vị',
    }).value;
    expect(message).toMatch(/1\. \[Biểu chỉ tiêu\] Ô [A-Z]+\d+: tử số \(99\)/);
    // The marked copy needs the file once more, whatever it is called by now.
    const choose = within(row).getByLabelText(
      'Tải tệp đánh dấu lỗi (chọn tệp gốc hoặc bản lưu trữ)…',
      {
        selector: 'input',
      },
    );
    await user.upload(choose, await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill()));
    expect(await screen.findByText(/Tệp đã chọn không phải/)).toBeVisible();
    await user.upload(choose, await file(wrong, 'đổi tên.xlsx'));
    await waitFor(() =>
      expect(downloads).toEqual([wrong.fileName.replace('.xlsx', '_danh-dau.xlsx')]),
    );
  });

  it('a marked copy that is opened is known as one', async () => {
    const { workbook, plan, fileName } = Form.of('MC', '2024-03', 'vinh-chap-2024')
      .fill()
      .type('NQ01-2', 'numerator', 99);
    const checked = checkFile(
      plan,
      fileName,
      '',
      { ok: true, value: { workbook, converted: null } },
      { period: null, partial: false },
    );
    open(new MemoryWorkbook(annotated(workbook, checked, () => 'sai')));
    expect(
      await screen.findByText(
        /tệp đánh dấu lỗi của Bộ phận một cửa.*, kỳ tháng 3\/2024: vui lòng sửa trong tệp của đơn vị/,
      ),
    ).toBeVisible();
    expect(screen.queryByText(uiVi.noPlan)).toBeNull();
  });

  it('chases everyone who owes something: one text, a day still to come, and what was sent is noted', async () => {
    const port = withPlan();
    const user = await intake(port, [Form.of('VP', '2024-03', 'vinh-chap-2024').fill()]);
    await user.click(screen.getByRole('button', { name: 'Đôn đốc 2 đơn vị chưa nộp' }));
    const heading = await screen.findByRole('heading', { name: 'Đôn đốc: 2 đơn vị' });
    await waitFor(() => expect(heading).toHaveFocus());
    // The answer to the drop belongs to the screen it was given on.
    expect(screen.queryByText(/^Đã kiểm tra/)).toBeNull();
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: /^Đôn đốc báo cáo tháng 3\/2024/,
    });
    expect(text.value).toMatch(/còn 2 đơn vị:\n1\. /);
    expect(text.value).toContain('nộp trước hết ngày 18/3/2024');
    await user.click(screen.getByRole('checkbox', { name: /^Bộ phận một cửa/ }));
    await user.click(screen.getByRole('button', { name: 'Ghi đã đôn đốc 1 đơn vị' }));
    expect(screen.getByLabelText('Người thực hiện (tự khai)')).toHaveFocus();
    await user.type(screen.getByLabelText('Người thực hiện (tự khai)'), 'Lan');
    await user.click(screen.getByRole('button', { name: 'Ghi đã đôn đốc 1 đơn vị' }));
    expect(
      await screen.findByText('Đã ghi việc đôn đốc 1 đơn vị vào trang tính Đôn đốc.'),
    ).toBeVisible();
    expect(await screen.findByText(/\(đã đôn đốc ngày 18\/03\/2024\)/)).toBeVisible();
    expect(valuesOf(port, 'Đôn đốc')).toContain('Lan');
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(findSheet(port.workbook, 'Đôn đốc')).toBeUndefined());
  });

  it('a button of the ribbon leads to its screen, acts at once where nothing is asked, and says where it does not fit', async () => {
    let press: (command: Command) => Promise<void> = async () => undefined;
    const fitted: WorkbookKind[] = [];
    let shown = 0;
    const ribbon: Ribbon = {
      listen: (run) => {
        press = run;
        return () => undefined;
      },
      showPane: async () => void shown++,
      fit: (kind) => fitted.push(kind),
    };
    const port = withPlan();
    const { user } = open(port, 'vi', ribbon);
    await screen.findByRole('button', { name: 'Phát hành biểu mẫu' });
    expect(fitted).toEqual(['desk']);
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-01');
    await act(() => press('intake'));
    expect(screen.getByText(/^Kéo thả các tệp đã nhận vào đây/)).toBeVisible();
    await act(() => press('consolidate'));
    expect(
      await screen.findByText('Đã tổng hợp kỳ tháng 1/2024 và ghi các bảng vào sổ làm việc.'),
    ).toBeVisible();
    expect(shown).toBe(2);
    // Coming back to the step makes nothing anew.
    await act(() => press('intake'));
    await act(() => press('sources'));
    expect(screen.queryByText(/^Đã tổng hợp/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Xem ô đang chọn' })).toBeVisible();
    await act(() => press('check'));
    expect(screen.getByText(/“Kiểm tra biểu” dùng trong biểu của một đơn vị/)).toBeVisible();
    await act(() => press('help'));
    expect(screen.getByText('Tổng hợp báo cáo: các bước của một kỳ')).toBeVisible();
  });

  it('a button of the ribbon pressed while something runs has its turn after it', async () => {
    let press: (command: Command) => Promise<void> = async () => undefined;
    const ribbon: Ribbon = {
      listen: (run) => {
        press = run;
        return () => undefined;
      },
      showPane: async () => undefined,
      fit: () => undefined,
    };
    const { user } = open(withPlan(), 'vi', ribbon);
    await user.selectOptions(await screen.findByLabelText('Kỳ báo cáo'), '2024-03');
    await act(() => press('intake'));
    const first = await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill());
    const bytes = await first.arrayBuffer();
    let goOn: (value: ArrayBuffer) => void = () => undefined;
    const slow = Object.assign(first, {
      arrayBuffer: () => new Promise<ArrayBuffer>((done) => (goOn = done)),
    });
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), slow);
    await screen.findByRole('button', { name: 'Dừng' });
    await act(() => press('consolidate'));
    expect(screen.getByText(/^Kéo thả các tệp đã nhận vào đây/)).toBeVisible();
    goOn(bytes);
    expect(
      await screen.findByText('Đã tổng hợp kỳ tháng 3/2024 và ghi các bảng vào sổ làm việc.'),
    ).toBeVisible();
    expect(screen.getByText('Tháng 3/2024: Đã tiếp nhận 1/3 đơn vị')).toBeVisible();
  });

  it('F8 while the form is being checked leads to what the check has found', async () => {
    const form = Form.of('MC', '2024-03', 'vinh-chap-2024').fill().type('NQ01-2', 'numerator', 99);
    const port = new MemoryWorkbook(form.workbook);
    const { user } = open(port);
    const check = await screen.findByRole('button', { name: 'Kiểm tra biểu' });
    let goOn = () => undefined as void;
    const held = new Promise<void>((done) => (goOn = done));
    const readWhole = port.readWhole.bind(port);
    port.readWhole = async () => {
      await held;
      return readWhole();
    };
    await user.click(check);
    await user.keyboard('{F8}');
    goOn();
    const cell = form.cell('NQ01-2', 'numerator');
    await waitFor(() => expect(port.shown).toEqual({ sheet: 'Biểu chỉ tiêu', cell }));
  });

  it('stops when asked, having written nothing', async () => {
    const port = withPlan();
    const { user } = open(port);
    await user.click(await screen.findByRole('tab', { name: /^Tiếp nhận/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-03');
    const first = await file(Form.of('VP', '2024-03', 'vinh-chap-2024').fill());
    const bytes = await first.arrayBuffer();
    let goOn: (value: ArrayBuffer) => void = () => undefined;
    const slow = Object.assign(first, {
      arrayBuffer: () => new Promise<ArrayBuffer>((done) => (goOn = done)),
    });
    const second = await file(Form.of('MC', '2024-03', 'vinh-chap-2024').fill());
    await user.upload(screen.getByLabelText('Chọn tệp…', { selector: 'input' }), [slow, second]);
    await user.click(await screen.findByRole('button', { name: 'Dừng' }));
    goOn(bytes);
    expect(await screen.findByText('Đã dừng; chưa ghi gì vào sổ làm việc.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).toBeNull();
    expect(port.workbook.sheets.map((sheet) => sheet.name)).not.toContain('Bản nộp');
  });

  it('consolidates into the workbook and takes it back', async () => {
    const port = withPlan();
    const { user } = open(port);
    await user.click(await screen.findByRole('tab', { name: /^Tổng hợp/ }));
    await user.selectOptions(screen.getByLabelText('Kỳ báo cáo'), '2024-01');
    await user.click(screen.getByRole('button', { name: 'Tổng hợp' }));
    expect(
      await screen.findByText('Đã tổng hợp kỳ tháng 1/2024 và ghi các bảng vào sổ làm việc.'),
    ).toBeVisible();
    expect(port.workbook.sheets.map((sheet) => sheet.name)).toContain('Chỉ tiêu 2024-01');
    expect(screen.getAllByText('Chưa báo cáo')).toHaveLength(17);
    const [first] = builtinPlan('vinh-chap-2024')!.indicators;
    expect(screen.getByRole('rowheader', { name: `${first.code} ${first.name}` })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(await screen.findByText('Đã hoàn tác.')).toBeVisible();
    expect(port.workbook.sheets.map((sheet) => sheet.name)).not.toContain('Chỉ tiêu 2024-01');
  });

  it('speaks English on request', async () => {
    open(withPlan(), 'en');
    expect(await screen.findByText('17 indicators, 9 tasks, 3 reporting agencies')).toBeVisible();
  });
});
