import { emptyWorkbook } from '../../workbook/workbook';
import { actEdits, readPeriodActs, writePeriodActs } from './period-states';

describe('the period of a lock, typed over', () => {
  const lock = {
    period: '2024-03',
    kind: 'locked',
    who: 'Hoa',
    at: '2024-04-02 08:00:00',
  } as const;
  const typed = (value: string | number, act = lock) => {
    const sheet = writePeriodActs([act]);
    sheet.put(1, 0, value);
    return emptyWorkbook([sheet]);
  };

  it.each(['2024-04', 'tháng 4/2024', 'Quý I/2024', '2024'])(
    '%s: the month stays locked, and its cell is named',
    (value) => {
      const workbook = typed(value);
      expect(readPeriodActs(workbook)).toMatchObject([{ period: '2024-03', kind: 'locked' }]);
      expect(actEdits(workbook)).toEqual([
        {
          ...{ sheet: 'Kỳ báo cáo', cell: 'A2' },
          said: { code: 'ledger-act-changed', facts: { period: 'Tháng 3/2024', found: value } },
        },
      ]);
    },
  );

  it.each(['2024-03', 'tháng 3/2024', 'T3/2024', ''])('“%s” is the same', (value) => {
    expect(readPeriodActs(typed(value))).toMatchObject([{ period: '2024-03', kind: 'locked' }]);
    expect(actEdits(typed(value))).toEqual([]);
  });
});
