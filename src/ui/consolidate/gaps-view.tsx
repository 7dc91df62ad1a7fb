import type { IndicatorResult } from '../../domain/consolidation/consolidation';
import { sameGaps } from '../../domain/consolidation/told-beside';
import { findAgency } from '../../domain/plan/plan';
import { agencyName } from '../agency-name';
import { useDesk } from '../desk';
import { useServices } from '../services';

/** So many agencies are named for a gap; all of them stand in the table and in the JSON. */
const NAMED = 3;

/** What figures of before are made of where that is not all, and why. */
export function GapsView({ indicators }: { indicators: readonly IndicatorResult[] }) {
  const { plan } = useDesk();
  const { texts } = useServices();
  const few = (codes: readonly string[]) => ({
    names: codes.slice(0, NAMED).map((code) => {
      const agency = findAgency(plan, code);
      return agency ? agencyName(agency) : code;
    }),
    more: Math.max(0, codes.length - NAMED),
  });
  return (['previous', 'lastYear'] as const).flatMap((of) =>
    sameGaps(indicators.map(({ code, gaps }) => ({ code, gap: gaps?.[of] }))).map(
      ({ codes, gap: { reported, expected, ...why } }) => (
        <p key={`${of} ${codes.join(' ')}`} role="note" className="quiet">
          {texts.gap({
            of,
            codes,
            reported,
            expected,
            notReported: few(why.notReported),
            unmatched: few(why.unmatched),
          })}
        </p>
      ),
    ),
  );
}
