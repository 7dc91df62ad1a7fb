import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARK_REASONS } from '../../src/domain/appendix/question';
import { COLUMN_ROLES } from '../../src/domain/appendix/read-appendix';
import { ACCEPTANCES, ORIGINS, STATES, VERDICTS } from '../../src/domain/ledger/ledger-tables';
import * as plan from '../../src/domain/plan/words';
import { INDICATOR_STATUS } from '../../src/domain/report/indicator-status';
import { TASK_STATUS } from '../../src/domain/report/words';

/** What of the JSON names a choice, and where the choice is declared. */
const CHOICES: Record<string, readonly string[]> = {
  'ledger /definitions/state': Object.keys(STATES),
  'ledger /definitions/submission/verdict': Object.keys(VERDICTS),
  'ledger /definitions/submission/accepted': Object.keys(ACCEPTANCES),
  'ledger /definitions/submission/origin': Object.keys(ORIGINS),
  'check /files/verdict': Object.keys(VERDICTS),
  'check /files/accepted': Object.keys(ACCEPTANCES),
  'check /files/observations/state': Object.keys(STATES),
  'read-appendix /marks/why': MARK_REASONS,
  'read-appendix /columns/role': COLUMN_ROLES,
  'consolidate /files/verdict': Object.keys(VERDICTS),
  'consolidate /files/accepted': Object.keys(ACCEPTANCES),
  'consolidate /files/observations/state': Object.keys(STATES),
  'consolidate /indicators/kind': plan.indicatorKindWords.codes,
  'consolidate /indicators/decimals': plan.decimalsWords.codes,
  'consolidate /indicators/overAgencies': plan.overAgenciesWords.codes,
  'consolidate /indicators/scale': plan.scaleWords.codes,
  'consolidate /indicators/compared': plan.comparedWords.codes,
  'consolidate /indicators/targets/level': plan.levelWords.codes,
  'consolidate /indicators/targets/operator': plan.operatorWords.codes,
  'consolidate /indicators/targets/judged': plan.assessWords.codes,
  'consolidate /indicators/levels/level': plan.levelWords.codes,
  'consolidate /indicators/levels/status': Object.keys(INDICATOR_STATUS),
  'consolidate /indicators/status': Object.keys(INDICATOR_STATUS),
  'consolidate /tasks/status': Object.keys(TASK_STATUS),
  'consolidate /tasks/agencies/status': Object.keys(TASK_STATUS),
};

it.each(Object.entries(CHOICES))(
  'docs/schemas has the choices of %s as they are declared',
  (place, declared) => {
    const [schema, path] = place.split(' /');
    const text = readFileSync(join(__dirname, `../../docs/schemas/${schema}.schema.json`), 'utf8');
    const named = path.split('/').reduce(
      (at: Node, step) => {
        const of = at.items ?? at;
        return (of.properties?.[step] ?? of[step]) as Node;
      },
      JSON.parse(text) as Node,
    );
    expect([...(named.enum ?? [])].map(String).sort()).toEqual([...declared].sort());
  },
);

interface Node {
  [key: string]: unknown;
  items?: Node;
  properties?: Record<string, Node>;
  enum?: (string | number)[];
}
