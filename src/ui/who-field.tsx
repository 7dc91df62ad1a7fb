import { Field, Input } from '@fluentui/react-components';
import { useNeeded } from './needed';
import { useServices } from './services';
import { useTypedWho } from './who';

/** Where *Người thực hiện* is typed. */
export function WhoField() {
  const { texts, keeper } = useServices();
  const { name, setName } = useTypedWho();
  const { ref, said } = useNeeded(name.trim() === '', texts.whoMissing);
  return (
    <Field
      label={texts.who}
      size="small"
      hint={keeper && name.trim() !== '' ? texts.whoKept : undefined}
      {...said}
    >
      <Input
        ref={ref}
        size="small"
        autoComplete="name"
        value={name}
        onChange={(_, data) => setName(data.value)}
      />
    </Field>
  );
}
