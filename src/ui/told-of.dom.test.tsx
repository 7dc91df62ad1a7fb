import { act, render, screen } from '@testing-library/react';
import type { Undo, WorkbookPort } from '../app/ports';
import { uiVi } from '../locale/ui-vi';
import { ServicesContext, type Services } from './services';
import { useToldOf } from './told-of';

/** Excel as far as it tells of edits; what it answers is given by the test. */
class Telling implements Pick<WorkbookPort, 'onEdit'> {
  tell: () => void = () => undefined;
  stopped = 0;
  answer: (isYes: boolean) => void = () => undefined;

  onEdit(told: () => void): Promise<Undo> {
    this.tell = told;
    return new Promise((yes, no) => {
      this.answer = (isYes) =>
        isYes ? yes(async () => void this.stopped++) : no(new Error('GeneralException'));
    });
  }
}

function Listening({ isWanted, onTold }: { isWanted?: boolean; onTold(): void }) {
  return <p>{useToldOf('onEdit', onTold, isWanted) ? 'điếc' : 'nghe'}</p>;
}

function open() {
  const port = new Telling();
  const told: string[] = [];
  const of = (props: { isWanted?: boolean; name?: string }) => (
    <ServicesContext value={{ port, texts: uiVi, language: 'vi' } as unknown as Services}>
      <Listening
        {...(props.isWanted === undefined ? {} : { isWanted: props.isWanted })}
        onTold={() => told.push(props.name ?? '')}
      />
    </ServicesContext>
  );
  return { port, told, of, ...render(of({ name: 'một' })) };
}
const answered = (port: Telling, isYes: boolean) => act(async () => port.answer(isYes));

it('tells what is wanted last, until the screen is gone', async () => {
  const { port, told, of, rerender, unmount } = open();
  await answered(port, true);
  port.tell();
  rerender(of({ name: 'hai' }));
  port.tell();
  expect(told).toEqual(['một', 'hai']);
  unmount();
  expect(port.stopped).toBe(1);
  // Excel may have one on its way.
  port.tell();
  expect(told).toEqual(['một', 'hai']);
});

it('one that is answered after the screen is gone is ended all the same', async () => {
  const { port, unmount } = open();
  unmount();
  await answered(port, true);
  expect(port.stopped).toBe(1);
});

it('an Excel that will not tell is known', async () => {
  const { port, of, rerender } = open();
  await answered(port, false);
  expect(screen.getByText('điếc')).toBeVisible();
  // What nobody wants to hear of, nobody misses.
  rerender(of({ isWanted: false }));
  expect(screen.getByText('nghe')).toBeVisible();
});
