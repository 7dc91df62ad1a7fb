import { useEffect, useReducer, useRef, useState } from 'react';
import { FIRST } from '../locale/first-language';
import { findingSentence } from '../locale/sentence';
import { finding } from '../domain/finding/finding';
import { readForEditing } from '../xlsx/read/for-editing';
import { writeWorkbook } from '../xlsx/write/workbook';
import { Grid } from './grid/grid';
import type { ExcelHost } from './host/excel-host';
import { PaneFrame } from './host/pane-frame';
import { lossSentence, sessionLossSentence } from './loss-words';
import type { WorkbookModel } from './model/workbook-model';
import { leadsToOtherSide, toSheet } from './other-side';
import { SheetTabs } from './sheet-tabs';

/** What is asked before something would be lost. */
interface Question {
  title: string;
  lines: string[];
  yes: string;
  act(): void;
}

/** Our page: the workbook on the left, the task pane on the right, as in Excel. */
export function Page({
  model,
  host,
  paneUrl,
}: {
  model: WorkbookModel;
  host: ExcelHost;
  paneUrl: string;
}) {
  const [revision, changed] = useReducer((count: number) => count + 1, 0);
  const [notice, setNotice] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => model.listen(() => !model.isScreenSuspended && changed()), [model]);
  useEffect(() => {
    const beforeLeaving = (event: BeforeUnloadEvent) => model.isDirty && event.preventDefault();
    window.addEventListener('beforeunload', beforeLeaving);
    return () => window.removeEventListener('beforeunload', beforeLeaving);
  }, [model]);
  const open = async (file: File) => {
    const opened = readForEditing(new Uint8Array(await file.arrayBuffer()));
    if (opened.ok) {
      const { workbook, losses } = opened.value;
      // What is saved is an .xlsx whatever was opened.
      model.open(
        workbook,
        file.name.replace(/\.xls[mx]$/i, '.xlsx'),
        losses.map((loss) => lossSentence(loss)),
      );
      model.recalculate();
      const told = losses.length > 0 ? ' Tệp có phần trang này không giữ được khi lưu.' : '';
      setNotice(`Đã mở ${file.name}.${told}`);
    } else
      setNotice(
        findingSentence(finding(opened.refusal.code, null, opened.refusal.facts as never), FIRST),
      );
  };
  const askToOpen = (file: File) => {
    if (!model.isDirty) return void open(file);
    setQuestion({
      title: `Mở ${file.name}?`,
      lines: [`Các thay đổi trong ${model.name} chưa được lưu sẽ mất.`],
      yes: 'Mở, không lưu',
      act: () => void open(file),
    });
  };
  const save = async () => {
    const url = URL.createObjectURL(new Blob([(await writeWorkbook(model.workbook)) as BlobPart]));
    const link = document.createElement('a');
    link.href = url;
    link.download = model.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    model.saved();
    setNotice(`Đã lưu ${model.name}.`);
  };
  const askToSave = () => {
    const lines = [...model.losses, ...host.unsaved.map(sessionLossSentence)];
    if (lines.length === 0) return void save();
    setQuestion({
      title: 'Tệp lưu từ trang này sẽ không còn:',
      lines,
      yes: 'Vẫn lưu một bản',
      act: () => void save(),
    });
  };

  return (
    <div className="page">
      <header className="bar">
        <strong>Tổng Hợp</strong>
        <span>{model.name}</span>
        <label className="open">
          Mở tệp…
          <input
            type="file"
            accept=".xlsx,.xlsm"
            aria-label="Mở sổ làm việc"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) askToOpen(file);
            }}
          />
        </label>
        <button type="button" onClick={askToSave}>
          Lưu
        </button>
        <button type="button" disabled={!model.canUndo} onClick={() => model.undo()}>
          Hoàn tác
        </button>
        <button type="button" disabled={!model.canRedo} onClick={() => model.redo()}>
          Làm lại
        </button>
        <span role="status">{notice}</span>
      </header>
      <main>
        <Grid model={model} revision={revision} />
        <SheetTabs model={model} label="Trang tính" isProtected={host.isStructureProtected} />
      </main>
      <PanePlace model={model} host={host} url={paneUrl} />
      {question && <Ask question={question} onEnd={() => setQuestion(null)} />}
    </div>
  );
}

/** The add-in's page, started anew for each workbook that is opened. */
function PanePlace({ model, host, url }: { model: WorkbookModel; host: ExcelHost; url: string }) {
  const place = useRef<HTMLElement>(null);
  const [opened, reopen] = useReducer((count: number) => count + 1, 0);
  useEffect(() => model.listen((change) => change.kind === 'opened' && reopen()), [model]);
  useEffect(() => {
    const frame = document.createElement('iframe');
    frame.title = 'Tổng Hợp';
    const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    const { name: locale } = host.culture;
    const pane = new PaneFrame(frame, { url, locale, host, isDark, leave: toSheet });
    const onKey = leadsToOtherSide(place.current!);
    window.addEventListener('keydown', onKey);
    frame.addEventListener('load', () => frame.contentWindow?.addEventListener('keydown', onKey));
    const end = pane.start(place.current!);
    return () => {
      window.removeEventListener('keydown', onKey);
      end();
    };
  }, [url, host, opened]);
  return <aside ref={place} className="pane-place" aria-label="Ngăn tác vụ" />;
}

function Ask({ question, onEnd }: { question: Question; onEnd(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="losses" aria-labelledby="question" onClose={onEnd}>
      <h2 id="question">{question.title}</h2>
      <ul>
        {question.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          onEnd();
          question.act();
        }}
      >
        {question.yes}
      </button>{' '}
      <button type="button" autoFocus onClick={onEnd}>
        Thôi
      </button>
    </dialog>
  );
}
