import { render, screen } from '@testing-library/react';
import { Sheet } from '../../workbook/sheet';
import { SheetView } from './sheet-view';

it('a figure has the decimals its cell shows, and what was typed without any has all of them', () => {
  const sheet = new Sheet('Biểu chỉ tiêu');
  sheet.put(0, 0, 34479.310345, { format: '0.00' });
  sheet.put(0, 1, 96.5, { format: '0.00' });
  sheet.put(0, 2, 12.345678, { format: '#,##0.0#####' });
  sheet.put(0, 3, 12.5, { format: '#,##0' });
  sheet.put(0, 4, 1234.5);
  render(<SheetView sheet={sheet} marked={[]} label="Xem" />);
  for (const text of ['34.479,31', '96,50', '12,345678', '12,5', '1.234,5'])
    expect(screen.getByText(text)).toBeVisible();
});
