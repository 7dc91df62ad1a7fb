/** @jest-environment jsdom */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DeskRefused } from '../app/desk-refused';
import type { Undo } from '../app/ports';
import { uiVi } from '../locale/ui-vi';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { RunStatus } from './run-status';
import { ServicesContext, type Services } from './services';
import { RunProvider, useIsBusy, useRun } from './use-run';

/** A workbook whose sheet is filtered until its filter is lifted. */
class Filtered extends MemoryWorkbook {
  readonly filtered = new Set<string>();
  readonly putBack: string[] = [];

  override async liftFilters(sheets: readonly string[] = []): Promise<Undo> {
    for (const sheet of sheets) this.filtered.delete(sheet);
    return async () => {
      for (const sheet of sheets) {
        if (sheet === 'Mất')
          throw new DeskRefused({ code: 'filter-not-put-back', facts: { sheets: sheet } });
        this.filtered.add(sheet);
        this.putBack.push(sheet);
      }
    };
  }

  mustLieOpen(): void {
    for (const sheet of this.filtered)
      throw new DeskRefused({ code: 'sheet-is-filtered', facts: { sheet } });
  }
}

let port: Filtered;
let written = 0;

function Pane() {
  const run = useRun();
  const write = () =>
    run.start(async () => {
      port.mustLieOpen();
      written++;
      return { message: { intent: 'success', text: 'Đã ghi.' } };
    });
  return (
    <>
      <button onClick={write}>Ghi</button>
      <RunStatus />
    </>
  );
}

async function open(...filtered: string[]): Promise<void> {
  port = new Filtered();
  written = 0;
  filtered.forEach((one) => port.filtered.add(one));
  const services = { port, texts: uiVi, language: 'vi' } as unknown as Services;
  render(
    <ServicesContext value={services}>
      <RunProvider>
        <Pane />
      </RunProvider>
    </ServicesContext>,
  );
  fireEvent.click(screen.getByText('Ghi'));
  await screen.findByText(uiVi.liftFilters);
}

const lift = () => fireEvent.click(screen.getByText(uiVi.liftFilters));

it('a filter in the way is named, and lifted and put back only with a yes', async () => {
  await open('Bảng');
  expect(screen.getByText(/“Bảng” đang lọc/)).toBeTruthy();
  expect(written).toBe(0);
  lift();
  await screen.findByText('Đã ghi.');
  expect([written, port.putBack]).toEqual([1, ['Bảng']]);
  expect(screen.queryByText(uiVi.liftFilters)).toBeNull();
});

it('each further sheet is asked about, and what was lifted before is put back meanwhile', async () => {
  await open('Bảng', 'Sổ');
  lift();
  await screen.findByText(/“Sổ” đang lọc/);
  await waitFor(() => expect(port.putBack).toEqual(['Bảng']));
  expect(written).toBe(0);
  lift();
  await screen.findByText('Đã ghi.');
  expect([written, port.putBack]).toEqual([1, ['Bảng', 'Bảng', 'Sổ']]);
});

it('a filter that could not be put back is told beside what was done', async () => {
  await open('Mất');
  lift();
  await screen.findByText(/^Đã ghi\. Chưa đặt lại được điều kiện lọc ở trang tính “Mất”/);
  expect(written).toBe(1);
});

it('what is begun while something runs has its turn after it: of several the last', async () => {
  const ended: string[] = [];
  let answer = () => undefined as void;
  function Several() {
    const run = useRun();
    const write = (name: string, until?: Promise<void>) =>
      run.start(async () => {
        await until;
        ended.push(name);
        return { message: { intent: 'success', text: `Đã ghi ${name}.` } };
      });
    const press = () => {
      write('một', new Promise((done) => (answer = done)));
      write('hai');
      write('ba');
    };
    return <button onClick={press}>Ghi nhiều</button>;
  }
  render(
    <ServicesContext value={{ texts: uiVi, language: 'vi' } as unknown as Services}>
      <RunProvider>
        <Several />
        <RunStatus />
      </RunProvider>
    </ServicesContext>,
  );
  fireEvent.click(screen.getByText('Ghi nhiều'));
  expect(ended).toEqual([]);
  answer();
  await screen.findByText('Đã ghi ba.');
  expect(ended).toEqual(['một', 'ba']);
});

it('work that does not move says what Excel may be waiting for, and no longer once it moves', async () => {
  jest.useFakeTimers();
  try {
    let move = (_: number) => undefined as void;
    function Slow() {
      const run = useRun();
      const begin = () =>
        run.start((report) => {
          const progress = report.progress((done) => `Đang ghi ${done}/9`, false);
          progress.step(1, 9, '');
          move = (done) => progress.step(done, 9, '');
          return new Promise(() => undefined);
        });
      return <button onClick={begin}>Ghi chậm</button>;
    }
    const excel = { texts: uiVi, language: 'vi', ribbon: {} } as unknown as Services;
    render(
      <ServicesContext value={excel}>
        <RunProvider>
          <Slow />
          <RunStatus />
        </RunProvider>
      </ServicesContext>,
    );
    fireEvent.click(screen.getByText('Ghi chậm'));
    expect(screen.queryByText(/nhấn Enter hoặc Esc/)).toBeNull();
    await act(async () => void jest.advanceTimersByTime(60_000));
    expect(
      screen.getByText(/^Đang ghi 1\/9 – Excel chưa trả lời: .*nhấn Enter hoặc Esc/),
    ).toBeTruthy();
    await act(async () => move(2));
    expect(screen.getByText('Đang ghi 2/9')).toBeTruthy();
  } finally {
    jest.useRealTimers();
  }
});

it('the focus comes back to what began the work, but not out of the sheet', async () => {
  let finish = () => undefined as void;
  function Grey() {
    const run = useRun();
    const isBusy = useIsBusy();
    const begin = () =>
      run.start(async () => {
        await new Promise<void>((done) => (finish = done));
        return { message: { intent: 'success', text: 'Đã xong.' } };
      });
    return (
      <button disabled={isBusy} onClick={begin}>
        Ghi lâu
      </button>
    );
  }
  render(
    <ServicesContext value={{ texts: uiVi, language: 'vi' } as unknown as Services}>
      <RunProvider>
        <Grey />
        <RunStatus />
      </RunProvider>
    </ServicesContext>,
  );
  const button = screen.getByText<HTMLButtonElement>('Ghi lâu');
  const begin = () => {
    button.focus();
    // As a browser takes the focus off what turns grey.
    button.blur();
    fireEvent.click(button);
  };
  begin();
  window.dispatchEvent(new Event('blur'));
  finish();
  await screen.findByText('Đã xong.');
  expect(document.activeElement).toBe(document.body);
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(document.activeElement).toBe(button));
  begin();
  finish();
  await waitFor(() => expect(document.activeElement).toBe(button));
});
