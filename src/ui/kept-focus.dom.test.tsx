import { useRef, useState } from 'react';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useKeptFocus } from './kept-focus';

function Pane() {
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane);
  const [step, setStep] = useState('một');
  const [isOpen, setOpen] = useState(true);
  return (
    <div ref={pane}>
      {step === 'một' && <button onClick={() => setStep('hai')}>Sang bước hai</button>}
      <section className="step" aria-label={step}>
        <div data-testid="thẻ">
          {isOpen && <button onClick={() => setOpen(false)}>Gửi giải trình</button>}
        </div>
        <button>Khác</button>
      </section>
    </div>
  );
}

it('goes to the step that came instead of what had it', async () => {
  render(<Pane />);
  await userEvent.click(screen.getByRole('button', { name: 'Sang bước hai' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region')));
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Gửi giải trình' }));
});

it('stays where it was within a step, and the Tab key goes on from there', async () => {
  render(<Pane />);
  await userEvent.click(screen.getByRole('button', { name: 'Gửi giải trình' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('thẻ')));
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Khác' }));
});

it('is left alone while the person works in the sheet beside the pane, and kept when they come back', async () => {
  render(<Pane />);
  const button = screen.getByRole('button', { name: 'Gửi giải trình' });
  button.focus();
  // A browser tells the page so when the focus goes to another frame or window.
  window.dispatchEvent(new Event('blur'));
  act(() => button.click());
  await waitFor(() => expect(button).not.toBeInTheDocument());
  await new Promise((later) => setTimeout(later));
  expect(document.body).toHaveFocus();
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(screen.getByTestId('thẻ')).toHaveFocus());
});

it.each([
  ['before', ['pointerdown', 'focus']],
  ['after', ['focus', 'pointerdown']],
])('is not given where they come back by a press, told %s', async (_, events) => {
  render(<Pane />);
  const button = screen.getByRole('button', { name: 'Gửi giải trình' });
  button.focus();
  window.dispatchEvent(new Event('blur'));
  act(() => button.click());
  await waitFor(() => expect(button).not.toBeInTheDocument());
  for (const event of events) window.dispatchEvent(new Event(event));
  await new Promise((later) => setTimeout(later, 20));
  expect(document.body).toHaveFocus();
  window.dispatchEvent(new Event('pointerup'));
});
