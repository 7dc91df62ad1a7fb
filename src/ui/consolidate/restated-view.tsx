import type { Restated } from '../../domain/consolidation/restatement';
import { periodOf } from '../../domain/period/period';
import { alike } from '../../text/number';
import { useServices } from '../services';

/** Locked totals that are others now: đã khóa | mới | chênh lệch, and why. */
export function RestatedView({ restated }: { restated: readonly Restated[] }) {
  const { texts } = useServices();
  return (
    <table className="results">
      <caption>{texts.periods.restated(restated.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.indicator}</th>
          <th scope="col">{texts.periods.signed}</th>
          <th scope="col">{texts.periods.now}</th>
          <th scope="col">{texts.periods.change}</th>
          <th scope="col">{texts.periods.cause}</th>
        </tr>
      </thead>
      <tbody>
        {restated.map(({ period, signed, now, cause }) => {
          const [old, fresh] = [shownOf(signed), now && shownOf(now)];
          const change = old === null || fresh === null ? null : fresh - old;
          const shown = alike([old, fresh, change]);
          const said = (value: number | null) => (value === null ? '–' : shown(value));
          return (
            <tr key={`${period} ${signed.of} ${signed.code} ${signed.column}`}>
              <th scope="row">
                {signed.code} {signed.column && `(${signed.column})`}
                <span className="quiet"> {texts.periodName(periodOf(period))}</span>
              </th>
              <td>{said(old)}</td>
              <td>{said(fresh)}</td>
              <td>{said(change)}</td>
              <td>{texts.periods.causes[cause]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A task has no result of its own: what changed is how many have done it. */
function shownOf({ of, numerator, value }: Restated['signed']): number | null {
  return of === 'task' ? numerator : value;
}
