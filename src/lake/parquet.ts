import { parquetWriteBuffer } from 'hyparquet-writer';
import { PRECISION, SCALE } from './decimals';
import type { Column, Row } from './tables';

/** DECIMAL(28,10) takes twelve bytes. */
const DECIMAL_BYTES = 12;

/**
 * One Parquet file, the same bytes for the same rows. Text as it is, numbers typed, decimals as
 * bytes of a fixed length.
 */
export function parquetOf(columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  const columnData = columns.map(({ name }) => ({ name, data: rows.map((row) => row[name]) }));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      schema: schemaOf(columns),
      createdBy: 'tonghop',
      rowGroupSize: 100_000,
    }),
  );
}

type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>;

function schemaOf(columns: readonly Column[]): Schema {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
}

function elementOf({ name, type, isNullable }: Column): Schema[number] {
  const common = {
    name,
    repetition_type: isNullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
  };
  if (type === 'text') return { ...common, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  if (type === 'integer') return { ...common, type: 'INT32' };
  return {
    ...{ ...common, type: 'FIXED_LEN_BYTE_ARRAY', type_length: DECIMAL_BYTES },
    ...{ converted_type: 'DECIMAL', precision: PRECISION, scale: SCALE },
  };
}
