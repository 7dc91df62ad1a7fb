import { indicator, isWhole } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a ratio its parts do not give',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'ratio', 95);
      return at(form, code, 'ratio');
    },
  },
  {
    name: 'rounded wrongly',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'ratio', 77.1);
      return at(form, code, 'ratio');
    },
  },
  {
    name: 'as text',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'ratio', '95');
      return at(form, code, 'ratio');
    },
  },
  {
    name: 'rounded as people round',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'ratio', 77.05);
      return at(form, code, 'ratio');
    },
    silent: true,
  },
];
