import { Text } from '@fluentui/react-components';
import type { ConsolidationPreview } from '../../app/preview-consolidation';
import { isError, type CellValue } from '../../workbook/cell';
import { alike } from '../../text/number';
import { useServices } from '../services';

/** So many changed cells are listed; the tables themselves show the rest. */
const SHOWN = 40;

/** What a run would change in the workbook, before anything is written. */
export function Preview({ preview }: { preview: ConsolidationPreview }) {
  const { texts } = useServices();
  const { result, fresh, again, changes } = preview;
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
            {changes.slice(0, SHOWN).map(({ sheet, row, column, before, after }) => (
              <tr key={`${sheet} ${row} ${column}`}>
                <th scope="row">
                  {row}
                  <span className="quiet">
                    {' '}
                    {sheet}
                    {column && `; ${column}`}
                  </span>
                </th>
                <td>{said(before, [before, after])}</td>
                <td>{said(after, [before, after])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.length > SHOWN && <p className="quiet">{texts.andMore(changes.length - SHOWN)}</p>}
    </div>
  );
}

/** Beside what it was or becomes. */
function said(value: CellValue, both: readonly CellValue[]): string {
  if (value === null || value === '') return '–';
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  return alike(both.filter((one) => typeof one === 'number'))(value);
}
