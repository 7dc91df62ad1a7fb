import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SELF_CHECKS } from '../../src/app/self-check';
import { uiVi } from '../../src/locale/ui-vi';
import generated from '../../src/workbench/host/api-sets.json';

/** Every plain text of the pane. */
function textsIn(texts: object): string[] {
  return Object.values(texts).flatMap((one: unknown) =>
    typeof one === 'string' ? [one] : typeof one === 'object' && one ? textsIn(one) : [],
  );
}

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

  it('the twenty steps name buttons that are there', () => {
    const steps = readFileSync(resolve(ROOT, 'docs/real-excel.md'), 'utf8');
    const inItalics = steps.replace(/\*\*[^*\n]+\*\*/g, '').matchAll(/\*([^*\n]+)\*/g);
    const names = [...inItalics].map(([, name]) => name);
    // Excel's own names are in English but for one; sheets, columns and the page's own beside them.
    const others = new Set(['Bật Chỉnh sửa', 'Kiểm soát', 'Mục lục', 'Biểu đồ', 'Đơn vị', 'Mã']);
    for (const name of ['Chỉ tiêu 2024-03', 'Ghi lại', 'Tổng Hợp']) others.add(name);
    const texts = new Set(textsIn(uiVi));
    const unknown = names.filter(
      (name) => /[À-ỹĐđ]/.test(name) && !others.has(name) && !texts.has(name),
    );
    expect(names.length).toBeGreaterThan(30);
    expect(unknown).toEqual([]);
  });

  it('what only a real Excel can tell is told by steps and self-checks that are there', () => {
    const page = (name: string) => readFileSync(resolve(ROOT, 'docs', name), 'utf8');
    const steps = [...page('real-excel.md').matchAll(/^\| (\d+) \|/gm)].map(([, step]) => +step);
    expect(steps).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const [, table] = page('office-host.md').split('| Guess | Settled by |\n|---|---|\n');
    const rows = table.split('\n\n')[0].split('\n');
    const settled = rows.map((row) => row.split('|').at(-2)!.trim());
    expect(settled.length).toBeGreaterThan(15);
    for (const one of settled.filter((told) => !told.startsWith('nowhere: '))) {
      const ids = [...one.matchAll(/`([^`]+)`/g)].map(([, id]) => id);
      const named = [...one.replace(/`[^`]+`/g, '').matchAll(/\d+/g)].map(([step]) => +step);
      expect(ids.filter((id) => !(SELF_CHECKS as readonly string[]).includes(id))).toEqual([]);
      expect(named.filter((step) => !steps.includes(step))).toEqual([]);
      expect(ids.length + named.length).toBeGreaterThan(0);
    }
  });
});
