import { useEffect, useReducer, useRef, useState } from 'react';
import { findingSentence } from '../locale/sentence';
import { finding } from '../domain/rules/finding';
import { readWorkbook } from '../xlsx/read/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { Grid } from './grid/grid';
import type { ExcelHost } from './host/excel-host';
import { PaneFrame } from './host/pane-frame';
import type { WorkbookModel } from './model/workbook-model';

/** Our page: the workbook on the left, the task pane on the right, as in Excel. */
export function Page({ model, host, paneUrl }: { model: WorkbookModel; host: ExcelHost; paneUrl: string }) {
  const [revision, changed] = useReducer((count: number) => count + 1, 0);
  const [notice, setNotice] = useState('');
  useEffect(() => model.listen(changed), [model]);
  const tabs = useRef<HTMLElement>(null);
  const { active } = model;
  useEffect(() => {
    tabs.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const visible = model.workbook.sheets.filter((sheet) => sheet.visibility === 'visible');

  const open = async (file: File) => {
    const opened = readWorkbook(new Uint8Array(await file.arrayBuffer()));
    if (opened.ok) {
      model.open(opened.value, file.name);
      model.recalculate();
      setNotice(`Đã mở ${file.name}.`);
    } else setNotice(findingSentence(finding(opened.refusal.code, 'error', null, opened.refusal.facts as never), 'vi'));
  };
  const save = async () => {
    const url = URL.createObjectURL(new Blob([(await writeWorkbook(model.workbook)) as BlobPart]));
    const link = document.createElement('a');
    link.href = url;
    link.download = model.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    setNotice(`Đã lưu ${model.name}.`);
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
              if (file) void open(file);
            }}
          />
        </label>
        <button type="button" onClick={() => void save()}>
          Lưu
        </button>
        <span role="status">{notice}</span>
      </header>
      <main>
        <Grid model={model} revision={revision} />
        <nav ref={tabs} className="tabs" role="tablist" aria-label="Trang tính">
          {visible.map((sheet) => (
            <button
              key={model.idOf(sheet)}
              type="button"
              role="tab"
              aria-selected={sheet === model.active}
              onClick={() => model.activate(sheet)}
            >
              {sheet.name}
            </button>
          ))}
        </nav>
      </main>
      <PanePlace model={model} host={host} url={paneUrl} />
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
    const pane = new PaneFrame(frame, { url, locale: 'vi-VN', host });
    return pane.start(place.current!);
  }, [url, host, opened]);
  return <aside ref={place} className="pane-place" aria-label="Ngăn tác vụ" />;
}
