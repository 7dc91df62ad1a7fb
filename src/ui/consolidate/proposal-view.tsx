import { useState } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import type { Proposed } from '../../domain/own-layout/binding';
import { describeSource } from '../../domain/own-layout/figure-source';
import type { Proposal } from '../../domain/own-layout/propose';
import { ActButton, Asks } from '../needed';
import { useServices } from '../services';
import { WhoField } from '../who';

interface ProposalViewProps {
  proposal: Proposal;
  onBind(cells: readonly Proposed[]): void;
  onGoTo(place: { sheet: string; cell: string }): void;
}

/**
 * What a table seems to ask for, column by column; a column that is meant otherwise is left out.
 */
export function ProposalView({ proposal, onBind, onGoTo }: ProposalViewProps) {
  const { texts } = useServices();
  const own = texts.ownLayout;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const columns = new Map<string, Proposed[]>();
  for (const one of proposal.cells)
    columns.set(one.headingCell, [...(columns.get(one.headingCell) ?? []), one]);
  const chosen = proposal.cells.filter(({ headingCell }) => !left.has(headingCell));
  const take = (headingCell: string, isTaken: boolean) => {
    const next = new Set(left);
    if (isTaken) next.delete(headingCell);
    else next.add(headingCell);
    setLeft(next);
  };
  return (
    <>
      <Text block>{own.proposed(proposal.sheet, proposal.cells.length)}</Text>
      {[...columns].map(([headingCell, cells]) => (
        <div key={headingCell}>
          <Checkbox
            size="medium"
            checked={!left.has(headingCell)}
            label={own.columnCells(cells[0].heading, cells.length)}
            onChange={(_, data) => take(headingCell, data.checked === true)}
          />
          <details>
            <summary>{describeSource(cells[0].source)}</summary>
            <ul className="findings">
              {cells.map(({ cell, label, source }) => (
                <li key={cell}>
                  <Button
                    size="small"
                    appearance="transparent"
                    aria-label={`${texts.goToCell} ${cell}`}
                    onClick={() => onGoTo({ sheet: proposal.sheet, cell })}
                  >
                    {cell}
                  </Button>{' '}
                  {label}: {describeSource(source)}
                </li>
              ))}
            </ul>
          </details>
        </div>
      ))}
      {proposal.undecided.length > 0 && (
        <details>
          <summary>{own.undecided(proposal.undecided.length)}</summary>
          <ul className="findings">
            {proposal.undecided.map(({ code, cell, text, codes }) => (
              <li key={`${code} ${cell}`} className="warning">
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={`${texts.goToCell} ${cell}`}
                  onClick={() => onGoTo({ sheet: proposal.sheet, cell })}
                >
                  {cell}
                </Button>{' '}
                {own.undecidedCell[code](text, codes.join(', '))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Asks>
        <WhoField />
        <ActButton appearance="primary" disabled={chosen.length === 0} onAct={() => onBind(chosen)}>
          {own.bind(chosen.length)}
        </ActButton>
      </Asks>
    </>
  );
}
