import { useState } from 'react';
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Select,
} from '@fluentui/react-components';
import { addForm, putRegister } from '../../app/plan-changes';
import { BUILTIN_FORMS } from '../../domain/plan/builtin-forms';
import { refusalSentence } from '../../locale/sentence';
import { useReadAgain } from '../desk';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { ProvinceSelect, type Province } from './province-select';

/** What an owner adds to a plan from our lists: the units of a province, a statistics form. */
export function PlanTools() {
  const run = useRun();
  const readAgain = useReadAgain();
  const { texts, port, national, language } = useServices();
  const [province, setProvince] = useState<Province | null>(null);
  const [code, setCode] = useState(BUILTIN_FORMS[0].code);
  const takeRegister = () =>
    run.start(async () => {
      const put = await putRegister(port, await national(), province!);
      if (!put.ok)
        return { message: { intent: 'error', text: refusalSentence(put.refusal, language) } };
      readAgain();
      const { undo, agencies } = put.value;
      return {
        message: { intent: 'success', text: texts.registerImported(agencies) },
        undo,
        onUndo: readAgain,
      };
    });
  const takeForm = () =>
    run.start(async () => {
      const undo = await addForm(port, code);
      readAgain();
      return {
        message: { intent: 'success', text: texts.statFormAdded(code) },
        undo,
        onUndo: readAgain,
      };
    });
  const isBusy = useIsBusy();
  return (
    <Accordion collapsible>
      <AccordionItem value="tools">
        <AccordionHeader size="small">{texts.planTools}</AccordionHeader>
        <AccordionPanel>
          <div className="step">
            <ProvinceSelect value={province} blank="…" onChange={setProvince} />
            <Button size="small" disabled={isBusy || province === null} onClick={takeRegister}>
              {texts.importRegister}
            </Button>
            <Field label={texts.statForm} size="small">
              <Select size="small" value={code} onChange={(_, data) => setCode(data.value)}>
                {BUILTIN_FORMS.map((form) => (
                  <option key={form.code} value={form.code}>
                    {form.code} – {form.title.charAt(0) + form.title.slice(1).toLowerCase()}
                  </option>
                ))}
              </Select>
            </Field>
            <Button size="small" disabled={isBusy} onClick={takeForm}>
              {texts.addStatForm}
            </Button>
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
