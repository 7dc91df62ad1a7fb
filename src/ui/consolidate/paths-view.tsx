import { useMemo } from 'react';
import { choose } from '../../app/acts/choose-path';
import { pathsAsked } from '../../app/paths-asked';
import type { Period } from '../../domain/period/period';
import type { TwoPaths } from '../../domain/plan/two-paths';
import { agencyName } from '../agency-name';
import { useDesk } from '../desk';
import { ActButton, Asks } from '../needed';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { WhoField } from '../who-field';

const PATHS = ['above', 'below', 'both'] as const;

/** Rows that an agency and those under it both report in the period: a person says which counts. */
export function PathsView({ period }: { period: Period }) {
  const desk = useDesk();
  const { texts } = useServices();
  const perform = usePerform();
  const asked = useMemo(() => pathsAsked(desk, period), [desk, period]);
  const groups = new Map<string, TwoPaths[]>();
  for (const one of asked) {
    const key = JSON.stringify([one.above, ...one.below].map((some) => JSON.stringify(some)));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  if (groups.size === 0) return null;
  return (
    <section className="paths" aria-label={texts.paths.title}>
      {[...groups.values()].map((rows) => {
        const [{ above, below }] = rows;
        const codes = rows.map(({ code }) => code);
        const count = [...below.values()].flat().length;
        return (
          <Asks key={codes.join(' ')}>
            <p role="note">{texts.paths.asked(codes, agencyName(above[0]), above.length, count)}</p>
            <WhoField />
            <div className="buttons">
              {PATHS.map((path) => (
                <ActButton key={path} onAct={() => perform(choose, { period, rows, path })}>
                  {texts.paths.choices[path]}
                </ActButton>
              ))}
            </div>
          </Asks>
        );
      })}
    </section>
  );
}
