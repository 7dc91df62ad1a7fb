import { Sheet } from '../../workbook/sheet';
import { topParts, writeTop, type FormTop } from './form-top';

const TOP: FormTop = {
  left: ['Biểu số KT02, theo Kế hoạch số 29/KH-UBND', 'Mã biểu: TH2/a/b/VP/2024-01', 'Hạn nộp'],
  middle: ['BIỂU KT02 – CHỈ TIÊU THÁNG', 'Kỳ báo cáo: Tháng 1/2024', ''],
  right: ['Đơn vị báo cáo: Văn phòng UBND xã', 'Đơn vị nhận báo cáo: Văn phòng UBND xã'],
  hint: { formula: '1/2', value: 'Máy này dùng dấu “,” cho phần thập phân' },
};

it.each([[[6, 5, 40, 12]], [[6, 5, 40, 12, 12, 12, 12]], [[6, 30]], [[6, 5, 60, 60, 60]]])(
  'a head that reaches over the table’s edge is as tall as its words: columns of %j',
  (widths) => {
    const sheet = new Sheet('Biểu');
    writeTop(
      sheet,
      widths.map((width) => ({ width })),
      TOP,
    );
    for (const row of [0, 1, 2]) expect(sheet.rowHeights.get(row)).toBeLessThan(60);
  },
);

it('the head is no wider than the table where that can be: what is beside it is not printed', () => {
  const columns = [6, 5, 34, 10, 11, 11, 11, 11, 30].map((width) => ({ width }));
  expect(topParts(columns).right.last).toBeLessThan(columns.length);
});
