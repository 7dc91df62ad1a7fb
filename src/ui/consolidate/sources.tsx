import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Spinner, Text } from '@fluentui/react-components';
import { traceSelected, type Trace } from '../../app/trace';
import { missingFirst, type FileAtHand } from '../../app/figure-file';
import { inForceOf } from '../../domain/consolidation/figures-in-force';
import { isOwnSheet } from '../../domain/own-layout/own-sheets';
import { measureOf } from '../../domain/measure/measure';
import { findIndicator, type Plan } from '../../domain/plan/plan';
import { parsePeriod } from '../../domain/period/period';
import type { FigureSource } from '../../domain/report/figure-row';
import { handIns, type HandInState } from '../../domain/report/hand-in';
import { cellName } from '../../workbook/address';
import { alikeBy, formatNumber } from '../../text/number';
import type { UiTexts } from '../../locale/ui-texts';
import { useDesk } from '../desk';
import { faultSaid } from '../fault-said';
import { useServices } from '../services';
import { useToldOf } from '../told-of';
import { useRun } from '../use-run';
import { cellSaid } from './cell-said';
import { SourcePage } from './source-page';

/** A person who selects cell after cell is followed once they rest. */
const REST_MS = 250;
/** So many are listed at first. */
const SHOWN = 40;

interface SourcesProps {
  plan: Plan;
  /** What was taken in since the pane was opened. */
  session: readonly FileAtHand[];
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/**
 * From a total to its cells: the figures the selected cell is made of, each with its file, sheet
 * and cell.
 */
export function Sources({ plan, session, isOpen, onOpen }: SourcesProps) {
  const { texts, port } = useServices();
  const [trace, setTrace] = useState<Trace | 'reading' | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const latest = useRef(0);
  const look = useCallback(async () => {
    const own = ++latest.current;
    setTrace('reading');
    setFailed(null);
    try {
      const found = await traceSelected(port);
      if (own === latest.current) setTrace(found);
    } catch (error) {
      if (own !== latest.current) return;
      setTrace(null);
      setFailed(error);
    }
  }, [port]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(), REST_MS);
  }, [look]);
  useEffect(() => {
    if (isOpen) lookSoon();
    return () => clearTimeout(timer.current);
  }, [isOpen, lookSoon]);
  const isNotTold = useToldOf('onSelect', lookSoon, isOpen);
  return (
    <section aria-label={texts.sources.title}>
      <div className="buttons">
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          {texts.sources.title}
        </Button>
        {isOpen && (
          <Button size="small" onClick={() => void look()}>
            {texts.sources.look}
          </Button>
        )}
      </div>
      {isOpen && (
        <div role="status">
          {trace === 'reading' && <Spinner size="tiny" label={texts.loading} />}
          {isNotTold && <p>{texts.sources.selectionNotTold}</p>}
          {failed !== null && <p>{faultSaid(failed, texts)}</p>}
          {trace !== null && trace !== 'reading' && (
            <TraceView
              key={`${trace.place.sheet}!${trace.place.cell}`}
              trace={trace}
              plan={plan}
              session={session}
            />
          )}
        </div>
      )}
    </section>
  );
}

