import { Field, Select } from '@fluentui/react-components';
import { type Period } from '../domain/period/period';
import { useServices } from './services';

export function PeriodSelect(props: {
  periods: readonly Period[];
  value: string;
  disabled?: boolean;
  onChange(id: string): void;
}) {
  const { texts } = useServices();
  return (
    <Field label={texts.period} size="small">
      <Select
        size="small"
        disabled={props.disabled}
        value={props.value}
        onChange={(_, data) => props.onChange(data.value)}
      >
        {props.periods.map((period) => (
          <option key={period.id} value={period.id}>
            {texts.periodName(period)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
