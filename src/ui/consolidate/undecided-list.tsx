import { Button, Text } from '@fluentui/react-components';
import type { NotRead } from '../../app/own-layout';
import { useServices } from '../services';
import { Pages } from './pages';

/**
 * What of a table was not understood, each at its cell: rows and columns first, for they are left
 * out whole. It is listed where it is decided on, not behind a click.
 */
export function UndecidedList({
  undecided,
  onGoTo,
}: {
  undecided: readonly NotRead[];
  onGoTo(place: { sheet: string; cell: string }): void;
}) {
  const { texts } = useServices();
  const own = texts.ownLayout;
  if (undecided.length === 0) return null;
  const isWhole = ({ code }: NotRead) => /^(row|column)-/.test(code);
  const rows = undecided.filter(isWhole);
  const inOrder = [...rows, ...undecided.filter((one) => !isWhole(one))];
  return (
    <section aria-label={own.undecided(rows.length, undecided.length - rows.length)}>
      <Text block>{own.undecided(rows.length, undecided.length - rows.length)}</Text>
      <Pages>
        {inOrder.map(({ sheet, code, cell, text, codes }) => (
          <li key={`${sheet} ${code} ${cell}`} className="warning">
            <Button
              size="small"
              appearance="transparent"
              aria-label={`${texts.goToCell} ${cell}`}
              onClick={() => onGoTo({ sheet, cell })}
            >
              {cell}
            </Button>{' '}
            {own.undecidedCell[code](text, codes.join(', '))}
          </li>
        ))}
      </Pages>
    </section>
  );
}
