/**
 * The command line, run again and again in one process: what it is built of is evaluated anew for
 * each command, so none knows of the one before, while Node need not start and what is hot is
 * compiled. A command has ended when nothing is left to do, as where it has a process of its own.
 */
const { renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const SHIM = path.resolve(__dirname, '../../src/cli/tonghop.js');
const BUILT = path.resolve(__dirname, '../../dist/cli/tonghop.js');
const [, , ANSWERS] = process.argv;
const LISTENED = ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'];

let answerTo = null;
let said;
let before;

for (const name of ['stdout', 'stderr']) {
  process[name].write = (text, ...more) => {
    said[name].push(Buffer.from(text));
    const done = more.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
}

process.on('message', ({ folder, args, answer }) => {
  answerTo = answer;
  said = { stdout: [], stderr: [] };
  before = LISTENED.flatMap((name) => process.listeners(name));
  // Nothing of ours keeps the process from ending: so it is seen that the command has.
  process.channel.unref();
  process.chdir(folder);
  process.argv = [process.execPath, SHIM, ...args];
  delete require.cache[SHIM];
  delete require.cache[BUILT];
  require(SHIM);
});

function answer(code) {
  for (const name of LISTENED) {
    for (const listener of process.listeners(name).filter((one) => !before.includes(one))) {
      if (name === 'exit') listener(code);
      process.off(name, listener);
    }
  }
  for (const name of ['stdout', 'stderr']) process[name].removeAllListeners('error');
  const [out, err] = [said.stdout, said.stderr].map((all) => Buffer.concat(all).toString());
  process.exitCode = undefined;
  const written = `${answerTo}.part`;
  writeFileSync(written, JSON.stringify({ code, out, err }));
  renameSync(written, answerTo);
  answerTo = null;
  process.channel.ref();
}

process.on('beforeExit', () => {
  if (answerTo !== null) answer(process.exitCode ?? 0);
});
process.on('uncaughtException', (error) => {
  said.stderr.push(Buffer.from(`${error.stack}\n`));
  answer(1);
});
process.on('disconnect', () => {
  rmSync(ANSWERS, { recursive: true, force: true });
  process.exit();
});
