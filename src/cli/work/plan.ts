import { builtinForm, BUILTIN_FORMS } from '../../domain/plan/builtin-forms';
import { OFFERED_PLANS, builtinPlan } from '../../domain/plan/builtin';
import { basisOfForm } from '../../domain/plan/legal-bases';
import { writePlan } from '../../domain/plan/plan-tables';
import { cliTexts } from '../../locale/cli-texts-of';
import { speechOf } from '../../locale/language';
import { emptyWorkbook } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { shown } from '../files';
import { writeNew } from '../write-files';
import { say } from '../output';
import { refuseWith } from '../refused';
import { type Options, required } from '../options';

export async function plan(id: string, options: Options): Promise<number> {
  const found = builtinPlan(id);
  if (!found)
    return refuseWith('unknown-plan', {
      id,
      allowed: OFFERED_PLANS.map((one) => one.id).join(', '),
    });
  const out = required(options.out, '--out plan.xlsx');
  const forms = [...new Set(options.form)].map((code) => {
    const allowed = BUILTIN_FORMS.map((one) => one.code).join(', ');
    return builtinForm(code) ?? refuseWith('unknown-form', { code, allowed });
  });
  const whole = { ...found, forms: [...found.forms, ...forms] };
  writeNew(out, await writeWorkbook(emptyWorkbook(writePlan(whole))));
  const texts = cliTexts(options.language);
  for (const { code } of forms) {
    const basis = basisOfForm(code);
    if (basis) say(`${code}: ${speechOf(options.language).words.basis(basis)}`);
  }
  say(texts.planWritten(found.id, shown(out)));
  return 0;
}
