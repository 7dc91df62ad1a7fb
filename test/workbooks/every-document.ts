import { consolidatePeriod } from '../../src/app/consolidate-period';
import { takeIn } from '../../src/app/take-in';
import { OFFERED_PLANS } from '../../src/domain/plan/builtin';
import {
  baseKind,
  consolidablePeriods,
  scheduledPeriods,
  type Plan,
} from '../../src/domain/plan/plan';
import { reportFacts, type ReportFacts } from '../../src/domain/written-report/facts';
import { checkHere } from '../../src/intake/check-here';
import { reportFields } from '../../src/locale/listed-fields';
import { fieldValues } from '../../src/locale/report-fields';
import { writtenReport } from '../../src/locale/written-report';
import { fillTemplate } from '../../src/word/template';
import { writeDocument } from '../../src/word/write';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { runsOf, template } from '../word-files';

/**
 * A report in Word of a plan of a decision and of one made up, of the first period and of the
 * longest; and a template that asks for every field there is, filled.
 */
export async function everyDocument(): Promise<[kind: string, bytes: Uint8Array][]> {
  const all: [string, Uint8Array][] = [];
  for (const plan of OFFERED_PLANS.filter(({ id }) => PLANS.includes(id)))
    for (const facts of await factsOf(plan)) {
      const kind = `${plan.id} ${facts.period.id}`;
      all.push([`the report of ${kind}`, await writeDocument(writtenReport(facts))]);
      const filled = await fillTemplate(templateOf(plan), fieldValues(facts));
      if (!filled.ok) throw new Error(filled.refusal.code);
      all.push([`a template filled for ${kind}`, filled.value.bytes]);
    }
  return all;
}

const PLANS = ['vinh-long-2023', 'ktxh-mau-2026'];

async function factsOf(plan: Plan): Promise<ReportFacts[]> {
  const quiet = { cancelled: false, step: () => undefined };
  const options = { acceptIncomplete: false, asOf: null };
  const first = scheduledPeriods(plan).find(({ kind }) => kind === baseKind(plan.schedule))!;
  const { code } = plan.agencies.find(({ reports }) => reports)!;
  const form = new Form(plan, code, first.id).fill(30, 40);
  const bytes = await writeWorkbook(form.workbook);
  const file = { path: 'a.xlsx', modified: null, size: bytes.length, bytes: async () => bytes };
  const drop = { period: first, partial: false, received: null, upTo: null, run: first.id };
  const { ledger } = await takeIn(plan, [], [file], checkHere, drop, quiet);
  return [first, consolidablePeriods(plan).at(-1)!].map((period) =>
    reportFacts(consolidatePeriod(plan, ledger, period, options).context),
  );
}

/** Asks for every field: in paragraphs of their own, and those of one value in a sentence too. */
function templateOf(plan: Plan): Uint8Array {
  const fields = reportFields(plan, 'vi');
  const body = fields.map(({ name, kind }) =>
    kind === 'condition'
      ? runsOf(`{{neu ${name}}}`) + runsOf('Có.') + runsOf('{{hết}}')
      : runsOf(`{{${name.slice(0, 2)}`, `${name.slice(2)}}}`),
  );
  return template(body.join(''));
}
