import { scratch, tonghop } from './tonghop';

/** What the usage promises is what a command takes. */
const folder = scratch();
afterAll(folder.remove);

const optionsOf = (text: string) =>
  [...new Set(text.match(/--[a-z-]+/g) ?? [])].filter((one) => one !== '--lang').sort();

const usage = new Map<string, string>();
for (const line of tonghop(folder.path, '--help').out.split('\n')) {
  const command = /^tonghop ([a-z-]+)/.exec(line)?.[1] ?? [...usage.keys()].at(-1);
  // A line of its own is a paragraph about every command.
  if (line.trim() === '') break;
  if (command) usage.set(command, `${usage.get(command) ?? ''}\n${line}`);
}

it.each([...usage])('%s takes the options its usage says, and no other', (command, said) => {
  // The refusal of an option that belongs to another command lists those that do not.
  const other = command === 'lake' ? '--common' : '--level';
  const { err } = tonghop(folder.path, command, other, 'x');
  const [, allowed] = /tùy chọn: (.*)$/m.exec(err) ?? [];
  expect(optionsOf(allowed ?? '')).toEqual(optionsOf(said));
});
