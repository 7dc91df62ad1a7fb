import { useState } from 'react';
import { readDesk } from '../../app/desk';
import { DeskRefused } from '../../app/desk-refused';
import { bringInLedger } from '../../app/acts/bring-in-ledger';
import { previewImport, type ImportPreview } from '../../app/import-ledger';
import type { ImportSource, RowRemark } from '../../app/import-source';
import type { ReceivedFile } from '../../app/ports';
import { submissionId } from '../../domain/ledger/ledger-tables';
import { findingSentence, ownFileSentence, refusalSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import type { UiTexts } from '../../locale/ui-texts';
import { GroundsFields } from '../grounds-fields';
import { ActButton, Asks } from '../needed';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useRun } from '../use-run';
import { FileButton } from './file-button';
import { ShortList } from './short-list';
import { ToolSection } from './tool-section';

/** What can hold a ledger or a table. */
const ACCEPTED = '.xlsx,.xlsm,.xls,.xlsb,.ods,.csv';

/**
 * *Nhập sổ*: a file is looked at first; what it would bring is said, and written once a person
 * agrees.
 */
export function ImportSection() {
  const perform = usePerform();
  const run = useRun();
  const { texts, port, readBook, language } = useServices();
  const [offered, setOffered] = useState<{ source: ImportSource; preview: ImportPreview } | null>(
    null,
  );
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const look = (file: ReceivedFile) =>
    run.aside(async () => {
      setOffered(null);
      const opened = await readBook(await file.bytes());
      if (!opened.ok) {
        const why = ownFileSentence(opened.refusal, language);
        throw new DeskRefused({
          code: 'import-file-unreadable',
          facts: { file: file.path, reason: why },
        });
      }
      const source = { name: file.path, workbook: opened.value.workbook };
      const preview = previewImport(await readDesk(port), source);
      if (!preview.ok) throw new DeskRefused(preview.refusal);
      setOffered({ source, preview: preview.value });
    });
  const enter = (source: ImportSource) =>
    perform(
      bringInLedger,
      { source, reason: reason.trim(), document: document.trim() },
      { onDone: () => setOffered(null) },
    );
  return (
    <ToolSection title={texts.out.import} hint={texts.out.importHint}>
      <FileButton label={texts.out.chooseLedger} accept={ACCEPTED} onFile={look} />
      {offered && (
        <Asks>
          <Preview name={offered.source.name} preview={offered.preview} />
          {/* Grounds are asked for where figures enter in somebody's name. */}
          {offered.preview.kind === 'table' && (
            <GroundsFields
              reason={reason}
              onReason={setReason}
              document={document}
              onDocument={setDocument}
            />
          )}
          <ActButton
            appearance="primary"
            disabled={!bringsAnything(offered.preview)}
            onAct={() => enter(offered.source)}
          >
            {texts.out.enter}
          </ActButton>
        </Asks>
      )}
    </ToolSection>
  );
}

function bringsAnything({
  enters,
  waits,
  merged,
  decisions,
  periods,
  paths,
}: ImportPreview): boolean {
  const brought = [enters, waits, merged, decisions, periods.taken, paths];
  return brought.some(({ length }) => length > 0);
}

function Preview({ name, preview }: { name: string; preview: ImportPreview }) {
  const { texts, language } = useServices();
  const { enters, waits, known, superseded, refused, remarks } = preview;
  const counts = (['enters', 'waits', 'known', 'superseded'] as const).filter(
    (key) => preview[key].length > 0,
  );
  return (
    <>
      <div role="status">
        <p className="file">{name}</p>
        <ul className="effects">
          {counts.map((key) => (
            <li key={key}>{texts.out.preview[key](preview[key].length)}</li>
          ))}
          {enters.length + waits.length + known.length + superseded.length === 0 && (
            <li>{texts.out.nothingToEnter}</li>
          )}
        </ul>
      </div>
      <ShortList title={texts.out.waiting(waits.length)} items={waits.map(submissionId)} />
      <ShortList
        title={texts.out.refused(refused.length)}
        items={refused.map((one) => sentence(one, texts, language))}
      />
      <ShortList
        title={texts.out.remarks(remarks.length)}
        items={remarks.map((one) => sentence(one, texts, language))}
      />
    </>
  );
}

function sentence({ place, said }: RowRemark, texts: UiTexts, language: Language): string {
  if ('finding' in said) return `[${place.sheet}] ${findingSentence(said.finding, language)}`;
  return texts.out.atCell(place.sheet, place.cell) + refusalSentence(said.refusal, language);
}
