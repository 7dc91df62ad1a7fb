import { createContext, useContext, useState, type ReactNode } from 'react';
import { useFirstServices } from './services';

export interface Who {
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
  const { keeper } = useFirstServices();
  const [name, setName] = useState(() => keeper?.read(KEY) ?? '');
  const keep = (typed: string) => {
    setName(typed);
    keeper?.write(KEY, typed.trim());
  };
  return <WhoContext value={{ name, setName: keep }}>{children}</WhoContext>;
}

/** What is typed now, and how it is changed. */
export function useTypedWho(): Who {
  return useContext(WhoContext);
}

/** The name as it was typed, "" until it was. */
export function useWho(): string {
  return useContext(WhoContext).name.trim();
}
