import { createContext, useContext, useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useServices } from './services';

interface Who {
  name: string;
  setName(name: string): void;
}

const WhoContext = createContext<Who>({ name: '', setName: () => undefined });

/** *Người thực hiện* is typed once and stands with everything the pane writes in somebody's name. */
export function WhoProvider({ children }: { children: ReactNode }) {
  const [name, setName] = useState('');
  return <WhoContext value={{ name, setName }}>{children}</WhoContext>;
}

/** The name as it was typed, "" until it was. */
export function useWho(): string {
  return useContext(WhoContext).name.trim();
}

export function WhoField() {
  const { texts } = useServices();
  const { name, setName } = useContext(WhoContext);
  return (
    <Field label={texts.who} size="small" hint={name.trim() === '' ? texts.whoMissing : undefined}>
      <Input size="small" autoComplete="name" value={name} onChange={(_, data) => setName(data.value)} />
    </Field>
  );
}
