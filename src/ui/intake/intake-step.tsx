import { useCallback, useMemo, useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { chooseReading, markedCopy, receive, showReceived } from '../../app/consolidator';
import { adjustFigure, rowOf, type Entered } from '../../app/adjust-figure';
import { decide } from '../../app/decide';
import type { Desk } from '../../app/desk';
import { returnMessage } from '../../app/return-message';
import { findingSentence } from '../../locale/sentence';
import type { Choice } from '../../domain/repair/choices';
import type { Finding } from '../../domain/rules/finding';
import type { ReceivedFile, Undo } from '../../app/ports';
import { submissionId } from '../../domain/ledger/ledger-tables';
import { inForceOf } from '../../domain/consolidation/figures-in-force';
import { periodOf } from '../../domain/period/period';
import { baseKind, consolidablePeriods } from '../../domain/plan/plan';
import { handIns } from '../../domain/report/hand-in';
import type { CheckedFile, Decision, Submission } from '../../domain/submission/submission';
import { PeriodSelect } from '../period-select';
import { useServices } from '../services';
import type { Run } from '../use-run';
import { useStable } from '../use-stable';
import { useWho } from '../who';
import { AdjustForm } from './adjust-form';
import { Board } from './board';
import { DropZone } from './drop-zone';
import { NotPlaced } from './not-placed';
import { Resubmission } from './resubmission';
import { SettledVersion } from './settled-version';
import { useArriving } from './use-arriving';

/** A file dropped in this session, with its bytes so that its cells can be shown. */
export interface SessionFile {
  checked: CheckedFile;
  source: ReceivedFile;
  /** The drop it came with. */
  run: string;
}

/** What goes back to a sender is Vietnamese whatever the interface language. */
const vietnamese = (found: Finding) => findingSentence(found, 'vi');

interface IntakeStepProps {
  desk: Desk;
  run: Run;
  onDesk(desk: Desk): void;
  period: string;
  onPeriod(id: string): void;
  /** In the order they were dropped; two files may hold the same bytes. */
  session: readonly SessionFile[];
  onSession(files: readonly SessionFile[]): void;
}

/** Step 2: drop what was received, see who has sent what, and what is wrong with it. */
export function IntakeStep({ desk, run, onDesk, period, onPeriod, session, onSession }: IntakeStepProps) {
  const { texts, port, read, write, download, checker, unpack, today, now } = useServices();
  const who = useWho();
  const [received, setReceived] = useState(today);
  const periods = consolidablePeriods(desk.plan).filter((one) => one.kind === baseKind(desk.plan.schedule));
  const rows = useMemo(
    () => handIns(desk.plan, periodOf(period), desk.ledger, inForceOf(desk.plan, desk.ledger)),
    [desk, period],
  );
  // A placed file has a version; one that could not be placed, or doubles another, is a row of the last drop.
  const files = useMemo(
    () => new Map(session.filter(({ checked }) => checked.version > 0).map(({ checked }) => [checked.hash, checked])),
    [session],
  );
  const lastRun = session.at(-1)?.run;
  const unplaced = session.filter(({ checked, run: drop }) => drop === lastRun && checked.version === 0);

  const { arriving, arrive, arrived } = useArriving();

  const take = (dropped: ReceivedFile[]) =>
    run.start(async (report) => {
      const progress = {
        check: arrive(report.progress(texts.checking, true), period),
        write: report.progress(() => texts.writing, false),
      };
      const { files: sources, skipped } = await unpack(dropped);
      const leftOut = skipped.length > 0 ? ` ${texts.skipped(skipped.length)}` : '';
      if (sources.length === 0) return { message: { intent: 'warning', text: texts.nothingDropped + leftOut } };
      const drop = { period: periodOf(period), received, run: now() };
      const taken = await receive(port, sources, checker, drop, progress).finally(arrived);
      const rows = taken.files.map((checked, index) => ({ checked, source: sources[index], run: drop.run }));
      onSession([...session, ...rows]);
      onDesk(taken.desk);
      const accepted = taken.files.filter((file) => file.accepted !== 'none').length;
      // A scan beside its sheet is not accepted and not wrong either.
      const waiting = taken.files.filter((file) => file.awaits).length;
      const isWrong = ({ accepted: own, awaits, verdict }: CheckedFile) =>
        own === 'none' && !awaits && verdict !== 'clean';
      const wrong = taken.files.filter(isWrong).length;
      return {
        message: {
          intent: wrong > 0 ? 'warning' : 'success',
          text: texts.takenIn(taken.files.length, accepted, wrong, waiting) + leftOut,
        },
        undo: taken.undo,
        onUndo: () => {
          onDesk(desk);
          onSession(session);
        },
      };
    });

  const { aside } = run;
  const goTo = useCallback(
    (file: CheckedFile, place: { sheet: string; cell: string }) =>
      aside(async () => {
        const { source } = session.find((one) => one.checked === file)!;
        await showReceived(port, file, await source.bytes(), read, place);
      }),
    [aside, session, port, read],
  );

  const mark = useCallback(
    (file: CheckedFile) =>
      aside(async () => {
        const { source } = session.find((one) => one.checked === file)!;
        const marked = await markedCopy(file, await source.bytes(), read, write, vietnamese);
        download(marked.name, marked.bytes);
      }),
    [aside, session, read, write, download],
  );
  const takeSound = (file: CheckedFile) =>
    run.start(async (report) => {
      const { source } = session.find((one) => one.checked === file)!;
      const progress = {
        check: report.progress(texts.checking, true),
        write: report.progress(() => texts.writing, false),
      };
      const drop = { period: periodOf(period), received: file.received, run: now(), partial: true };
      const taken = await receive(port, [source], checker, drop, progress);
      onSession([...session, { checked: taken.files[0], source, run: drop.run }]);
      onDesk(taken.desk);
      return {
        message: {
          intent: 'success',
          text: texts.takenIn(1, taken.files[0].accepted === 'none' ? 0 : 1, 0, taken.files[0].awaits ? 1 : 0),
        },
        undo: taken.undo,
        onUndo: () => {
          onDesk(desk);
          onSession(session);
        },
      };
    });
  const readAs = (file: CheckedFile, found: Finding, choice: Choice) =>
    run.start(async () => {
      const warning = findingSentence(found, 'vi');
      const done = await chooseReading(port, { hash: file.hash, found, choice, warning, who });
      onDesk(done.desk);
      const text = texts.readingChosen(found.cell ?? '');
      return { message: { intent: 'success', text }, undo: done.undo, onUndo: () => onDesk(desk) };
    });
  const written = (text: string, act: (at: string) => Promise<{ desk: Desk; undo: Undo | null }>) =>
    run.start(async () => {
      const done = await act(now());
      onDesk(done.desk);
      return { message: { intent: 'success', text }, undo: done.undo, onUndo: () => onDesk(desk) };
    });
  const onDecide = (kind: Decision['kind'], submission: Submission, reason: string) =>
    written(texts.ledger.decided[kind](submission.version), (at) =>
      decide(port, {
        kind,
        submission: submissionId(submission),
        hash: submission.hash,
        reason,
        document: '',
        who,
        at,
      }),
    );
  const onAdjust = (entered: Entered) =>
    written(texts.ledger.adjusted(rowOf(entered).join(' ')), (at) => adjustFigure(port, { ...entered, at }));
  const onTakeSound = useStable(takeSound);
  const onRead = useStable(readAs);
  const message = useCallback((file: CheckedFile) => returnMessage(desk.plan, file, vietnamese), [desk.plan]);

  return (
    <section className="step" aria-label={texts.steps.intake}>
      <div className="pair">
        <PeriodSelect periods={periods} value={period} disabled={run.running !== null} onChange={onPeriod} />
        <Field label={texts.received} size="small">
          <Input
            size="small"
            type="date"
            value={received}
            onChange={(_, data) => data.value && setReceived(data.value)}
          />
        </Field>
      </div>
      <DropZone disabled={run.running !== null} onFiles={take} />
      {unplaced.length > 0 && <NotPlaced files={unplaced.map(({ checked }) => checked)} />}
      <Board
        rows={rows}
        files={files}
        arriving={arriving}
        onGoTo={goTo}
        onMark={mark}
        message={message}
        onTakeSound={onTakeSound}
        onRead={onRead}
        isBusy={run.running !== null}
        beside={({ agency, latest }) => (
          <>
            <Resubmission
              desk={desk}
              agency={agency.code}
              period={period}
              isBusy={run.running !== null}
              onDecide={onDecide}
            />
            {latest && latest.accepted !== 'none' && (
              <SettledVersion
                isBusy={run.running !== null}
                kind="returned"
                onDecide={(reason) => onDecide('returned', latest, reason)}
              />
            )}
            {latest?.decision?.kind === 'returned' && (
              <SettledVersion
                isBusy={run.running !== null}
                kind="accepted"
                onDecide={(reason) => onDecide('accepted', latest, reason)}
              />
            )}
            <AdjustForm desk={desk} agency={agency} period={period} isBusy={run.running !== null} onAdjust={onAdjust} />
          </>
        )}
      />
    </section>
  );
}
