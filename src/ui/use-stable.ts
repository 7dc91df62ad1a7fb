import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function for as long as the component lives, doing what it was last given: what takes it
 * is not drawn again for it.
 */
export function useStable<Arguments extends unknown[]>(
  act: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
