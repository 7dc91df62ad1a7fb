import { knownAt } from '../../known/known';
import { useState } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import { showReceived } from '../../app/received-file';
import type { ReceivedFile } from '../../app/ports';
import type { RestoredArchive } from '../../app/restore-archive';
import { openArchive } from '../../app/acts/open-archive';
import { restoreEdits } from '../../app/acts/restore-edits';
import { submissionId } from '../../domain/ledger/ledger-tables';
import { findAgency } from '../../domain/plan/plan';
import type { Submission } from '../../domain/submission/submission';
import { refusalSentence } from '../../locale/sentence';
import { useDesk, useFits } from '../desk';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { FileButton } from './file-button';
import { ShortList } from './short-list';
import { ToolSection } from './tool-section';

/**
 * *Khôi phục từ bản lưu trữ*: what is in it, what does not agree, and from every figure to the cell
 * of its original.
 */
export function RestoreSection() {
  const perform = usePerform();
  const run = useRun();
  const { texts, unpack, port, language } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const [restored, setRestored] = useState<RestoredArchive | null>(null);
  const isBusy = useIsBusy();
  const open = (file: ReceivedFile) => {
    setRestored(null);
    setMade(null);
    perform(
      openArchive,
      { files: async () => (await unpack([file])).files },
      { onDone: ({ restored: opened }) => setRestored(opened) },
    );
  };
  const canTakeBack = useFits(restoreEdits, restored?.submissions ?? []);
  const book = restored?.book;
  return (
    <ToolSection title={texts.out.restore} hint={texts.out.restoreHint}>
      <FileButton label={texts.out.chooseArchive} accept=".zip" onFile={open} />
      {restored && (
        <>
          <ShortList
            title={texts.out.troubles(restored.troubles.length)}
            items={restored.troubles.map((one) => refusalSentence(one, language))}
          />
          {book && (
            <div className="buttons">
              <Button
                size="small"
                disabled={isBusy}
                onClick={() => run.aside(async () => port.openWorkbook(await book.bytes()))}
              >
                {texts.out.openBook}
              </Button>
              <Button
                size="small"
                disabled={isBusy}
                onClick={() =>
                  run.aside(async () => {
                    const file = { name: 'so-so-lieu.xlsx', bytes: await book.bytes() };
                    setMade(file);
                    await give(file);
                  })
                }
              >
                {texts.out.downloadBook}
              </Button>
            </div>
          )}
          {made && <FileOffer file={made} />}
          {canTakeBack && !restored.isForReadingOnly && (
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => perform(restoreEdits, restored.submissions)}
            >
              {texts.edits.takeBack}
            </Button>
          )}
          <Trace restored={restored} />
        </>
      )}
    </ToolSection>
  );
}

/** From a submission and one of its figures to the cell it came from, out of the archive alone. */
function Trace({ restored }: { restored: RestoredArchive }) {
  const isBusy = useIsBusy();
  const desk = useDesk();
  const run = useRun();
  const { texts, port, read } = useServices();
  const give = useGive();
  const traced = restored.submissions.filter(({ hash }) => restored.originals.has(hash));
  const [chosen, setChosen] = useState(0);
  const [figure, setFigure] = useState(0);
  const [made, setMade] = useState<MadeFile | null>(null);
  const submission: Submission | undefined = traced[chosen];
  if (!submission) return null;
  const original = knownAt(restored.originals, submission.hash);
  const { observations } = submission;
  const show = () =>
    run.aside(async () =>
      showReceived(port, submission, await original.bytes(), read, observations[figure]),
    );
  return (
    <>
      <Field label={texts.out.submission} size="small">
        <Select
          size="small"
          value={String(chosen)}
          onChange={(_, data) => {
            setChosen(Number(data.value));
            setFigure(0);
            setMade(null);
          }}
        >
          {traced.map((one, index) => (
            <option key={submissionId(one)} value={index}>
              {submissionId(one)} {findAgency(desk.plan, one.agency)?.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.out.figure} size="small">
        <Select
          size="small"
          value={String(figure)}
          onChange={(_, data) => setFigure(Number(data.value))}
        >
          {observations.map(({ code, row, measure, raw, sheet, cell }, index) => (
            <option key={index} value={index}>
              {[
                code,
                row,
                texts.ledger.measures[measure] ?? measure,
                `= ${raw}`,
                `(${sheet}, ${cell})`,
              ]
                .filter(Boolean)
                .join(' ')}
            </option>
          ))}
        </Select>
      </Field>
      <div className="buttons">
        <Button size="small" disabled={isBusy || observations.length === 0} onClick={show}>
          {texts.goToCell}
        </Button>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() =>
            run.aside(async () => {
              const file = {
                name: submission.file.split('/').pop()!,
                bytes: await original.bytes(),
              };
              setMade(file);
              await give(file);
            })
          }
        >
          {texts.out.downloadOriginal}
        </Button>
      </div>
      {made && <FileOffer file={made} />}
    </>
  );
}
