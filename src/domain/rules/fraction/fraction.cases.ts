import { indicator, isWhole, statRow } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

/** Of a cumulative figure it is less than the 45 of before as well. */
const LESS = ['period-as-cumulative'];

export const cases: readonly DefectCase[] = [
  {
    name: 'half a dossier',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', 12.5);
      return at(form, code, 'numerator');
    },
    also: LESS,
  },
  {
    name: 'half a dossier in the denominator',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'denominator', 61.5);
      return at(form, code, 'denominator');
    },
  },
  {
    name: 'half a dossier in a statistics form',
    spoil(form, pick) {
      form.typeStat('II.06a', statRow(pick), [30.5, 19.5, 10, 25, 20, 5, 8, 2]);
      return form.statRow('II.06a', statRow(pick)).place('column 4');
    },
  },
  {
    name: 'money may have fractions',
    spoil(form, pick) {
      const code = indicator(form, pick, ({ numerator }) => numerator.unit === 'đồng');
      form.type(code, 'numerator', 12.5);
      return at(form, code, 'numerator');
    },
    silent: true,
    also: LESS,
  },
];
