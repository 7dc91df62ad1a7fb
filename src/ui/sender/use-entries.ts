import { useEffect, useReducer, useState } from 'react';
import type { Entries } from '../../app/entries';
import type { WorkbookPort } from '../../app/ports';
import type { Plan } from '../../domain/plan/plan';
import { useFirstServices } from '../services';
import { useToldOf } from '../told-of';

/** A person who types cell after cell is counted once they rest. */
const REST_MS = 500;

/** To count is to read the form as it will be checked: the screen stands before that is loaded. */
async function countEntries(port: WorkbookPort, plan: Plan): Promise<Entries | null> {
  const { entriesIn } = await import('../../app/entries');
  return entriesIn(port, plan);
}

/** How far the open form is filled, while it is being filled; null where it cannot be told. */
export function useEntries(plan: Plan): Entries | null {
  const { port } = useFirstServices();
  const [entries, setEntries] = useState<Entries | null>(null);
  const [edits, edited] = useReducer((count: number) => count + 1, 0);
  const isNotTold = useToldOf('onEdit', edited);
  useEffect(() => {
    let isOver = false;
    const count = () =>
      countEntries(port, plan).then(
        (counted) => isOver || setEntries(counted),
        // Somebody is in the middle of a cell, or the host is gone: the next edit is counted.
        () => undefined,
      );
    const timer = setTimeout(() => void count(), edits === 0 ? 0 : REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [port, plan, edits]);
  return isNotTold ? null : entries;
}
