import type { FindingCode } from '../../src/domain/finding/finding';
import {
  IDENTITY_NAME,
  IDENTITY_PROPERTY,
  META_IDENTITY_LABEL,
} from '../../src/domain/template/identity';
import { META_SHEET } from '../../src/domain/template/meta-sheet';
import { cellName } from '../../src/workbook/address';
import type { Sheet } from '../../src/workbook/sheet';
import type { Form } from '../forms';
import { indicator } from './base';
import type { DefectCase, Place } from './case';

const silent = true as const;

const STARTS = { period: 'Kỳ báo cáo', agency: 'Đơn vị báo cáo' };

/** Where the head of a form says it. */
function lineOf(sheet: Sheet, of: keyof typeof STARTS): [number, number] | null {
  for (const [row, cells] of sheet.rows)
    for (const [column, { value }] of cells)
      if (typeof value === 'string' && value.startsWith(STARTS[of])) return [row, column];
  return null;
}

function wipe(form: Form, of: keyof typeof STARTS): void {
  for (const sheet of form.workbook.sheets) {
    const place = lineOf(sheet, of);
    if (place) sheet.cell(...place)!.value = null;
  }
}

/** A line of the head of the first sheet written anew. */
function line(
  name: string,
  of: 'period' | 'agency',
  write: (text: string) => string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    spoil(form): Place {
      const { sheet } = form.row(indicator(form, 0));
      const [row, column] = lineOf(sheet, of)!;
      const cell = sheet.cell(row, column)!;
      cell.value = write(String(cell.value));
      return { sheet: sheet.name, cell: cellName(row, column) };
    },
    ...more,
  };
}

const agency = (text: string) => () => `Đơn vị báo cáo: ${text}. Hạn nộp: 16/5/2024.`;

/** Every place that carries the identity, changed or wiped. */
function identities(form: Form, write: (text: string) => string | null): void {
  const { workbook } = form;
  const property = write(workbook.properties.get(IDENTITY_PROPERTY)!);
  if (property === null) workbook.properties.delete(IDENTITY_PROPERTY);
  else workbook.properties.set(IDENTITY_PROPERTY, property);
  const name = write(workbook.names.get(IDENTITY_NAME)!);
  if (name === null) workbook.names.delete(IDENTITY_NAME);
  else workbook.names.set(IDENTITY_NAME, name);
  for (const sheet of workbook.sheets) {
    for (const [row, cells] of sheet.rows) {
      for (const cell of cells.values()) {
        if (
          row < 40 &&
          typeof cell.value === 'string' &&
          /TH2\/\S+\/\S+\/\S+\/\d{4}/.test(cell.value)
        )
          cell.value = write(cell.value);
      }
    }
  }
}

/** Only the meta sheet says something else. */
function meta(form: Form, write: (text: string) => string): void {
  const sheet = form.workbook.sheets.find(({ name }) => name === META_SHEET)!;
  for (const cells of sheet.rows.values())
    if (cells.get(0)?.value === META_IDENTITY_LABEL)
      cells.get(1)!.value = write(String(cells.get(1)!.value));
}

const file = (
  name: string,
  spoil: (form: Form) => void,
  more: Partial<DefectCase> = {},
): DefectCase => ({
  name,
  spoil: (form) => (spoil(form), null),
  ...more,
});

