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
import { takeForm } from '../../app/acts/add-form';
import { takeRegister } from '../../app/acts/put-register';
import { BUILTIN_FORMS } from '../../domain/plan/builtin-forms';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { ProvinceSelect, type Province } from './province-select';

/** What an owner adds to a plan from our lists: the units of a province, a statistics form. */
export function PlanTools() {
  const perform = usePerform();
  const { texts, national } = useServices();
  const [province, setProvince] = useState<Province | null>(null);
  const [code, setCode] = useState(BUILTIN_FORMS[0].code);
  const isBusy = useIsBusy();
  return (
    <Accordion collapsible>
      <AccordionItem value="tools">
        <AccordionHeader size="small">{texts.planTools}</AccordionHeader>
        <AccordionPanel>
          <div className="step">
            <ProvinceSelect value={province} blank="…" onChange={setProvince} />
            <Button
              size="small"
              disabled={isBusy || province === null}
              onClick={() => perform(takeRegister, { national, province: province! })}
            >
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
            <Button size="small" disabled={isBusy} onClick={() => perform(takeForm, code)}>
              {texts.addStatForm}
            </Button>
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
