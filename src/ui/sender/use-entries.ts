import { useEffect, useState } from 'react';
import type { Entries } from '../../app/entries';
import type { Undo, WorkbookPort } from '../../app/ports';
import type { Plan } from '../../domain/plan/plan';
import { useServices } from '../services';

/** A person who types cell after cell is counted once they rest. */
const REST_MS = 500;

/** To count is to read the form as it will be checked: the screen stands before that is loaded. */
async function countEntries(port: WorkbookPort, plan: Plan): Promise<Entries | null> {
  const { entriesIn } = await import('../../app/entries');
  return entriesIn(port, plan);
}

/** How far the open form is filled, while it is being filled; null where it cannot be told. */
export function useEntries(plan: Plan): Entries | null {
  const { port } = useServices();
  const [entries, setEntries] = useState<Entries | null>(null);
  useEffect(() => {
    let stop: Undo | null = null;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () =>
      countEntries(port, plan).then(
        (counted) => isOver || setEntries(counted),
        // Somebody is in the middle of a cell, or the host is gone: the next edit is counted.
        () => undefined,
      );
    const told = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void count(), REST_MS);
    };
    void count();
    port.onEdit(told).then(
      (undo) => (isOver ? void undo() : (stop = undo)),
      () => undefined,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.().catch(() => undefined);
    };
  }, [port, plan]);
  return entries;
}
