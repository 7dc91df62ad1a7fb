import { useEffect, useState } from 'react';
import { useFirstServices } from './services';

/** Excel has mostly answered by then. */
const STILL_MS = 10_000;

/**
 * A request waits for as long as somebody is typing into a cell, and an entry Excel has rejected
 * stays open behind its message: what is said of work that does not move, where there is an Excel,
 * is also what it may be waiting for.
 */
export function useStill(said: string): string {
  const { texts, ribbon } = useFirstServices();
  const [still, setStill] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStill(said), STILL_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return still === said && ribbon ? `${said} – ${texts.perhapsTyping}` : said;
}
