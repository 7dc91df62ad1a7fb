import { act, render } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { Commands, useCommand, type Command, type Ribbon } from './commands';

let shown = 0;

/** A press of before the pane was there: Excel tells of it as soon as somebody listens. */
function pressed(command: Command): Ribbon {
  return {
    listen: (run) => {
      void run(command);
      return () => undefined;
    },
    showPane: async () => void shown++,
    fit: () => undefined,
  };
}

const arriving: { now(): void }[] = [];
const done: string[] = [];

function Screen() {
  useCommand('consolidate', () => done.push('consolidate'));
  return null;
}

/** A screen that is fetched when it is first shown. */
function Late() {
  const [isHere, setHere] = useState(false);
  useEffect(() => void arriving.push({ now: () => setHere(true) }), []);
  return isHere ? <Screen /> : null;
}

it('a button of the ribbon pressed before its screen was fetched has its answer when it is there', () => {
  done.length = 0;
  const unfit: Command[] = [];
  render(
    <Commands ribbon={pressed('consolidate')} kind="desk" onUnfit={(one) => unfit.push(one)}>
      <Late />
    </Commands>,
  );
  expect(unfit).toEqual([]);
  act(() => arriving.at(-1)!.now());
  expect(done).toEqual(['consolidate']);
});

it('whoever pressed is shown that the screen is on its way', () => {
  shown = 0;
  render(
    <Commands ribbon={pressed('consolidate')} kind="desk" onUnfit={() => undefined}>
      <Late />
    </Commands>,
  );
  expect(shown).toBe(1);
});

it('what was pressed long before its screen came is done no more', () => {
  jest.useFakeTimers();
  try {
    done.length = 0;
    render(
      <Commands ribbon={pressed('consolidate')} kind="desk" onUnfit={() => undefined}>
        <Late />
      </Commands>,
    );
    jest.advanceTimersByTime(120_000);
    act(() => arriving.at(-1)!.now());
    expect(done).toEqual([]);
  } finally {
    jest.useRealTimers();
  }
});

it('one that fits no screen of the workbook is answered in words', () => {
  done.length = 0;
  const unfit: Command[] = [];
  render(
    <Commands ribbon={pressed('consolidate')} kind="form" onUnfit={(one) => unfit.push(one)}>
      <Late />
    </Commands>,
  );
  act(() => arriving.at(-1)!.now());
  expect([unfit, done]).toEqual([['consolidate'], []]);
});
