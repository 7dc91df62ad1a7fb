import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import generated from '../../src/workbench/host/api-sets.json';

const ROOT = resolve(__dirname, '../..');

describe('what the Office host says of itself', () => {
  it('lists of members and coverage are those of the typings and the classes', () => {
    const { status, stderr } = spawnSync(process.execPath, ['.config/office-host.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr.replace(/npm warn.*\n/g, '')).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['Range', 'values', 's1.1'],
    ['Range', 'getRangeEdge', 'm1.13'],
    ['Worksheet', 'notes', 'n1.18'],
    ['Worksheet', 'onNameChanged', 'e1.17'],
    ['Application', 'calculationMode', 's1.1'],
    ['Worksheet', 'getRanges', 'm1.9'],
  ])('takes the requirement set of %s.%s from the typings', (name, member, code) => {
    expect((generated as unknown as Record<string, Record<string, string>>)[name][member]).toBe(
      code,
    );
  });
});
