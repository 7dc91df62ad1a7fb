import { spawnSync } from 'node:child_process';

/**
 * CPU seconds, the most memory any one process took and the output, of a command and all it starts.
 */
const MEASURED = `
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = done.stdout.decode().strip()
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said]))
sys.stderr.write(done.stderr.decode()[-2000:])
`;

/** Another one where pandas is installed. */
export const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

export interface Run {
  seconds: number;
  megabytes: number;
  said: string;
}

/** A command in processes of its own, as a person starts it. */
export function runAlone(command: readonly string[], cwd: string): Run {
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', MEASURED, ...command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const [status, seconds, megabytes, said] = JSON.parse(stdout) as [number, number, number, string];
  // 1: done, with a file that has an error.
  if (status !== 0 && status !== 1)
    throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, megabytes, said };
}
