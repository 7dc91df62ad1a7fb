import { oncePending } from './ribbon';

/** How Excel answers when it is asked for the pane; each answer is given by the test. */
function excel() {
  const answers: { yes: () => void; no: () => void }[] = [];
  const show = oncePending(
    () => new Promise((yes, no) => answers.push({ yes, no: () => no(new Error('GenericError')) })),
  );
  const settled = () => new Promise((done) => setImmediate(done));
  return { answers, show, settled };
}

describe('the pane', () => {
  it('is asked for once until it is there, and again for the next command', async () => {
    const { answers, show, settled } = excel();
    const both = [show(), show()];
    await settled();
    expect(answers).toHaveLength(1);
    answers[0].yes();
    await Promise.all(both);
    const third = show();
    await settled();
    expect(answers).toHaveLength(2);
    answers[1].yes();
    await third;
  });

  it('that cannot be shown breaks no command', async () => {
    const { answers, show, settled } = excel();
    const asked = show();
    await settled();
    answers[0].no();
    await expect(asked).resolves.toBeUndefined();
  });

  it('is not waited for where Excel never says that it is there', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { answers, show } = excel();
    const asked = show();
    await jest.advanceTimersByTimeAsync(6000);
    await expect(asked).resolves.toBeUndefined();
    const again = show();
    await jest.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(2);
    answers[1].yes();
    await again;
    jest.useRealTimers();
  });
});
