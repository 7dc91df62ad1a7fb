/** @jest-environment jsdom */
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DeskRefused } from '../app/desk-refused';
import { uiEn } from '../locale/ui-en';
import { uiVi } from '../locale/ui-vi';
import { RunStatus } from './run-status';
import { ServicesContext, type Services } from './services';
import { RunProvider, useIsBusy, useRun } from './use-run';

// As where the network is away: what is fetched when it is wanted does not come.
jest.mock('../locale/sentence', () => {
  throw chunkMissing();
});

function chunkMissing(): Error {
  return Object.assign(new Error('Loading chunk 418 failed.\n(error: http://localhost/418.js)'), {
    name: 'ChunkLoadError',
  });
}

function Pane({ work }: { work(): Promise<never> }) {
  const run = useRun();
  const isBusy = useIsBusy();
  return (
    <>
      <button disabled={isBusy} onClick={() => run.start(work)}>
        Ghi
      </button>
      <RunStatus />
    </>
  );
}

function open(work: () => Promise<never>, texts = uiVi): void {
  const language = texts === uiVi ? 'vi' : 'en';
  render(
    <ServicesContext value={{ texts, language } as unknown as Services}>
      <RunProvider>
        <Pane work={work} />
      </RunProvider>
    </ServicesContext>,
  );
  fireEvent.click(screen.getByText('Ghi'));
}

const reject = (error: unknown) => () => Promise.reject<never>(error);
const isFree = () =>
  waitFor(() => expect(screen.getByText<HTMLButtonElement>('Ghi').disabled).toBe(false));

it('a refusal whose sentence cannot be fetched is told all the same, and the pane is free again', async () => {
  open(reject(new DeskRefused({ code: 'reason-missing', facts: {} })));
  expect(await screen.findByText(/kiểm tra mạng.*\(reason-missing\)$/)).toBeTruthy();
  await isFree();
});

it('so is one among several faults', async () => {
  const refused = new DeskRefused({ code: 'reason-missing', facts: {} });
  open(reject(new AggregateError([new Error('lỗi khác'), refused])));
  expect(await screen.findByText(/lỗi khác.*kiểm tra mạng/)).toBeTruthy();
  await isFree();
});

it.each([
  ['a bundle’s', chunkMissing()],
  [
    'Chromium’s',
    new TypeError('Failed to fetch dynamically imported module: http://localhost/1.js'),
  ],
  ['Firefox’s', new TypeError('error loading dynamically imported module: http://localhost/1.js')],
  ['Safari’s', new TypeError('Importing a module script failed.')],
])(
  'an act that lacks a part of the software says the way out, not %s English',
  async (_, error) => {
    open(reject(error));
    const said = await screen.findByText(/không tải được một phần của phần mềm/);
    expect(said.textContent).toMatch(/kiểm tra mạng.*bản mới.*mở lại/);
    expect(said.textContent).not.toMatch(/chunk|module|http/i);
    await isFree();
  },
);

it('in English too', async () => {
  open(reject(chunkMissing()), uiEn);
  expect(await screen.findByText(/part of the software could not be loaded/)).toBeTruthy();
});
