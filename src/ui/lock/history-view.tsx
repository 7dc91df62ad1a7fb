import { useEffect, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { undoAct } from '../../app/acts/undo-act';
import { keptFilling } from '../../app/acts/undo-fill';
import { keptActs, type KeptAct } from '../../app/acts/undo-kept';
import type { KeptFilling } from '../../domain/own-layout/filled-table';
import { periodOf } from '../../domain/period/period';
import { findAgency, type Plan } from '../../domain/plan/plan';
import type { UiTexts } from '../../locale/ui-texts';
import { useDesk } from '../desk';
import { faultSaid } from '../fault-said';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useRunState } from '../use-run';

/** So many are listed. */
const SHOWN = 30;

/** So many of the last can be taken back, in any window and after the workbook was closed. */
const UNDOABLE = 10;

/**
 * What was done in this workbook, the last first; the last acts can be taken back.
 */
export function HistoryView() {
  const desk = useDesk();
  const { plan } = desk;
  const { undo, running } = useRunState();
  const perform = usePerform();
  const { port, texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  const [filling, setFilling] = useState<KeptFilling | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  // It stands beside the ledger, and is read once somebody looks.
  useEffect(() => {
    if (!isOpen || running !== null) return;
    let isShown = true;
    const show = (kept: KeptFilling | null, error: unknown) => {
      if (!isShown) return;
      setFilling(kept);
      setFailed(error);
    };
    keptFilling(port).then(
      (kept) => show(kept, null),
      (error: unknown) => show(null, error),
    );
    return () => void (isShown = false);
  }, [isOpen, running, desk, port]);
  const events = isOpen ? keptActs(desk, filling) : [];
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
      {isOpen && failed !== null && (
        <p role="alert">{texts.history.fillingNotRead(faultSaid(failed, texts))}</p>
      )}
      {isOpen && (
        <ol className="effects">
          {events.length === 0 && <li>{texts.history.nothing}</li>}
          {events.slice(0, SHOWN).map((kept, index) => (
            <li key={`${kept.at} ${index}`}>
              {said(kept, plan, texts)}{' '}
              <span className="quiet">
                {[texts.moment(kept.at), kept.who].filter(Boolean).join('; ')}
              </span>
              {index < UNDOABLE && (
                <Button
                  size="small"
                  appearance="transparent"
                  disabled={running !== null}
                  aria-label={texts.history.undoAct(said(kept, plan, texts))}
                  onClick={() => perform(undoAct, { kept })}
                >
                  {texts.undo}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function said(kept: KeptAct, plan: Plan, texts: UiTexts): string {
  const nameOf = (code: string) => findAgency(plan, code)?.name ?? code;
  switch (kept.of) {
    case 'run':
      return texts.history.taken(kept.submissions.length);
    case 'entry':
      return texts.history.entered(nameOf(kept.submissions[0].agency));
    case 'decision': {
      const [agency, , version] = kept.decision.submission.split('/');
      return texts.history.decided(kept.decision.kind, nameOf(agency), Number(version));
    }
    case 'confirmation': {
      const { table, code, heading } = kept.confirmation;
      return texts.history.confirmed(table, code, heading);
    }
    case 'paths': {
      const codes = [...new Set(kept.choices.map((one) => one.code))];
      return texts.history.chose(codes.length, kept.choices[0].path);
    }
    case 'filling':
      return texts.history.filled(kept.count, texts.periodName(periodOf(kept.period)));
    case 'period': {
      const { period, kind, note } = kept.act;
      const state = texts.periods.state[kind === 'consolidated' ? 'consolidating' : kind];
      return [`${texts.periodName(periodOf(period))}: ${state}`, note && texts.official(note)]
        .filter(Boolean)
        .join(', ');
    }
  }
}
