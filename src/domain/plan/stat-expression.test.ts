import { cellFormula, evaluate, parseStatExpression, termsOf } from './stat-expression';

const figures: Record<string, number | null> = {
  '1': 4,
  '2': 10,
  '3': 30,
  '1.1': 0.1,
  '1.2': 0.2,
  A: 0,
  B: null,
  '18': 99,
};
const valueOf = ({ column }: { column: string }) => figures[column] ?? null;

describe('what a formula of a statistics form says', () => {
  it.each<[string, number | null, string]>([
    ['1.1 + 1.2', 0.3, 'IF(COUNT(c1.1,c1.2)=2,c1.1+c1.2,"")'],
    ['(3) - 2 − 1', 16, 'IF(COUNT(c3,c2,c1)=3,c3-c2-c1,"")'],
    ['3 - (2 - 1)', 24, 'IF(COUNT(c3,c2,c1)=3,c3-(c2-c1),"")'],
    ['100 * 3 / 1', 750, 'IF(COUNT(c3,c1)=2,IF(c1=0,"",100*c3/c1),"")'],
    ['3 / 1 × 100', 750, 'IF(COUNT(c3,c1)=2,IF(c1=0,"",c3*100/c1),"")'],
    ['100 * 3 / (1 + 2)', 3000 / 14, 'IF(COUNT(c3,c1,c2)=3,IF((c1+c2)=0,"",100*c3/(c1+c2)),"")'],
    ['100 * 3 / (2 * [30])', 10, 'IF(COUNT(c3,c2)=2,IF((c2*30)=0,"",100*c3/(c2*30)),"")'],
    ['3 / (2 / 1)', 12, 'IF(COUNT(c3,c2,c1)=3,IF(OR((c2/c1)=0,c1=0),"",c3/(c2/c1)),"")'],
    ['1 * (3 / 2)', 12, 'IF(COUNT(c1,c3,c2)=3,IF(c2=0,"",c1*(c3/c2)),"")'],
    ['3 - 2 * 1', -10, 'IF(COUNT(c3,c2,c1)=3,c3-c2*c1,"")'],
    ['3 / A', null, 'IF(COUNT(c3,cA)=2,IF(cA=0,"",c3/cA),"")'],
    ['3 + B', null, 'IF(COUNT(c3,cB)=2,c3+cB,"")'],
    ['[18]', 18, 'IF(COUNT()=0,18,"")'],
    ['[0,5] * 2', 5, 'IF(COUNT(c2)=1,0.5*c2,"")'],
    ['nhỏ nhất(2; [8])', 8, 'IF(COUNT(c2)=1,MIN(c2,8),"")'],
    ['MAX(1; 2; 3)', 30, 'IF(COUNT(c1,c2,c3)=3,MAX(c1,c2,c3),"")'],
    ['2 / 1 + 3 : 2', 5.5, 'IF(COUNT(c2,c1,c3,c2)=4,IF(OR(c1=0,c2=0),"",c2/c1+c3/c2),"")'],
  ])('%s', (text, value, formula) => {
    const expression = parseStatExpression(text)!;
    expect([
      evaluate(expression, valueOf),
      cellFormula(expression, ({ column }) => `c${column}`),
    ]).toEqual([value, formula]);
  });

  it('a column of the period before', () => {
    expect(termsOf(parseStatExpression('11 kỳ trước + 4')!)).toEqual([
      { column: '11', isPrevious: true },
      { column: '4', isPrevious: false },
    ]);
  });

  it.each([
    '',
    '3 +',
    '+ 3',
    '3 4',
    '[1.000]',
    '[x]',
    '3 / [0]',
    '(3',
    '3)',
    'nhỏ nhất(3',
    '(3 + 4) kỳ trước',
    '3 ≤ 4',
  ])('“%s” is none', (text) => expect(parseStatExpression(text)).toBe(null));
});
