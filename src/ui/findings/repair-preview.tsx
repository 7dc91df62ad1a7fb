import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { repairShown, type Agreed } from '../../app/sender';
import type { Repair } from '../../domain/repair/repair';
import type { Finding } from '../../domain/finding/finding';
import { ActButton } from '../needed';
import { useServices } from '../services';

/** So many lines tell what a bulk repair does; the rest is counted. */
const LINES = 30;

interface RepairPreviewProps {
  found: Finding;
  /** The ways to settle it; several are chosen from. */
  repairs: readonly Repair[];
  /** Others of the same code that each have one way, this one among them. */
  alike: readonly Agreed[];
  onAgree(agreed: readonly Agreed[]): void;
}

/** Before → after, for one cell or for all of a kind; nothing is written until it is agreed to. */
export function RepairPreview({ found, repairs, alike, onAgree }: RepairPreviewProps) {
  const { texts } = useServices();
  const [open, setOpen] = useState<'one' | 'all' | null>(null);
  if (repairs.length === 0) return null;
  const agree = (agreed: readonly Agreed[]) => {
    setOpen(null);
    onAgree(agreed);
  };
  const toggle = (which: 'one' | 'all') => setOpen(open === which ? null : which);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        aria-expanded={open === 'one'}
        onClick={() => toggle('one')}
      >
        {repairs.length === 1 ? texts.repair : texts.choose}
      </Button>
      {alike.length > 1 && (
        <Button
          size="small"
          appearance="transparent"
          aria-expanded={open === 'all'}
          onClick={() => toggle('all')}
        >
          {texts.repairAll(alike.length)}
        </Button>
      )}
      {open === 'one' && (
        <span className="repair" role="group" aria-label={texts.repair}>
          {repairs.map((repair, index) => (
            <span key={index} className="change">
              <Change repair={repair} />
              <ActButton onAct={() => agree([{ found, repair }])}>{texts.agree}</ActButton>
            </span>
          ))}
        </span>
      )}
      {open === 'all' && (
        <span className="repair" role="group" aria-label={texts.repairAll(alike.length)}>
          {alike.slice(0, LINES).map(({ repair }) => (
            <span key={`${repair.sheet} ${repair.cell}`} className="change">
              <b>{repair.cell}</b> <Change repair={repair} />
            </span>
          ))}
          {alike.length > LINES && <span>{texts.andMore(alike.length - LINES)}</span>}
          <ActButton onAct={() => agree(alike)}>{texts.agreeAll(alike.length)}</ActButton>
        </span>
      )}
    </>
  );
}

function Change({ repair }: { repair: Repair }) {
  const { texts } = useServices();
  return (
    <span>
      <del>{repair.before === '' ? texts.blankCell : short(repair.before)}</del> →{' '}
      <ins>{repair.formula === undefined ? short(repairShown(repair)) : texts.formulaOfForm}</ins>
    </span>
  );
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
