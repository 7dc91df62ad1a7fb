import { Text } from '@fluentui/react-components';
import type { ConsolidationPreview } from '../../app/preview-consolidation';
import { alikeBy } from '../../text/number';
import { useServices } from '../services';
import { cellSaid } from './cell-said';

/** So many changed cells are listed; the tables themselves show the rest. */
const SHOWN = 40;

/** What a run would change in the workbook, before anything is written. */
export function Preview({ preview }: { preview: ConsolidationPreview }) {
  const { texts } = useServices();
  const { result, fresh, again, changes } = preview;
  const listed = changes.slice(0, SHOWN);
  const unitOf = unitsOf(preview);
  // Figures of one unit in one column are read one under the other.
  const shown = alikeBy(
    listed,
    ({ sheet, row, column }) => `${sheet}\n${column}\n${unitOf(row)}`,
    ({ before, after }) => [before, after],
  );
  return (
    <div role="status">
      <Text weight="semibold" block>
        {texts.coverage(result.accepted, result.expected)}
      </Text>
      {fresh.length > 0 && <p className="quiet">{texts.preview.fresh(fresh.join(', '))}</p>}
      {again.length > 0 && (
        <p className="quiet">{texts.preview.again(again.length, changes.length)}</p>
      )}
      {changes.length > 0 && (
        <table className="results">
          <thead>
            <tr>
              <th scope="col">{texts.preview.cell}</th>
              <th scope="col">{texts.preview.before}</th>
              <th scope="col">{texts.preview.after}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((change) => (
              <tr key={`${change.sheet} ${change.row} ${change.column}`}>
                <th scope="row">
                  {change.row}
                  <span className="quiet">
                    {' '}
                    {change.sheet}
                    {change.column && `; ${change.column}`}
                  </span>
                </th>
                <td className="figure">{cellSaid(change.before, shown(change))}</td>
                <td className="figure">{cellSaid(change.after, shown(change))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.length > SHOWN && <p className="quiet">{texts.andMore(changes.length - SHOWN)}</p>}
    </div>
  );
}

/** The unit of a row by its code, which is a part of the row's name. */
function unitsOf({ result }: ConsolidationPreview): (row: string) => string {
  const units = new Map(result.indicators.map(({ code, unit }) => [code, unit]));
  return (row) => row.split(' – ').flatMap((part) => units.get(part) ?? [])[0] ?? '';
}
