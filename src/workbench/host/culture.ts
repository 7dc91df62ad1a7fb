/**
 * Regional settings: Excel for Windows and Mac take the system's, Excel on the web those of the
 * person's account.
 */
export type Locale = 'en-US' | 'vi-VN';

export interface Culture {
  name: Locale;
  decimal: string;
  thousands: string;
  /** Between arguments and areas in what a person types. */
  list: string;
  shortDate: string;
  /** Of days and months in dates that are typed. */
  order: 'mdy' | 'dmy';
  /** Where its sign stands, and what an amount is shown as. */
  currency: { before: boolean; whole: string; parts: string };
}

export const CULTURES: Record<Locale, Culture> = {
  'en-US': {
    name: 'en-US',
    decimal: '.',
    thousands: ',',
    list: ',',
    shortDate: 'M/d/yyyy',
    order: 'mdy',
    currency: { before: true, whole: '"$"#,##0', parts: '"$"#,##0.00' },
  },
  'vi-VN': {
    name: 'vi-VN',
    decimal: ',',
    thousands: '.',
    list: ';',
    shortDate: 'dd/MM/yyyy',
    order: 'dmy',
    currency: { before: false, whole: '#,##0 "₫"', parts: '#,##0.00 "₫"' },
  },
};
