import { createRoot } from 'react-dom/client';
import { readForEditing } from '../xlsx/read/for-editing';
import { loadIronCalc } from './calc/ironcalc';
import { EXCEL_API_VERSIONS, PLATFORMS } from './host/api-sets';
import { ExcelHost } from './host/excel-host';
import { lossSentence } from './loss-words';
import { WorkbookModel } from './model/workbook-model';
import { Page } from './page';
import './page.css';

/**
 * `?api=1.12` chooses the requirement set, `?platform=windows&locale=en-US` which Excel is played
 * (web, windows, mac; vi-VN, en-US). The workbook named in ?open=, else the sample workbook of `npm
 * start` where there is one, else an empty one.
 */
async function start(): Promise<void> {
  const model = new WorkbookModel();
  const search = new URLSearchParams(location.search);
  const version = EXCEL_API_VERSIONS.find((one) => one === search.get('api'));
  const platform = PLATFORMS.find((one) => one === search.get('platform'));
  const locale = search.get('locale') === 'en-US' ? 'en-US' : 'vi-VN';
  const host = new ExcelHost(model, { version, platform, locale });
  const asked = search.get('open');
  const source = asked === 'none' ? null : (asked ?? 'mau/so-lam-viec.xlsx');
  if (source !== null) {
    const response = await fetch(source);
    const opened = response.ok
      ? readForEditing(new Uint8Array(await response.arrayBuffer()))
      : null;
    if (opened?.ok)
      model.open(
        opened.value.workbook,
        source.split('/').pop()!,
        opened.value.losses.map((loss) => lossSentence(loss)),
      );
  }
  createRoot(document.getElementById('root')!).render(
    <Page model={model} host={host} paneUrl="pane/taskpane.html" />,
  );
  model.useEngine(await loadIronCalc());
  // For tests: what the add-in cost, what shall fail, and the workbook as it stands. The add-in
  // itself cannot reach this.
  Object.assign(window, { workbench: { model, host } });
}

void start();
