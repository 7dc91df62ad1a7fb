import { useEffect, useState } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import { consolidate } from '../../app/acts/consolidate';
import { previewConsolidation, type ConsolidationPreview } from '../../app/preview-consolidation';
import type { PeriodReport } from '../../app/consolidate-period';
import type { FileAtHand } from '../../app/figure-file';
import type { Restated } from '../../domain/consolidation/restatement';
import { periodOf, type Period } from '../../domain/period/period';
import { findIndicator } from '../../domain/plan/plan';
import { formSheetNames } from '../../domain/report/form-tables';
import { alike } from '../../text/number';
import { speechOf } from '../../locale/language';
import { GapsView } from './gaps-view';
import { LedgerTools } from '../ledger/ledger-tools';
import { OwnLayout } from './own-layout';
import { Preview } from './preview';
import { PathsView } from './paths-view';
import { SheetsSeen } from './sheets-seen';
import { Sources } from './sources';
import { RestatedView } from './restated-view';
import { UnconfirmedView } from './unconfirmed-view';
import { useDesk } from '../desk';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { useStable } from '../use-stable';

interface ConsolidateStepProps {
  period: Period;
  /** The tables are the next thing of the period. */
  isNext: boolean;
  /** The tables are asked for from the ribbon; {@link onAsked} says that they are being made. */
  isAsked: boolean;
  onAsked(): void;
  isTracing: boolean;
  onTracing(isTracing: boolean): void;
  /** What was taken in since the pane was opened. */
  session: readonly FileAtHand[];
}

/** The tables of a month, a quarter or longer, written into the workbook. */
export function ConsolidateStep(props: ConsolidateStepProps) {
  const { period, isNext, isAsked, onAsked, isTracing, onTracing, session } = props;
  const { texts, port } = useServices();
  const { plan, acts } = useDesk();
  const perform = usePerform();
  const run = useRun();
  const [acceptIncomplete, setAcceptIncomplete] = useState(false);
  const [made, setMade] = useState<PeriodReport | null>(null);
  const [preview, setPreview] = useState<ConsolidationPreview | null>(null);
  const [restated, setRestated] = useState<readonly Restated[]>([]);
  const [restatedCells, setRestatedCells] = useState(0);
  const options = { acceptIncomplete, asOf: null };
  const isBusy = useIsBusy();
  // What was made of another period stands with that one.
  const isShown = made?.result.period === period.id;
  const begin = () => {
    setMade(null);
    setPreview(null);
    perform(
      consolidate,
      { period, options },
      {
        onDone: ({ made: report }) => {
          setMade(report);
          setRestated(report.restated);
          setRestatedCells(report.restatedCells.length);
        },
        onUndone: () => setMade(null),
      },
    );
  };
  const atOnce = useStable(() => {
    onAsked();
    begin();
  });
  useEffect(() => {
    if (isAsked) atOnce();
  }, [isAsked, atOnce]);
  return (
    <section className="step" aria-label={texts.steps.consolidate}>
      <Checkbox
        size="medium"
        label={texts.acceptIncomplete}
        checked={acceptIncomplete}
        disabled={isBusy}
        onChange={(_, data) => {
          setAcceptIncomplete(data.checked === true);
          setMade(null);
          setPreview(null);
        }}
      />
      <div className="buttons">
        <Button
          appearance={isNext ? 'primary' : 'secondary'}
          size="small"
          disabled={isBusy}
          onClick={begin}
        >
          {texts.consolidate}
        </Button>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() =>
            run.aside(async () => setPreview(await previewConsolidation(port, period, options)))
          }
        >
          {texts.preview.title}
        </Button>
      </div>
      {preview?.result.period === period.id && <Preview preview={preview} />}
      {made && isShown && <ResultView made={made} />}
      <UnconfirmedView />
      <PathsView period={period} />
      {isShown && restated.length > 0 && <RestatedView restated={restated} />}
      {isShown && restatedCells > 0 && (
        <p role="note">{texts.periods.restatedCells(restatedCells)}</p>
      )}
      {acts.length > 0 && <SheetsSeen period={period} />}
      <Sources plan={plan} session={session} isOpen={isTracing} onOpen={onTracing} />
      <OwnLayout plan={plan} period={period} />
      <LedgerTools period={period} received={session.map(({ source }) => source)} />
    </section>
  );
}

function ResultView({ made: { result, contents } }: { made: PeriodReport }) {
  const { plan } = useDesk();
  const { texts, port, language } = useServices();
  const run = useRun();
  const ofForm = new Map(
    result.forms.map(({ form, reported, expected }) => [
      formSheetNames(form, result.period).table,
      texts.formTable(form, reported, expected),
    ]),
  );
  const shown = (unit: string) =>
    alike(result.indicators.flatMap((one) => (one.unit === unit ? [one.value] : [])));
  return (
    <>
      <Text weight="semibold" block>
        {texts.periodName(periodOf(result.period))}:{' '}
        {texts.coverage(result.accepted, result.expected)}
      </Text>
      {result.blank.length > 0 && <p role="note">{texts.blankForms(result.blank.join(', '))}</p>}
      <div className="filters" role="group" aria-label={texts.openTable}>
        {contents.map(({ key, word, sheet }) => (
          <Button key={key} size="small" onClick={() => run.aside(() => port.goTo(sheet, 'A1'))}>
            {ofForm.get(sheet) ?? texts.tables[key] ?? word}
          </Button>
        ))}
      </div>
      <table className="results">
        <thead>
          <tr>
            <th scope="col">{texts.indicator}</th>
            <th scope="col">{texts.result}</th>
            <th scope="col">{texts.status}</th>
          </tr>
        </thead>
        <tbody>
          {result.indicators.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                {one.code} <span className="quiet">{findIndicator(plan, one.code)?.name}</span>
              </th>
              <td>
                {one.value === null
                  ? '–'
                  : shown(one.unit)(one.value) + (one.unit === '%' ? '%' : ` ${one.unit}`)}
                <span className="quiet">
                  {' '}
                  {one.reported}/{one.expected}
                </span>
              </td>
              <td>{speechOf(language).words.judged(one, texts.statuses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <GapsView indicators={result.indicators} />
    </>
  );
}
