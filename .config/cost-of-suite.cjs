const { existsSync, readdirSync, readFileSync, appendFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');

// What a suite took of the processor since the one before it ended in its worker, the processes it
// started with it (on Linux; the browser is everybody's and in no suite), and how many assertions
// were reached.

/** Of a process and of those it started and saw end. */
function secondsOf(pid) {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return told.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / 100, 0);
  } catch {
    return 0;
  }
}

function secondsSoFar() {
  if (!existsSync('/proc/self/task')) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
  const started = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return ['self', ...started].reduce((sum, pid) => sum + secondsOf(pid), 0);
}

const worker = runInThisContext('globalThis');
let assertions = 0;
let tests = 0;

afterEach(() => {
  tests++;
  assertions += expect.getState().assertionCalls;
});

afterAll(() => {
  const seconds = secondsSoFar();
  const own = (seconds - (worker.secondsSoFar ?? 0)).toFixed(2);
  worker.secondsSoFar = seconds;
  const suite = expect.getState().testPath.slice(process.env.COST_ROOT.length);
  appendFileSync(process.env.COST, `${[suite, own, tests, assertions].join('\t')}\n`);
});
