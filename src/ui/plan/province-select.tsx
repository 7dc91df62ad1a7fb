import { useEffect, useState } from 'react';
import { Field, Select } from '@fluentui/react-components';
import {
  provinceChoices,
  type ProvinceChoice,
  type RegisterSpan,
} from '../../domain/agency/national-register';
import { faultSaid } from '../fault-said';
import { useServices } from '../services';

const SPANS: readonly RegisterSpan[] = ['from-2025-07-01', 'across-2025', 'to-2025-06-30'];

export type Province = Pick<ProvinceChoice, 'code' | 'span'>;

/**
 * A province of the national lists, by the time it stands for; "" is what the document itself
 * names.
 */
export function ProvinceSelect(props: {
  value: Province | null;
  blank: string | null;
  onChange(value: Province | null): void;
}) {
  const { texts, national } = useServices();
  const [choices, setChoices] = useState<readonly ProvinceChoice[]>([]);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    national().then(
      (all) => isCurrent && setChoices(provinceChoices(all)),
      (error: unknown) => isCurrent && setFailed(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [national]);
  const key = (one: Province) => `${one.span} ${one.code}`;
  return (
    <Field
      label={texts.province}
      size="small"
      validationMessage={failed === null ? undefined : faultSaid(failed, texts)}
    >
      <Select
        size="small"
        value={props.value ? key(props.value) : ''}
        onChange={(_, data) =>
          props.onChange(choices.find((one) => key(one) === data.value) ?? null)
        }
      >
        {props.blank !== null && <option value="">{props.blank}</option>}
        {SPANS.map((span) => (
          <optgroup key={span} label={texts.spans[span]}>
            {choices
              .filter((one) => one.span === span)
              .map((one) => (
                <option key={key(one)} value={key(one)}>
                  {one.name}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
