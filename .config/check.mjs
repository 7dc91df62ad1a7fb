import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * `npm run check`: types, lint, arrows and format beside each other, as many as there are cores;
 * each says what it found when it has ended, and one that fails does not hide the others.
 */
const waiting = ['lint:rules', 'format', 'types', 'lint:arrows'];
let isWell = true;

function run(script) {
  return new Promise((done) => {
    const child = spawn(`npm run --silent ${script}`, { shell: true });
    const said = [];
    child.stdout.on('data', (data) => said.push(data));
    child.stderr.on('data', (data) => said.push(data));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      if (code !== 0) {
        isWell = false;
        console.error(`npm run ${script}: exit ${code}`);
      }
      done();
    });
  });
}

async function lane() {
  for (let script = waiting.shift(); script; script = waiting.shift()) await run(script);
}

await Promise.all(Array.from({ length: availableParallelism() }, lane));
process.exitCode = isWell ? 0 : 1;
