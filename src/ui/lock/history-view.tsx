import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Desk } from '../../app/desk';
import { periodOf } from '../../domain/period/period';
import type { UiTexts } from '../../locale/ui-texts';
import { useDesk } from '../desk';
import { useServices } from '../services';
import { useRunState } from '../use-run';

/** So many are listed. */
const SHOWN = 30;

interface Event {
  at: string;
  what: string;
  who: string;
}

/**
 * What was done in this workbook, the last first; the last run of this session can be taken back.
 */
export function HistoryView() {
  const desk = useDesk();
  const { undo, running } = useRunState();
  const { texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  const events = isOpen ? eventsOf(desk, texts) : [];
  return (
    <section aria-label={texts.history.title}>
      <div className="buttons">
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.history.title}
        </Button>
        {isOpen && undo && (
          <Button size="small" disabled={running !== null} onClick={undo}>
            {texts.history.undoLast}
          </Button>
        )}
      </div>
      {isOpen && (
        <ol className="effects">
          {events.length === 0 && <li>{texts.history.nothing}</li>}
          {events.slice(0, SHOWN).map(({ at, what, who }, index) => (
            <li key={`${at} ${index}`}>
              {what}{' '}
              <span className="quiet">{[at.slice(0, 19), who].filter(Boolean).join('; ')}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function eventsOf({ acts, ledger }: Desk, texts: UiTexts): Event[] {
  const runs = new Map<string, number>();
  for (const one of ledger) if (!one.origin) runs.set(one.run, (runs.get(one.run) ?? 0) + 1);
  const events: Event[] = [
    ...acts.map(({ period, kind, who, at, note }) => {
      const state = texts.periods.state[kind === 'consolidated' ? 'consolidating' : kind];
      return {
        at,
        who,
        what: [`${texts.periodName(periodOf(period))}: ${state}`, note].filter(Boolean).join(', '),
      };
    }),
    ...[...runs].map(([at, count]) => ({ at, who: '', what: texts.history.taken(count) })),
    ...ledger.flatMap(({ origin, grounds, run: at, agency }) =>
      origin ? [{ at, who: grounds?.who ?? '', what: texts.history.entered(agency) }] : [],
    ),
    ...ledger.flatMap(({ decision, agency, version }) =>
      decision
        ? [
            {
              at: decision.at,
              who: decision.who,
              what: texts.history.decided(decision.kind, agency, version),
            },
          ]
        : [],
    ),
  ];
  return events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
