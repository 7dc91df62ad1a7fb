import { useState } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import type { ShownProposal } from '../../app/own-layout';
import { cellKey, type Proposed } from '../../domain/own-layout/binding';
import { describeSource } from '../../domain/own-layout/figure-source';
import { ActButton, Asks } from '../needed';
import { useServices } from '../services';
import { WhoField } from '../who-field';
import { UndecidedList } from './undecided-list';
import { said } from './fill-preview';

interface ProposalViewProps {
  proposal: ShownProposal;
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
  /** What will stand in the column, by its first cell that has a figure. */
  const shows = (cells: readonly Proposed[]) => {
    const one = cells.find((cell) => proposal.figures.has(cellKey(cell))) ?? cells[0];
    const figure = proposal.figures.get(cellKey(one));
    return own.columnShows(
      texts.official(describeSource(one.source)),
      one.label,
      figure === undefined ? null : said(figure),
    );
  };
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
            <summary>{shows(cells)}</summary>
            <ul className="findings">
              {cells.map((one) => (
                <li key={one.cell}>
                  <Button
                    size="small"
                    appearance="transparent"
                    aria-label={`${texts.goToCell} ${one.cell}`}
                    onClick={() => onGoTo({ sheet: proposal.sheet, cell: one.cell })}
                  >
                    {one.cell}
                  </Button>{' '}
                  {one.label}: {texts.official(describeSource(one.source))}{' '}
                  <b>{said(proposal.figures.get(cellKey(one)) ?? null)}</b>
                </li>
              ))}
            </ul>
          </details>
        </div>
      ))}
      <UndecidedList
        undecided={proposal.undecided.map((one) => ({ ...one, sheet: proposal.sheet }))}
        onGoTo={onGoTo}
      />
      <Asks>
        <WhoField />
        <ActButton appearance="primary" disabled={chosen.length === 0} onAct={() => onBind(chosen)}>
          {own.bind(chosen.length)}
        </ActButton>
      </Asks>
    </>
  );
}
