import { theOne } from '../../known/known';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { readCell } from '../../app/acts/choose-reading';
import { decideVersion } from '../../app/acts/decide-version';
import { enterFigure } from '../../app/acts/enter-figure';
import { sayReceipt } from '../../app/acts/state-receipt';
import { takeInDrop, type TookIn } from '../../app/acts/take-in';
import { markedCopy, showReceived } from '../../app/received-file';
import type { Entered } from '../../app/adjust-figure';
import { doubtfulPart, proposedReceipt, withReceipt } from '../../app/received-day';
import { receiptKey } from '../../app/take-in';
import { findOriginal } from '../../app/find-original';
import { returnMessage } from '../../app/return-message';
import { FIRST } from '../../locale/first-language';
import { findingSentence } from '../../locale/sentence';
import type { Choice } from '../../domain/repair/choices';
import type { Finding } from '../../domain/finding/finding';
import type { Progress, ReceivedFile } from '../../app/ports';
import type { PeriodId } from '../../domain/period/period';
import type { Plan } from '../../domain/plan/plan';
import type {
  CheckedFile,
  Claim,
  Decision,
  Stated,
  Submission,
} from '../../domain/submission/submission';
import { civilDateOf, type CivilDate } from '../../text/date';
import { useDesk } from '../desk';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import type { Month } from '../month/month';
import { usePerform } from '../perform';
import { DateField } from '../date-field';
import { useServices } from '../services';
import { useRun } from '../use-run';
import { useStable } from '../use-stable';
import { useWho } from '../who';
import { AdjustForm } from './adjust-form';
import { AgencyPage } from './agency-page';
import { Board } from './board';
import { DropZone } from './drop-zone';
import { NotPlaced } from './not-placed';
import { PartsOfPeriod } from './parts-of-period';
import { DoubtfulReceipt, ReceiptField, ReceiptOfAll } from './receipt';
import { WholeForm } from './whole-form';
import { Resubmission } from './resubmission';
import type { SessionFile } from './session-files';
import { SettledVersion } from './settled-version';
import { useArriving } from './use-arriving';

/** A form by its file's bytes and whose it is: one workbook may hold those of several agencies. */
function formKey({
  hash,
  agency,
  period,
}: Pick<CheckedFile, 'hash' | 'agency' | 'period'>): string {
  return `${hash} ${agency} ${period}`;
}

/** What goes back to a sender is Vietnamese whatever the interface language. */
const vietnamese = (found: Finding) => findingSentence(found, FIRST);

/** The day a person said the file came. */
function statedDay({ received, late }: Submission): CivilDate | null {
  return late === null ? null : received;
}

interface IntakeStepProps {
  /** What comes in and who has sent it, or only what waits for a person. */
  view: 'intake' | 'settle';
  month: Month;
  /** In the order they were dropped; two files may hold the same bytes. */
  session: readonly SessionFile[];
  unplaced: readonly SessionFile[];
  onSession(files: readonly SessionFile[]): void;
  /** To another period. */
  onPeriod(id: PeriodId): void;
}

/** Of a quarter the files of three months come: no day is proposed for all of them. */
function proposedDay(plan: Plan, { base, period }: Month, today: CivilDate): string {
  return (base.id === period.id ? proposedReceipt(plan, base, today) : null) ?? '';
}

