import { OFFERED_PLANS } from '../../domain/plan/builtin';
import { cliTexts } from '../../locale/cli-texts-of';
import { mustTakeJson, printTable, writeJson } from '../output';
import { type Options } from '../options';

export function plans(options: Options): number {
  mustTakeJson(options.json);
  const list = OFFERED_PLANS.map((plan) => ({
    id: plan.id,
    name: plan.name,
    year: plan.year,
    indicators: plan.indicators.length,
    tasks: plan.tasks.length,
    agencies: plan.agencies.filter((agency) => agency.reports).length,
  }));
  const texts = cliTexts(options.language);
  if (options.json) writeJson(options.json, { version: 1, plans: list });
  if (options.json !== '-') {
    printTable(
      list.map((plan) => [
        plan.id,
        plan.name,
        String(plan.year),
        texts.indicators(plan.indicators),
        texts.tasks(plan.tasks),
        texts.agencies(plan.agencies),
      ]),
    );
  }
  return 0;
}
