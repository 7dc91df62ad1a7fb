import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReceivedFile } from '../../app/ports';
import { uiVi } from '../../locale/ui-vi';
import { ServicesContext, type Services } from '../services';
import { RunProvider, useRun } from '../use-run';
import { DropZone } from './drop-zone';

/** Files dropped on the pane: every drop is taken, or it is said that it was not. */

function Busy() {
  const run = useRun();
  return <button onClick={() => run.start(() => new Promise(() => undefined))}>Bận</button>;
}

function open() {
  const given: string[][] = [];
  const onFiles = (files: ReceivedFile[]) => given.push(files.map(({ path }) => path));
  render(
    <ServicesContext value={{ texts: uiVi, language: 'vi' } as unknown as Services}>
      <RunProvider>
        <DropZone onFiles={onFiles} />
        <Busy />
      </RunProvider>
    </ServicesContext>,
  );
  const zone = document.querySelector('.drop')!;
  const drop = (items: object[], files: File[] = []) =>
    fireEvent.drop(zone, { dataTransfer: { items, files } });
  return { given, drop };
}

const file = (name: string) => ({
  isFile: true,
  fullPath: `/${name}`,
  file: (done: (one: File) => void) => done(new File(['x'], name)),
});
const spoiled = {
  isFile: true,
  fullPath: '/a.xlsx',
  file: (_: unknown, failed: (error: Error) => void) => failed(new Error('NotFoundError')),
};
const entry = (of: object) => ({ webkitGetAsEntry: () => of });

it('files that Excel does not hand over are said, and the next drop is taken', async () => {
  const { given, drop } = open();
  drop([entry(spoiled)]);
  expect(await screen.findByText(uiVi.files.dropNotRead)).toBeVisible();
  drop([entry(file('b.xlsx'))]);
  await waitFor(() => expect(given).toEqual([['b.xlsx']]));
  expect(screen.queryByText(uiVi.files.dropNotRead)).toBeNull();
});

it('so is a drop in which there are none', async () => {
  const { given, drop } = open();
  drop([{ webkitGetAsEntry: () => null }]);
  expect(await screen.findByText(uiVi.files.dropNotRead)).toBeVisible();
  expect(given).toEqual([]);
});

it('a drop while something else runs is not taken, and that is said', async () => {
  const { given, drop } = open();
  fireEvent.click(screen.getByText('Bận'));
  drop([entry(file('a.xlsx'))]);
  expect(await screen.findByText(uiVi.files.dropTooEarly)).toBeVisible();
  expect(given).toEqual([]);
});
