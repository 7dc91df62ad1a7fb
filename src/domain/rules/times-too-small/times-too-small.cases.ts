import { indicator, isFlow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: '12.000 read as 12',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      const row = form.row(code);
      row.cell('lastDenominator')!.value = 12000;
      row.cell('previousDenominator')!.value = 48000;
      form.type(code, 'numerator', 10).type(code, 'denominator', 12);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
  {
    name: '11.400 read as 11,4',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      const row = form.row(code);
      row.cell('lastDenominator')!.value = 12000;
      row.cell('previousDenominator')!.value = 48000;
      form.type(code, 'numerator', 10).type(code, 'denominator', 11);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
  {
    name: 'a tenth',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      const row = form.row(code);
      row.cell('lastDenominator')!.value = 12000;
      row.cell('previousDenominator')!.value = 48000;
      form.type(code, 'numerator', 10).type(code, 'denominator', 1200);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
];
