import { isBlank } from '../../../workbook/cell';
import type { Form } from '../../../../test/forms';
import { indicator, isFlow, isMoney } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

/** What the row was the last time, and four times that in the year so far. */
function before(form: Form, code: string, [numerator, denominator]: [number, number]): void {
  form.type(code, 'lastNumerator', numerator);
  form.type(code, 'lastDenominator', denominator);
  if (isBlank(form.row(code).cell('previousNumerator')?.value)) return;
  form.type(code, 'previousNumerator', 4 * numerator);
  form.type(code, 'previousDenominator', 4 * denominator);
}

export const cases: readonly DefectCase[] = [
  {
    name: '12.000 read as 12',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'lastDenominator', 12000);
      form.type(code, 'previousDenominator', 48000);
      form.type(code, 'numerator', 10).type(code, 'denominator', 12);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
  {
    name: '11.400 read as 11,4',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'lastDenominator', 12000);
      form.type(code, 'previousDenominator', 48000);
      form.type(code, 'numerator', 10).type(code, 'denominator', 11);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
  {
    name: 'the numerator lost a digit',
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      before(form, code, [450, 600]);
      form.type(code, 'numerator', 47).type(code, 'denominator', 610);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'an amount in millions',
    spoil(form, pick) {
      const code = indicator(form, pick, isMoney);
      before(form, code, [45_000_000, 60_000_000]);
      form.type(code, 'numerator', 47.5).type(code, 'denominator', 61);
      return at(form, code, 'denominator');
    },
    also: ['period-as-cumulative'],
  },
  {
    name: 'a third of the numerator',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      before(form, code, [450, 600]);
      form.type(code, 'numerator', 150).type(code, 'denominator', 610);
      return at(form, code, 'numerator');
    },
  },
  {
    name: 'a tenth',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isFlow);
      form.type(code, 'lastDenominator', 12000);
      form.type(code, 'previousDenominator', 48000);
      form.type(code, 'numerator', 10).type(code, 'denominator', 1200);
      return at(form, code, 'denominator');
    },
    also: ['numerator-exceeds-denominator'],
  },
];
