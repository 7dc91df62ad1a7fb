import { Button } from '@fluentui/react-components';
import { useServices } from './services';

/** Leads to the cell a sentence beside it speaks of; a screen reader hears which. */
export function GoToCell({
  sheet,
  cell,
  onGoTo,
}: {
  sheet: string;
  cell: string;
  onGoTo(place: CellPlace): void;
}) {
  const { texts } = useServices();
  return (
    <Button
      size="small"
      appearance="transparent"
      aria-label={`${texts.goToCell} ${cell}, ${sheet}`}
      onClick={() => onGoTo({ sheet, cell })}
    >
      {texts.goToCell}
    </Button>
  );
}

interface CellPlace {
  sheet: string;
  cell: string;
}
