import { useState } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { firstVi } from '../locale/first-vi';
import type { UiTexts } from '../locale/ui-texts';
import { uiVi } from '../locale/ui-vi';
import { onDemand } from './on-demand';
import { ServicesContext, useServices, type FirstServices } from './services';

function Part() {
  return <p>{useServices().texts.drop}</p>;
}

/** A pane with the words of its first screen, and a part that says others. */
function Pane({ fetchWords }: { fetchWords(): Promise<UiTexts> }) {
  const [all, setAll] = useState<UiTexts | null>(null);
  const [Shown] = useState(() => onDemand(() => Promise.resolve(Part)));
  const words = all
    ? { texts: all }
    : { texts: firstVi, restOfTexts: async () => setAll(await fetchWords()) };
  return (
    <ServicesContext value={{ language: 'vi', ...words } as unknown as FirstServices}>
      <Shown />
    </ServicesContext>
  );
}

it('a part is shown once the words it says are there', async () => {
  render(<Pane fetchWords={() => Promise.resolve(uiVi)} />);
  expect(screen.getByRole('status').textContent).toBe(firstVi.loadingPart);
  expect(await screen.findByText(uiVi.drop)).toBeTruthy();
});

it('words that cannot be fetched are said so in Vietnamese, and are asked for again', async () => {
  let isAway = true;
  render(
    <Pane fetchWords={() => (isAway ? Promise.reject(Error('mất')) : Promise.resolve(uiVi))} />,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Vui lòng kiểm tra mạng');
  isAway = false;
  fireEvent.click(screen.getByText(firstVi.tryAgain));
  expect(await screen.findByText(uiVi.drop)).toBeTruthy();
});