/** What was received is dropped, who has sent what is seen, and what is wrong with it. */
export function IntakeStep(props: IntakeStepProps) {
  const { view, month, session, unplaced, onSession, onPeriod } = props;
  const { texts, port, read, write, checker, unpack, today } = useServices();
  const give = useGive();
  const desk = useDesk();
  const perform = usePerform();
  const run = useRun();
  const [marked, setMarked] = useState<{ agency: string | null; made: MadeFile } | null>(null);
  const who = useWho();
  const period = month.base.id;
  // What the person says holds for every period; until then the day is proposed for each.
  const [stated, setStated] = useState<string | null>(null);
  const received = stated ?? proposedDay(desk.plan, month, today());
  /**
   * What the person says of single agencies before their files are dropped, by period and agency.
   */
  const [statedOf, setStatedOf] = useState<ReadonlyMap<string, CivilDate | null>>(new Map());
  /** A drop whose day is asked first. */
  const [asked, setAsked] = useState<ReceivedFile[] | null>(null);
  // A placed file has a version; one that could not be placed, or doubles another, is a row of the
  // last drop.
  const files = useMemo(
    () =>
      new Map(
        session
          .filter(({ checked }) => checked.version > 0)
          .map(({ checked }) => [formKey(checked), checked]),
      ),
    [session],
  );
  /** The agency whose page is open. */
  const [opened, setOpened] = useState<string | null>(null);
  const [isTelling, setTelling] = useState(false);
  const { arriving, arrive, arrived } = useArriving();

  const takeOrAsk = (dropped: ReceivedFile[]) =>
    received !== '' && doubtfulPart(desk.plan, month.period, received)
      ? setAsked(dropped)
      : take(dropped, received || null);

  /** What came of a drop stands in the session until it is taken back. */
  const inSession = () => ({
    onDone: ({ received: taken }: TookIn) => {
      if (!taken) return;
      const { files: checkedFiles, sources, run: drop } = taken;
      const rows = checkedFiles.map((checked, index) => ({
        checked,
        source: sources[index],
        run: drop,
      }));
      onSession([...session, ...rows]);
    },
    onUndone: () => onSession(session),
    onEnd: arrived,
  });
  const take = (dropped: ReceivedFile[], day: CivilDate | null) => {
    const watch = (checking: Progress) => arrive(checking, period);
    const drop = { dropped, unpack, checker, watch, period: month.period, received: day };
    perform(takeInDrop, { ...drop, receivedOf: statedOf }, inSession());
  };

  const { aside } = run;
  const goTo = useCallback(
    (file: CheckedFile, place: { sheet: string; cell: string }) =>
      aside(async () => {
        const { source } = theOne(session, (one) => one.checked === file);
        await showReceived(port, file, await source.bytes(), read, place);
      }),
    [aside, session, port, read],
  );

  const mark = useCallback(
    (file: CheckedFile) =>
      aside(async () => {
        const { source } = theOne(session, (one) => one.checked === file);
        const made = await markedCopy(file, await source.bytes(), read, write, vietnamese);
        setMarked({ agency: file.agency, made });
        await give(made);
      }),
    [aside, session, read, write, give],
  );
  const markFrom = useCallback(
    (file: CheckedFile, given: ReceivedFile) =>
      aside(async () => {
        const original = await findOriginal(file, (await unpack([given])).files);
        const made = await markedCopy(file, original, read, write, vietnamese);
        setMarked({ agency: file.agency, made });
        await give(made);
      }),
    [aside, unpack, read, write, give],
  );
  /** One file of this session once more, with what a person says of it. */
  const takeAgain = (file: CheckedFile, said: { partial?: boolean; stated?: Stated }) => {
    const { source } = theOne(session, (one) => one.checked === file);
    const drop = {
      dropped: [source],
      unpack: async () => ({ files: [source], skipped: [] }),
      checker,
      watch: (checking: Progress) => checking,
      period: month.period,
      received: file.received,
    };
    perform(takeInDrop, { ...drop, ...said }, inSession());
  };
  const takeSound = (file: CheckedFile) => takeAgain(file, { partial: true });
  const takeAs = (file: CheckedFile, claim: Claim, reason: string) =>
    takeAgain(file, { stated: { ...claim, reason, who } });
  const readAs = (file: CheckedFile, found: Finding, choice: Choice) => {
    const form = { agency: file.agency!, period: file.period! };
    const warning = findingSentence(found, FIRST);
    perform(readCell, { hash: file.hash, form, found, choice, warning });
  };
  const onDecide = (kind: Decision['kind'], submission: Submission, reason: string) =>
    perform(decideVersion, { kind, submission, reason });
  const onAdjust = (entered: Entered) => perform(enterFigure, entered);
  /** The day files of the period came, after they were taken in; no agency: of all of them. */
  const onReceipt = (agency: string | null, day: CivilDate | null, own = period) => {
    const isMeant = ({ checked }: SessionFile) =>
      checked.version > 0 &&
      checked.period === own &&
      (agency === null || checked.agency === agency);
    const stated = session.map((one) =>
      isMeant(one) ? { ...one, checked: withReceipt(desk.plan, own, one.checked, day) } : one,
    );
    perform(
      sayReceipt,
      { period: own, agency, day },
      { onDone: () => onSession(stated), onUndone: () => onSession(session) },
    );
  };
  const inLedger = desk.ledger.filter(
    (one) => one.period === period && one.origin === undefined,
  ).length;
  const fileDayOf = (latest: Submission | null) => {
    const own = latest && session.find(({ checked }) => formKey(checked) === formKey(latest));
    return own?.source.modified ? civilDateOf(own.source.modified) : null;
  };
  const onTakeSound = useStable(takeSound);
  const onRead = useStable(readAs);
  const message = useCallback(
    (file: CheckedFile) => returnMessage(desk.plan, file, vietnamese, today()),
    [desk.plan, today],
  );

  const row = month.rows.find(({ agency }) => agency.code === opened);
  if (row && isTelling)
    return (
      <section className="step" aria-label={texts.steps[view]}>
        <WholeForm agency={row.agency} period={period} onBack={() => setTelling(false)} />
      </section>
    );
  if (row) {
    const { agency, latest } = row;
    return (
      <section className="step" aria-label={texts.steps[view]}>
        <AgencyPage
          key={agency.code}
          row={row}
          versions={desk.ledger
            .filter(
              (one) =>
                one.agency === agency.code && one.period === period && one.origin === undefined,
            )
            .reverse()}
          file={latest ? files.get(formKey(latest)) : undefined}
          onBack={() => {
            setOpened(null);
            run.leave();
          }}
          onGoTo={goTo}
          onMark={mark}
          onMarkFrom={markFrom}
          message={message}
          onTakeSound={onTakeSound}
          onRead={onRead}
          decisions={
            <>
              <Resubmission agency={agency.code} period={period} onDecide={onDecide} />
              {latest && latest.accepted !== 'none' && (
                <SettledVersion
                  kind="returned"
                  onDecide={(reason) => onDecide('returned', latest, reason)}
                />
              )}
              {latest?.decision?.kind === 'returned' && (
                <SettledVersion
                  kind="accepted"
                  onDecide={(reason) => onDecide('accepted', latest, reason)}
                />
              )}
            </>
          }
          beside={
            <>
              {marked?.agency === agency.code && <FileOffer file={marked.made} />}
              <ReceiptField
                key={`${latest?.received} ${latest?.version}`}
                day={
                  latest
                    ? statedDay(latest)
                    : (statedOf.get(receiptKey({ period, agency: agency.code })) ??
                      (received || null))
                }
                fileDay={fileDayOf(latest)}
                isTaken={latest !== null}
                onState={(day) =>
                  latest
                    ? onReceipt(agency.code, day, latest.period)
                    : setStatedOf(
                        new Map(statedOf).set(receiptKey({ period, agency: agency.code }), day),
                      )
                }
              />
              <Button size="small" appearance="transparent" onClick={() => setTelling(true)}>
                {texts.wholeForm.open}
              </Button>
              <AdjustForm agency={agency} period={period} onAdjust={onAdjust} />
            </>
          }
        />
      </section>
    );
  }
  return (
    <section className="step" aria-label={texts.steps[view]}>
      {month.base.id !== month.period.id && <PartsOfPeriod month={month} onPeriod={onPeriod} />}
      {view === 'intake' && (
        <>
          <DropZone onFiles={takeOrAsk} />
          <DateField
            label={texts.received}
            value={received}
            hint={received ? undefined : texts.receivedUnknown}
            onChange={setStated}
          />
          {inLedger > 0 && (
            <ReceiptOfAll
              day={received || null}
              count={inLedger}
              onState={() => onReceipt(null, received || null)}
            />
          )}
        </>
      )}
      {asked && (
        <DoubtfulReceipt
          month={month}
          day={received}
          onTake={(isRight) => {
            setAsked(null);
            void take(asked, isRight ? received : null);
          }}
        />
      )}
      {unplaced.length > 0 && (
        <NotPlaced
          plan={desk.plan}
          files={unplaced.map(({ checked }) => checked)}
          onState={takeAs}
          message={message}
          onMark={mark}
        />
      )}
      {view === 'settle' && month.open.length + unplaced.length === 0 && (
        <p>{texts.month.nothingToSettle}</p>
      )}
      <Board
        key={period}
        rows={view === 'settle' ? month.open : month.rows}
        isWhole={view === 'intake'}
        arriving={arriving}
        onOpen={setOpened}
      />
    </section>
  );
}
