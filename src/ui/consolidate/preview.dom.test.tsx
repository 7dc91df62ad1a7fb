import { render, screen } from '@testing-library/react';
import type { ConsolidationPreview } from '../../app/preview-consolidation';
import { uiVi } from '../../locale/ui-vi';
import { ServicesContext, type Services } from '../services';
import { Preview } from './preview';

const sheet = 'Chỉ tiêu 2024-03';

it('figures of one unit in a column have as many decimals as the one that needs most', () => {
  const preview = {
    result: {
      ...{ accepted: 2, expected: 3 },
      indicators: [
        { code: 'K01', unit: '%' },
        { code: 'K02', unit: '%' },
        { code: 'K03', unit: 'hồ sơ' },
      ],
    },
    fresh: [],
    again: [sheet],
    changes: [
      { sheet, row: 'K01 – Tỷ lệ', column: 'Kết quả', before: 96.5, after: 97 },
      { sheet, row: 'K02 – Mức độ', column: 'Kết quả', before: 96.55, after: 100 },
      { sheet, row: 'K03 – Hồ sơ', column: 'Kết quả', before: 12, after: 1300 },
      { sheet, row: 'K01 – Tỷ lệ', column: 'Đánh giá', before: 'Chưa đủ số liệu', after: 'Đạt' },
    ],
  } as unknown as ConsolidationPreview;
  render(
    <ServicesContext value={{ texts: uiVi, language: 'vi' } as unknown as Services}>
      <Preview preview={preview} />
    </ServicesContext>,
  );
  const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent);
  expect(cells).toEqual([
    ...['96,50', '97,00'],
    ...['96,55', '100,00'],
    ...['12', '1.300'],
    ...['Chưa đủ số liệu', 'Đạt'],
  ]);
});
