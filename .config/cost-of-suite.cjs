const { appendFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');

// What a suite took of the processor since the one before it ended in its worker, and how many
// assertions were reached; what its children took (the browser, command lines) is not in it.

const worker = runInThisContext('globalThis');
let assertions = 0;
let tests = 0;

afterEach(() => {
  tests++;
  assertions += expect.getState().assertionCalls;
});

afterAll(() => {
  const { user, system } = process.cpuUsage();
  const seconds = (user + system) / 1e6;
  const own = (seconds - (worker.secondsSoFar ?? 0)).toFixed(2);
  worker.secondsSoFar = seconds;
  const suite = expect.getState().testPath.slice(process.env.COST_ROOT.length);
  appendFileSync(process.env.COST, `${[suite, own, tests, assertions].join('\t')}\n`);
});
