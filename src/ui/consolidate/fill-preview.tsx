import { useState } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import type { FillPreview } from '../../app/own-layout';
import type { FillEdit, FillTrouble } from '../../domain/own-layout/fill';
import { describeSource } from '../../domain/own-layout/figure-source';
import { formatNumber } from '../../text/number';
import { isBlank, isError, type CellValue } from '../../workbook/cell';
import { ActButton, Asks } from '../needed';
import { Pages } from './pages';
import { UndecidedList } from './undecided-list';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { WhoField } from '../who-field';

type GoTo = (place: { sheet: string; cell: string }) => void;

interface FillPreviewProps {
  preview: FillPreview;
  onFill(keepsTyped: boolean): void;
  onFollow(): void;
  onGoTo: GoTo;
}

/**
 * What would be written and over what, what stays blank, and what is not filled; then it is agreed
 * to.
 */
export function FillPreviewView({ preview, onFill, onFollow, onGoTo }: FillPreviewProps) {
  const { texts } = useServices();
  const isBusy = useIsBusy();
  const own = texts.ownLayout;
  const [keepsTyped, setKeepsTyped] = useState(false);
  const { edits, troubles, notRead } = preview;
  const filled = edits.filter(({ formula }) => formula !== undefined);
  const over = edits.filter(({ isOverwrite }) => isOverwrite);
  const blanks = troubles.filter(({ code }) => code === 'blank');
  const others = troubles.filter(({ code }) => code !== 'blank');
  const hasMoved = others.some(({ code }) => code === 'moved');
  return (
    <>
      <Text block>
        {own.wouldFill(filled.length, new Set(filled.map(({ sheet }) => sheet)).size)}
      </Text>
      {over.length > 0 && (
        <>
          <Text block>{own.wouldOverwrite(over.length)}</Text>
          <Pages>
            {over.map((edit) => (
              <li key={`${edit.sheet} ${edit.cell}`} className="warning">
                <Place place={edit} onGoTo={onGoTo} /> <Change edit={edit} />
              </li>
            ))}
          </Pages>
          <Checkbox
            size="medium"
            label={own.keepTyped}
            checked={keepsTyped}
            onChange={(_, data) => setKeepsTyped(data.checked === true)}
          />
        </>
      )}
      <TroubleList troubles={others} onGoTo={onGoTo} />
      <UndecidedList undecided={notRead} onGoTo={onGoTo} />
      {hasMoved && (
        <Asks>
          <WhoField />
          <ActButton onAct={onFollow}>{own.follow}</ActButton>
        </Asks>
      )}
      {blanks.length > 0 && (
        <details>
          <summary>{own.blanks(blanks.length)}</summary>
          <Troubles troubles={blanks} onGoTo={onGoTo} />
        </details>
      )}
      <Button
        size="small"
        appearance="primary"
        disabled={isBusy || edits.length === 0}
        onClick={() => onFill(keepsTyped)}
      >
        {own.fill}
      </Button>
    </>
  );
}

/** What was not filled, each at its cell. */
export function TroubleList({
  troubles,
  onGoTo,
}: {
  troubles: readonly FillTrouble[];
  onGoTo: GoTo;
}) {
  const own = useServices().texts.ownLayout;
  if (troubles.length === 0) return null;
  return (
    <>
      <Text block>{own.notFilled(troubles.length)}</Text>
      <Troubles troubles={troubles} onGoTo={onGoTo} />
    </>
  );
}

function Troubles({ troubles, onGoTo }: { troubles: readonly FillTrouble[]; onGoTo: GoTo }) {
  const { texts } = useServices();
  const sentence = (trouble: FillTrouble) => {
    const facts =
      'source' in trouble
        ? { ...trouble, source: texts.official(describeSource(trouble.source)) }
        : trouble;
    return (texts.ownLayout.trouble[trouble.code] as (said: typeof facts) => string)(facts);
  };
  return (
    <Pages>
      {troubles.map((trouble, index) => (
        <li key={index} className={trouble.code === 'blank' ? undefined : 'error'}>
          <Place place={trouble} onGoTo={trouble.code === 'sheet-missing' ? null : onGoTo} />{' '}
          {sentence(trouble)}
        </li>
      ))}
    </Pages>
  );
}

function Place({ place, onGoTo }: { place: { sheet: string; cell: string }; onGoTo: GoTo | null }) {
  const { texts } = useServices();
  if (!onGoTo) return <b>{place.sheet}</b>;
  return (
    <Button
      size="small"
      appearance="transparent"
      aria-label={`${texts.goToCell} ${place.cell}, ${place.sheet}`}
      onClick={() => onGoTo(place)}
    >
      {place.sheet} {place.cell}
    </Button>
  );
}

function Change({ edit }: { edit: FillEdit }) {
  const { texts } = useServices();
  const { before, answer } = edit;
  const value = answer?.word ?? edit.value;
  const old = before.formula === undefined ? said(before.value) : `=${before.formula}`;
  return (
    <span>
      <del>{old === '' ? texts.blankCell : old}</del> → <ins>{said(value) || texts.blankCell}</ins>
    </span>
  );
}

/** A figure as a person reads it; "" for none. */
export function said(value: CellValue): string {
  if (isBlank(value)) return '';
  if (typeof value === 'number') return formatNumber(value, 4);
  return isError(value) ? value.error : String(value);
}
