/** Regional settings: Excel for Windows and Mac take the system's, Excel on the web those of the person's account. */
export type Locale = 'en-US' | 'vi-VN';

export interface Culture {
  name: Locale;
  decimal: string;
  thousands: string;
  /** Between arguments and areas in what a person types. */
  list: string;
  shortDate: string;
}

export const CULTURES: Record<Locale, Culture> = {
  'en-US': { name: 'en-US', decimal: '.', thousands: ',', list: ',', shortDate: 'M/d/yyyy' },
  'vi-VN': { name: 'vi-VN', decimal: ',', thousands: '.', list: ';', shortDate: 'dd/MM/yyyy' },
};
