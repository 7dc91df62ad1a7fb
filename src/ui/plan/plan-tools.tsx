import { useState } from 'react';
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Field,
  Select,
  Text,
} from '@fluentui/react-components';
import { takeForm } from '../../app/acts/add-form';
import { takeRegister } from '../../app/acts/put-register';
import { PROVINCIAL_OFFICES } from '../../domain/agency/provincial-offices';
import { BUILTIN_FORMS } from '../../domain/plan/builtin-forms';
import { basisOfForm } from '../../domain/plan/legal-bases';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { ProvinceSelect, type Province } from './province-select';

/** What an owner adds to a plan from our lists: the units of a province, a statistics form. */
export function PlanTools() {
  const perform = usePerform();
  const { texts, national } = useServices();
  const [province, setProvince] = useState<Province | null>(null);
  const [offices, setOffices] = useState<readonly string[]>([]);
  const [code, setCode] = useState(BUILTIN_FORMS[0].code);
  const basis = basisOfForm(code);
  const isBusy = useIsBusy();
  return (
    <Accordion collapsible>
      <AccordionItem value="tools">
        <AccordionHeader size="small">{texts.planTools}</AccordionHeader>
        <AccordionPanel>
          <div className="step">
            <ProvinceSelect value={province} blank="…" onChange={setProvince} />
            {province && (
              <>
                <Text block size={200}>
                  {texts.registerOffices}. {texts.registerOfficesHint}
                </Text>
                <div className="agency-choice" role="group" aria-label={texts.registerOffices}>
                  {PROVINCIAL_OFFICES.map((office) => (
                    <Checkbox
                      key={office.code}
                      label={office.name}
                      checked={offices.includes(office.code)}
                      onChange={(_, { checked }) =>
                        setOffices([
                          ...offices.filter((one) => one !== office.code),
                          ...(checked === true ? [office.code] : []),
                        ])
                      }
                    />
                  ))}
                </div>
              </>
            )}
            <Button
              size="small"
              disabled={isBusy || province === null}
              onClick={() =>
                perform(takeRegister, { national, province: { ...province!, offices } })
              }
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
            {basis && (
              <Text block size={200}>
                {texts.statFormBasis(basis)}
              </Text>
            )}
            <Button size="small" disabled={isBusy} onClick={() => perform(takeForm, code)}>
              {texts.addStatForm}
            </Button>
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