export const IDENTITY: Partial<Record<FindingCode, readonly DefectCase[]>> = {
  'other-period-in-head': [
    line('the head names the month before', 'period', (text) =>
      text.replace('Tháng 5/2024', 'Tháng 4/2024'),
    ),
    line('in other words', 'period', (text) => text.replace('Tháng 5/2024', 'tháng 04 năm 2024')),
    line(
      'with that month’s days, which say nothing else',
      'period',
      () => 'Kỳ báo cáo: Tháng 6/2024 (Từ ngày 15/5/2024 đến ngày 14/6/2024)',
    ),
    line(
      'the same month in other words',
      'period',
      (text) => text.replace('Tháng 5/2024', 'tháng 05 năm 2024'),
      { silent },
    ),
  ],
  'other-window': [
    line(
      'calendar days',
      'period',
      () => 'Kỳ báo cáo: Tháng 5/2024 (Từ ngày 01/5/2024 đến ngày 31/5/2024)',
    ),
    line(
      'the window of the month before',
      'period',
      () => 'Kỳ báo cáo: Tháng 5/2024 (15/3/2024 - 14/4/2024)',
    ),
    line(
      'the same days in other words',
      'period',
      () => 'Kỳ báo cáo: Tháng 5/2024 (từ 15/4/2024 đến 14/5/2024)',
      { silent },
    ),
    line('no days', 'period', () => 'Kỳ báo cáo: Tháng 5/2024', { silent }),
  ],
  'other-agency-in-head': [
    line('another agency in the head', 'agency', agency('Sở Tư pháp')),
    line('by its short name', 'agency', agency('Sở Y tế')),
    line('its own', 'agency', (text) => text, { silent }),
  ],
  'agency-misspelt': [
    line('a letter wrong', 'agency', (text) => text.replace(/(xã|thị trấn) (.*).$/, '$1 $2x')),
    line('like none', 'agency', agency('Công ty Bình Minh')),
    line('its own', 'agency', (text) => text, { silent }),
  ],
  'agency-abbreviated': [
    line('UBND for Ủy ban nhân dân', 'agency', (text) => text.replace('Ủy ban nhân dân', 'UBND')),
    line('only the place', 'agency', (text) => text.replace('Ủy ban nhân dân ', '')),
    line('its own', 'agency', (text) => text, { silent }),
  ],
  'identity-missing': [
    file('every place wiped, and the head', (form) => {
      identities(form, () => null);
      wipe(form, 'agency');
    }),
    file('every place wiped, and the period', (form) => {
      identities(form, () => null);
      wipe(form, 'period');
    }),
    file('the property lost', (form) => void form.workbook.properties.clear(), { silent }),
  ],
  'identity-restored': [
    file('every place wiped', (form) => identities(form, () => null)),
    file('every place wiped and the agency shortened', (form) => {
      identities(form, () => null);
      for (const sheet of form.workbook.sheets) {
        const place = lineOf(sheet, 'agency');
        if (!place) continue;
        const cell = sheet.cell(...place)!;
        cell.value = String(cell.value).replace('Ủy ban nhân dân', 'UBND');
      }
    }),
    file(
      'one place left',
      (form) => void (form.workbook.properties.clear(), form.workbook.names.clear()),
      { silent },
    ),
  ],
  'identity-conflict': [
    file('the meta sheet of another agency', (form) =>
      meta(form, (text) => text.replace('/29461/', '/29462/')),
    ),
    file('the visible cell of another month', (form) => {
      const { sheet } = form.row(indicator(form, 0));
      const cell = sheet.cell(1, 1)!;
      cell.value = String(cell.value).replace(/2024-05$/, '2024-04');
    }),
    file(
      'another version of the template',
      (form) => meta(form, (text) => text.replace(/\/[0-9a-f]{8}\//, '/00000000/')),
      { silent },
    ),
  ],
  'other-plan': [
    file('a form of another plan', (form) =>
      identities(form, (text) => text.replace('tra-vinh-2024', 'vinh-long-2023')),
    ),
    file('its own', () => undefined, { silent }),
  ],
  'unknown-agency': [
    file('a code nobody has', (form) =>
      identities(form, (text) => text.replace('/29461/', '/99999/')),
    ),
    file('its own', () => undefined, { silent }),
  ],
  'unscheduled-period': [
    file(
      'a quarter of a year the plan is not for',
      (form) => identities(form, (text) => text.replace('2024-05', '2031-05')),
      { also: ['agency-not-valid', 'other-period-in-head'] },
    ),
    file('its own', () => undefined, { silent }),
  ],
};
