import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useServices } from '../services';

/** So many lines are drawn at once: a table of all communes has thousands of cells. */
const PAGE = 25;

/** A list whose rest is drawn when it is asked for. */
export function Pages({ children }: { children: readonly ReactNode[] }) {
  const { texts } = useServices();
  const [shown, setShown] = useState(PAGE);
  const rest = children.length - shown;
  return (
    <>
      <ul className="findings">{children.slice(0, shown)}</ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.andMore(rest)}
        </Button>
      )}
    </>
  );
}
