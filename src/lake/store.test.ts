import { EMPTY_LIST, nextLog, NO_LOG, readLog } from './store';

interface Line {
  metaData?: { id: string; schemaString: string };
}

const lines = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

it('a table that was made before a column was added to it tells that column with what is next', () => {
  const first = nextLog('indicators', NO_LOG, EMPTY_LIST, 0)!;
  const text = new TextDecoder().decode(first.bytes);
  expect(nextLog('indicators', readLog('indicators', [text])!, EMPTY_LIST, 1)).toBeNull();
  const own = lines(first.bytes).find(({ metaData }) => metaData)!.metaData!;
  const fields = JSON.parse(own.schemaString) as { fields: { name: string }[] };
  const before = JSON.stringify({
    ...fields,
    fields: fields.fields.filter(({ name }) => name !== 'compared'),
  });
  const older = JSON.stringify({ metaData: { ...own, schemaString: before } });
  const next = nextLog('indicators', readLog('indicators', [older])!, EMPTY_LIST, 1)!;
  expect(next.path).toMatch(/1\.json$/);
  expect(lines(next.bytes).find(({ metaData }) => metaData)!.metaData).toMatchObject({
    id: own.id,
    schemaString: own.schemaString,
  });
});
