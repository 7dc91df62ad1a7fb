import { useEffect, useState } from 'react';
import type { Undo } from '../app/ports';
import { useFirstServices } from './services';
import { useStable } from './use-stable';

/**
 * Does something at every event of that kind in the workbook, for as long as the screen is there
 * and wants it. Gives whether Excel refused to tell of any: then the screen must not rely on it.
 */
export function useToldOf(
  event: 'onEdit' | 'onSelect',
  told: () => void,
  isWanted = true,
): boolean {
  const { port } = useFirstServices();
  const latest = useStable(told);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    let stop: Undo | null = null;
    let isOver = false;
    // A host that is gone has nothing to stop.
    const end = (undo: Undo) => void undo().catch(() => undefined);
    port[event](() => isOver || latest()).then(
      (undo) => (isOver ? end(undo) : (stop = undo)),
      () => isOver || setRefused(true),
    );
    return () => {
      isOver = true;
      setRefused(false);
      if (stop) end(stop);
    };
  }, [port, event, latest, isWanted]);
  return isRefused;
}
