import { Text } from '@fluentui/react-components';
import type { ConsolidationPreview } from '../../app/preview-consolidation';
import type { TableChange } from '../../domain/report/table-changes';
import { isError, type CellValue } from '../../workbook/cell';
import { alike } from '../../text/number';
import { useServices } from '../services';

/** So many changed cells are listed; the tables themselves show the rest. */
const SHOWN = 40;

/** What a run would change in the workbook, before anything is written. */
export function Preview({ preview }: { preview: ConsolidationPreview }) {
  const { texts } = useServices();
  const { result, fresh, again, changes } = preview;
  const listed = changes.slice(0, SHOWN);
  const shown = columnNumbers(listed, unitsOf(preview));
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
                <td className="figure">{said(change.before, shown(change))}</td>
                <td className="figure">{said(change.after, shown(change))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.length > SHOWN && <p className="quiet">{texts.andMore(changes.length - SHOWN)}</p>}
    </div>
  );
}

type Shown = (value: number) => string;

/** The unit of a row by its code, which is a part of the row's name. */
function unitsOf({ result }: ConsolidationPreview): (row: string) => string {
  const units = new Map(result.indicators.map(({ code, unit }) => [code, unit]));
  return (row) => row.split(' – ').flatMap((part) => units.get(part) ?? [])[0] ?? '';
}

/** Figures of one unit in one column are read one under the other. */
function columnNumbers(
  changes: readonly TableChange[],
  unitOf: (row: string) => string,
): (change: TableChange) => Shown {
  const key = ({ sheet, row, column }: TableChange) => `${sheet}\n${column}\n${unitOf(row)}`;
  const values = new Map<string, number[]>();
  for (const change of changes) {
    const numbers = [change.before, change.after].filter((one) => typeof one === 'number');
    values.set(key(change), [...(values.get(key(change)) ?? []), ...numbers]);
  }
  const shown = new Map([...values].map(([column, numbers]) => [column, alike(numbers)]));
  return (change) => shown.get(key(change))!;
}

function said(value: CellValue, shown: Shown): string {
  if (value === null || value === '') return '–';
  if (isError(value)) return value.error;
  return typeof value === 'number' ? shown(value) : String(value);
}
