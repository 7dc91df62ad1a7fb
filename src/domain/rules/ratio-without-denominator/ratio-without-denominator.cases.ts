import { indicator, isWhole } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';

export const cases: readonly DefectCase[] = [
  {
    name: 'a ratio beside 0/0',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', 0).type(code, 'denominator', 0).type(code, 'ratio', 100);
      return at(form, code, 'ratio');
    },
  },
  {
    name: 'a ratio beside “Không phát sinh”',
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form
        .type(code, 'numerator', 'Không phát sinh')
        .type(code, 'denominator', 'Không phát sinh')
        .type(code, 'ratio', 100);
      return at(form, code, 'ratio');
    },
  },
  {
    name: '0/0 without a ratio',
    silent: true,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'numerator', 0).type(code, 'denominator', 0);
      return at(form, code, 'ratio');
    },
  },
];
