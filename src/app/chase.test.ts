import { MemoryWorkbook } from '../../test/memory-workbook';
import { builtinPlan } from '../domain/plan/builtin';
import { periodOf } from '../domain/period/period';
import type { HandIn } from '../domain/report/hand-in';
import type { Submission } from '../domain/submission/submission';
import { calendarFile } from '../text/calendar-file';
import { mailDraft } from '../text/mail-draft';
import { emptyWorkbook } from '../workbook/workbook';
import {
  addressesOf,
  chasedBefore,
  chaseList,
  chaseTable,
  chaseText,
  dayAskedFor,
  dueDays,
  noteChased,
} from './chase';

const plan = builtinPlan('vinh-chap-2024')!;
const march = periodOf('2024-03');
const row = (at: number, state: HandIn['state'], late: number | null = null): HandIn => ({
  agency: plan.agencies.filter(({ reports }) => reports)[at],
  state,
  owed: 1,
  received: 1,
  due: '2024-03-18',
  latest: late === null ? null : ({ late } as Submission),
});
const list = chaseList([
  row(0, 'accepted', 2),
  row(1, 'returned', 0),
  row(2, 'missing'),
  row(0, 'accepted', 0),
]);

it('everyone who owes something stands in one list, the missing first', () => {
  expect(list.map(({ row: { agency }, reason }) => [agency.code, reason])).toEqual([
    [row(2, 'missing').agency.code, 'missing'],
    [row(1, 'missing').agency.code, 'returned'],
    [row(0, 'missing').agency.code, 'late'],
  ]);
});

it('asks for a day that is still to come: the due date, or two working days from today', () => {
  expect(dayAskedFor(plan, march, '2024-03-11')).toBe('2024-03-18');
  expect(dayAskedFor(plan, march, '2024-03-18')).toBe('2024-03-18');
  // A Friday: Monday and Tuesday are the working days.
  expect(dayAskedFor(plan, march, '2024-03-22')).toBe('2024-03-26');
});

it('writes to one by its name, to several in one text', () => {
  const one = chaseText(plan, march, list.slice(0, 1), '2024-03-26');
  expect(one.subject).toBe(`Đôn đốc báo cáo tháng 3/2024 (${plan.number})`);
  expect(one.body).toContain(`Kính gửi ${list[0].row.agency.name},`);
  expect(one.body).toContain('(hạn nộp 18/3/2024): chưa nộp.');
  expect(one.body).toContain('Đề nghị đơn vị kiểm tra và nộp trước hết ngày 26/3/2024.');
  const all = chaseText(plan, march, list, '2024-03-26').body;
  expect(all).toContain('còn 3 đơn vị:');
  for (const [
    index,
    {
      row: { agency },
    },
  ] of list.entries())
    expect(all).toContain(`${index + 1}. ${agency.name}: `);
  const table = chaseTable(march, list, '2024-03-26');
  expect([0, 1, 2, 3, 4].map((column) => table.value(1, column))).toEqual([
    list[0].row.agency.code,
    list[0].row.agency.name,
    'chưa nộp',
    '18/3/2024',
    '26/3/2024',
  ]);
});

it('who is to be asked stands in the list, and their addresses in the draft', () => {
  const reachable = list.slice(0, 3).map((one, index) => ({
    ...one,
    row: {
      ...one.row,
      agency: {
        ...one.row.agency,
        contact: {
          person: 'Bà Mẫu',
          phone: '0294 3 855 555',
          email: ['a@mau.gov.vn', 'a@mau.gov.vn; b@mau.gov.vn', ''][index],
        },
      },
    },
  }));
  expect(addressesOf(reachable)).toEqual(['a@mau.gov.vn', 'b@mau.gov.vn']);
  expect(addressesOf(list)).toEqual([]);
  const table = chaseTable(march, reachable, '2024-03-26');
  expect([5, 6, 7].map((column) => table.value(2, column))).toEqual([
    'Bà Mẫu',
    '0294 3 855 555',
    'a@mau.gov.vn; b@mau.gov.vn',
  ]);
  const headOf = (to: string[]) => mailDraft({ subject: 'a', body: 'b', to }).split('Subject')[0];
  // Of several nobody sees the others.
  expect(headOf(addressesOf(reachable))).toBe(
    'X-Unsent: 1\r\nBcc: a@mau.gov.vn,\r\n b@mau.gov.vn\r\n',
  );
  expect(headOf(['a@mau.gov.vn'])).toBe('X-Unsent: 1\r\nTo: a@mau.gov.vn\r\n');
  expect(headOf(['a@mau.gov.vn\r\nX: y', 'ă@mau.gov.vn', ''])).toBe('X-Unsent: 1\r\n');
});

it('a draft says the same after a mail program has read it, in lines of at most 78 bytes', () => {
  for (const mail of [
    chaseText(plan, march, list, '2024-03-26'),
    { subject: 'a', body: '' },
    { subject: 'Đôn đốc '.repeat(30), body: 'x\ny' },
  ]) {
    const draft = mailDraft(mail);
    const [head, body] = draft.split('\r\n\r\n');
    for (const line of draft.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(78);
    expect(head).toMatch(/^X-Unsent: 1\r\n/);
    const subject = /Subject: ((?:.|\r\n )*)/.exec(head)![1];
    const words = [...subject.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, word]) =>
      Buffer.from(word, 'base64').toString(),
    );
    // Each word is of whole letters.
    expect(words.join('')).toBe(mail.subject);
    expect(words.join('')).not.toContain('\uFFFD');
    expect(Buffer.from(body, 'base64').toString()).toBe(mail.body.replace(/\n/g, '\r\n'));
  }
});

it('the calendar has every due date of the plan under a name that stays, in lines of at most 75 bytes', () => {
  const days = dueDays(plan);
  const file = calendarFile(days, '20240318T020000Z');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = file.replace(/\r\n /g, '');
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(days.length);
  expect(unfolded).toContain(
    'UID:vinh-chap-2024-2024-03@tong-hop\r\nDTSTAMP:20240318T020000Z\r\nDTSTART;VALUE=DATE:20240318\r\n',
  );
  expect(unfolded).toContain(`SUMMARY:Hạn nộp tháng 3/2024 (${plan.number})`);
});

it('what was sent is noted in the workbook, told the next time, and can be taken back', async () => {
  const port = new MemoryWorkbook(emptyWorkbook([]));
  expect(await chasedBefore(port, march)).toEqual(new Map());
  await noteChased(port, march, list.slice(0, 2), { who: 'Lan', at: '2024-03-19 08:30:00' });
  const undo = await noteChased(port, march, list.slice(0, 1), {
    who: 'Lan',
    at: '2024-03-21 08:30:00',
  });
  const [first, second] = list.map(({ row: { agency } }) => agency.code);
  expect(await chasedBefore(port, march)).toEqual(
    new Map([
      [first, '2024-03-21 08:30:00'],
      [second, '2024-03-19 08:30:00'],
    ]),
  );
  expect(await chasedBefore(port, periodOf('2024-04'))).toEqual(new Map());
  await undo();
  expect((await chasedBefore(port, march)).get(first)).toBe('2024-03-19 08:30:00');
});
