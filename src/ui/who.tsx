import { createContext, useContext, useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useNeeded } from './needed';
import { useServices } from './services';

interface Who {
  name: string;
  setName(name: string): void;
}

const WhoContext = createContext<Who>({ name: '', setName: () => undefined });

/** Where this machine keeps the name. */
const KEY = 'tonghop.who';

/**
 * *Người thực hiện* is typed once at a machine and stands with everything the pane writes in
 * somebody's name.
 */
export function WhoProvider({ children }: { children: ReactNode }) {
  const { keeper } = useServices();
  const [name, setName] = useState(() => keeper?.read(KEY) ?? '');
  const keep = (typed: string) => {
    setName(typed);
    keeper?.write(KEY, typed.trim());
  };
  return <WhoContext value={{ name, setName: keep }}>{children}</WhoContext>;
}

/** The name as it was typed, "" until it was. */
export function useWho(): string {
  return useContext(WhoContext).name.trim();
}

export function WhoField() {
  const { texts, keeper } = useServices();
  const { name, setName } = useContext(WhoContext);
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