function TraceView({
  trace,
  plan,
  session,
}: Pick<SourcesProps, 'plan' | 'session'> & { trace: Trace }) {
  const run = useRun();
  const { texts, port } = useServices();
  const [isWhole, setWhole] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const { place, value, kind, isCut } = trace;
  const sources = useMemo(() => missingFirst(trace.sources), [trace.sources]);
  // Figures of one measure are read one under the other.
  const numbers = useMemo(
    () =>
      alikeBy(
        sources,
        ({ measure }) => measure,
        ({ value }) => [value],
        4,
      ),
    [sources],
  );
  const nothingCounted = useNothingCounted(plan, sources);
  const title = useCallback(
    (one: FigureSource) => `${one.agencyName || one.agency}, ${periodName(one.period, texts)}`,
    [texts],
  );
  const isOurs = isOwnSheet(
    place.sheet,
    plan.forms.map(({ code }) => code),
  );
  const shown = isWhole ? sources : sources.slice(0, SHOWN);
  const goTo = ({ at }: FigureSource) =>
    run.aside(() => port.goTo(at.sheet, cellName(at.row, at.column)));
  if (opened !== null)
    return (
      <SourcePage
        sources={sources}
        index={opened}
        session={session}
        title={title}
        onIndex={setOpened}
        onBack={() => setOpened(null)}
        onGoTo={goTo}
      />
    );
  return (
    <>
      <Text weight="semibold" block>
        {texts.sources.place(place.sheet, place.cell)}:{' '}
        {cellSaid(value, (one) => formatNumber(one, 4))}
      </Text>
      {kind === 'other' && <p>{isOurs ? texts.sources.noFigure : texts.sources.notOurs}</p>}
      {kind === 'values' && <p>{lockedSaid(trace, texts)}</p>}
      {sources.length > 0 && (
        <table className="results">
          <caption>{texts.sources.count(sources.length, countOf(sources))}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.sources.agency}</th>
              <th scope="col">{texts.sources.value}</th>
              <th scope="col">{texts.sources.from}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one, index) => (
              <tr key={`${one.at.sheet} ${one.at.row} ${one.at.column}`}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => setOpened(index)}>
                    {one.agencyName || one.agency}
                  </button>
                  <span className="quiet"> {periodName(one.period, texts)}</span>
                </th>
                <td className="figure">{wordOf(plan, one) ?? cellSaid(one.value, numbers(one))}</td>
                <td className="source">
                  {texts.official(one.file) || nothingCounted(one)}
                  <span className="quiet">
                    {' '}
                    {[
                      texts.official(one.measure),
                      one.sheet && one.cell && texts.sources.place(one.sheet, one.cell),
                      one.version && texts.version(one.version),
                      texts.official(one.state),
                    ]
                      .filter(Boolean)
                      .join('; ')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sources.length > shown.length && (
        <Button size="small" appearance="transparent" onClick={() => setWhole(true)}>
          {texts.sources.all(sources.length)}
        </Button>
      )}
      {isCut && <p className="quiet">{texts.sources.cut}</p>}
    </>
  );
}

/**
 * Why a figure has no file: nothing came, or what came is not counted. A month whose agency sent
 * something says how that stands.
 */
function useNothingCounted(
  plan: Plan,
  sources: readonly FigureSource[],
): (source: FigureSource) => string {
  const { texts } = useServices();
  const { ledger } = useDesk();
  const states = useMemo(() => {
    const inForce = inForceOf(plan, ledger);
    const without = sources.filter(({ file }) => file === '').map(({ period }) => period);
    const periods = [...new Set(without)].flatMap((id) => parsePeriod(id) ?? []);
    return new Map<string, HandInState>(
      periods.flatMap((period) =>
        handIns(plan, period, ledger, inForce).map(
          ({ agency, state }) => [`${period.id} ${agency.code}`, state] as const,
        ),
      ),
    );
  }, [plan, ledger, sources]);
  return ({ period, agency }) => {
    const state = states.get(`${period} ${agency}`);
    return state === 'returned' || state === 'waiting'
      ? texts.sources.notCounted(state)
      : texts.sources.none;
  };
}

/** Of a locked table: where the sources are taken from, or that there are none. */
function lockedSaid({ live, sources }: Trace, { sources: own }: UiTexts): string {
  if (!live) return own.lockedOnly;
  return sources.length > 0 ? own.locked(live.sheet) : own.lockedNone(live.sheet);
}

function countOf(sources: readonly FigureSource[]): number {
  return sources.filter(({ value }) => typeof value === 'number').length;
}

function periodName(id: string, texts: UiTexts): string {
  const period = parsePeriod(id);
  return period ? texts.periodName(period) : id;
}

/** What was answered, where it is an answer. */
function wordOf(plan: Plan, { code, value }: FigureSource): string | null {
  const indicator = findIndicator(plan, code);
  return indicator ? measureOf(indicator).wordOf(value) : null;
}
