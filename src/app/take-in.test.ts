import { Form } from '../../test/forms';
import { periodOf } from '../domain/period/period';
import { assignedTasks } from '../domain/plan/assigned';
import { builtinPlan } from '../domain/plan/builtin';
import { findAgency } from '../domain/plan/plan';
import { writeReasons } from '../domain/reading/form-tables';
import type { Submission } from '../domain/submission/submission';
import { checkHere } from '../intake/check-here';
import { Sheet } from '../workbook/sheet';
import { writeWorkbook } from '../xlsx/write/workbook';
import { Cancelled, type Progress, type ReceivedFile } from './ports';
import { takeIn, type TakeInOptions } from './take-in';

const plan = builtinPlan('tra-vinh-2024')!;
const quiet: Progress = { cancelled: false, step: () => undefined };
const options: TakeInOptions = {
  period: null,
  partial: false,
  received: '2024-03-18',
  upTo: null,
  run: 'lượt 1',
};

async function file(
  form: Form,
  path = form.fileName,
  modified = '2024-03-18T09:00:00+07:00',
): Promise<ReceivedFile> {
  const bytes = await writeWorkbook(form.workbook);
  return { path, modified: new Date(modified), size: bytes.length, bytes: async () => bytes };
}

const raw = (path: string, text: string): ReceivedFile => ({
  path,
  modified: null,
  size: text.length,
  bytes: async () => new Uint8Array(Buffer.from(text, 'latin1')),
});

const receive = (
  files: ReceivedFile[],
  ledger: Submission[] = [],
  more: Partial<TakeInOptions> = {},
) => takeIn(plan, ledger, files, checkHere, { ...options, ...more }, quiet);

const form = (agency = '29461') => Form.of(agency, '2024-03').fill();

describe('a drop of files', () => {
  it('every bad file has its own reason and the sound ones go on', async () => {
    const sound = await file(form());
    const truncated = {
      ...sound,
      path: 'cắt.xlsx',
      bytes: async () => (await sound.bytes()).slice(0, 3000),
    };
    const encrypted = raw(
      'khóa.xlsx',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + 'EncryptedPackage'.split('').join('\0') + '\0',
    );
    const { files, added } = await receive([
      raw('rỗng.xlsx', ''),
      truncated,
      raw('ảnh.xlsx', '%PDF-1.7'),
      encrypted,
      raw('cũ.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      raw('thư.xlsx', 'Kính gửi'),
      raw('web.xls', '<html><table></table>'),
      sound,
      await file(Form.of('MC', '2024-03', 'vinh-chap-2024').fill(), 'kế hoạch khác.xlsx'),
    ]);
    expect(
      files.map((one) => [one.file, one.verdict, one.findings.map((found) => found.code)]),
    ).toEqual([
      ['rỗng.xlsx', 'unreadable', ['file-empty']],
      ['cắt.xlsx', 'unreadable', ['file-damaged']],
      ['ảnh.xlsx', 'unreadable', ['file-scan']],
      ['khóa.xlsx', 'unreadable', ['file-encrypted']],
      ['cũ.xls', 'unreadable', ['file-not-a-workbook']],
      ['thư.xlsx', 'unreadable', ['file-not-a-workbook']],
      ['web.xls', 'errors', ['file-no-form', 'file-converted']],
      [sound.path, 'clean', []],
      ['kế hoạch khác.xlsx', 'errors', ['other-plan']],
    ]);
    expect(added.map((submission) => submission.agency)).toEqual(['29461']);
  });

  it('a scan beside its sheet is the signed copy; alone it is a file that cannot be read', async () => {
    const sheet = await file(form(), 'Sở A/biểu tháng 3.xlsx');
    const { files } = await receive([
      sheet,
      raw('Sở A/Biểu tháng 3.PDF', '%PDF-1.7'),
      raw('Sở B/biểu tháng 3.pdf', '%PDF-1.7'),
    ]);
    expect(
      files.map((one) => [one.verdict, one.findings.map((found) => [found.code, found.severity])]),
    ).toEqual([
      ['clean', []],
      ['clean', [['scan-beside', 'fixed']]],
      ['unreadable', [['file-scan', 'error']]],
    ]);
  });

  it('a file too large for any form is refused without being read', async () => {
    const film = {
      ...raw('phim.mp4', ''),
      size: 3 * 2 ** 30,
      bytes: () => Promise.reject(new Error('it was read')),
    };
    const { files } = await receive([film, await file(form())]);
    expect(files.map((one) => one.findings.map((found) => found.code))).toEqual([
      ['file-too-large'],
      [],
    ]);
  });

  it('the same file twice counts once', async () => {
    const one = await file(form());
    const { files, added } = await receive([one, { ...one, path: 'bản sao.xlsx' }]);
    expect(
      files.map((checked) => [checked.accepted, checked.findings.map((found) => found.code)]),
    ).toEqual([
      ['all', []],
      ['none', ['duplicate-file']],
    ]);
    expect(added).toHaveLength(1);
  });

  it('run again, nothing changes and nothing accepted is lost', async () => {
    const first = await receive([await file(form())]);
    const again = await receive([await file(form()), raw('hỏng.xlsx', 'PK')], first.ledger);
    expect(again.ledger).toEqual(first.ledger);
    expect(again.added).toEqual([]);
    expect(again.files[0]).toMatchObject({ version: 1, accepted: 'all', findings: [] });
  });

  it('a file sent again is a new version; a wrong one does not displace the accepted one', async () => {
    const first = await receive([await file(form())]);
    const wrong = await receive([await file(form().type('K01', 'numerator', -1))], first.ledger);
    expect(wrong.files[0]).toMatchObject({ version: 2, accepted: 'none' });
    const corrected = await receive(
      [await file(form().type('K01', 'numerator', 50))],
      wrong.ledger,
    );
    expect(corrected.files[0]).toMatchObject({ version: 3, accepted: 'all' });
    expect(corrected.ledger.map((one) => [one.version, one.accepted])).toEqual([
      [1, 'all'],
      [2, 'none'],
      [3, 'all'],
    ]);
  });

  it('taking the sound part of a returned file withholds only what its errors touch', async () => {
    const wrong = await file(form().type('K01', 'numerator', -1));
    const returned = await receive([wrong]);
    const partial = await receive([wrong], returned.ledger, { partial: true });
    expect(partial.ledger).toHaveLength(1);
    expect(partial.ledger[0]).toMatchObject({ version: 1, accepted: 'partial' });
    const states = partial.ledger[0].observations.filter(
      (one) => one.of === 'indicator' && one.state !== 'ok',
    );
    expect(states.map((one) => [one.code, one.measure, one.state])).toEqual([
      ['K01', 'numerator', 'withheld'],
    ]);
  });

  it('two different files in one drop: the file time decides only aloud, and equal times decide nothing', async () => {
    const early = await file(form(), 'a.xlsx', '2024-03-17T08:00:00+07:00');
    const late = await file(
      form().type('K01', 'numerator', 50),
      'b.xlsx',
      '2024-03-17T09:00:00+07:00',
    );
    const told = await receive([late, early]);
    expect(
      told.files.map((one) => [one.file, one.version, one.findings.map((found) => found.code)]),
    ).toEqual([
      ['b.xlsx', 2, ['version-by-file-time']],
      ['a.xlsx', 1, ['version-by-file-time']],
    ]);
    const tie = await receive([early, { ...late, modified: early.modified }]);
    expect(tie.files.every((one) => one.findings[0].code === 'versions-undecided')).toBe(true);
    expect(
      tie.ledger.flatMap((one) => one.observations).every((one) => one.state === 'undecided'),
    ).toBe(true);
  });

  it('files nobody could order are asked about again, and decided by handing in the right one alone', async () => {
    const a = await file(form(), 'a.xlsx');
    const b = await file(form().type('K01', 'numerator', 50), 'b.xlsx');
    const first = await receive([a, b]);
    const again = await receive([a, b], first.ledger);
    expect(
      again.files.map((one) => [one.accepted, one.findings.map((found) => found.code)]),
    ).toEqual([
      ['none', ['versions-undecided']],
      ['none', ['versions-undecided']],
    ]);
    expect(again.added).toEqual([]);
    const chosen = await receive([b], again.ledger);
    expect(chosen.files[0]).toMatchObject({ version: 3, accepted: 'all', findings: [] });
    expect(chosen.ledger.map((one) => [one.file, one.version, one.accepted])).toEqual([
      ['a.xlsx', 1, 'none'],
      ['b.xlsx', 3, 'all'],
    ]);
  });

  it('a tie does not displace what was accepted before', async () => {
    const first = await receive([await file(form())]);
    const tie = [
      await file(form().type('K01', 'numerator', 50), 'a.xlsx'),
      await file(form().type('K01', 'numerator', 51), 'b.xlsx'),
    ];
    const after = await receive(tie, first.ledger);
    expect(after.ledger.map((one) => one.accepted)).toEqual(['all', 'none', 'none']);
  });

  it('a copy under a wrong name does not make the right one a double', async () => {
    const right = await file(form('29461'), 'dup.xlsx');
    const { files, added } = await receive([{ ...right, path: '2024-03_29452_x.xlsx' }, right]);
    expect(files.map((one) => [one.findings.map((found) => found.code), one.accepted])).toEqual([
      [['other-agency'], 'none'],
      [[], 'all'],
    ]);
    expect(added).toHaveLength(1);
  });

  it('keeps the day a file first came, whatever day is stated when the run is repeated', async () => {
    const first = await receive([await file(form())], [], { received: '2024-03-15' });
    const again = await receive([await file(form())], first.ledger, { received: '2024-03-25' });
    expect(again.files[0]).toMatchObject({ received: '2024-03-15', late: 0, findings: [] });
  });

  it('late is counted from the due day and kept', async () => {
    const onTime = await receive([await file(form())], [], { received: '2024-03-18' });
    expect(onTime.files[0]).toMatchObject({ late: 0, verdict: 'clean' });
    const late = await receive([await file(form())], [], { received: '2024-03-20' });
    expect(late.files[0]).toMatchObject({ late: 2, verdict: 'warnings', accepted: 'all' });
    expect(late.files[0].findings[0].facts).toEqual({ days: 2, due: '2024-03-18' });
  });

  it('forms of another period do not enter', async () => {
    const march = await file(form());
    const asked = await receive([march], [], { period: periodOf('2024-02') });
    expect(asked.files[0].findings.map((one) => one.code)).toEqual(['other-period']);
    const later = await receive([march], [], { upTo: periodOf('2024-02') });
    expect(later.files[0]).toMatchObject({ accepted: 'none', version: 0 });
    expect([...asked.ledger, ...later.ledger]).toEqual([]);
  });

  it('forms of the months of a quarter enter while the quarter is received', async () => {
    const months = ['2024-01', '2024-02', '2024-03', '2024-04'];
    const files = await Promise.all(months.map((of) => file(Form.of('29461', of).fill())));
    const taken = await receive(files, [], { period: periodOf('2024-Q1'), received: null });
    expect(
      taken.files.map(({ period, accepted, findings }) => [period, accepted, findings]),
    ).toEqual([
      ['2024-01', 'all', []],
      ['2024-02', 'all', []],
      ['2024-03', 'all', []],
      ['2024-04', 'none', [expect.objectContaining({ code: 'other-period' })]],
    ]);
  });

  it('a longer period’s form enters with the period it ends with, where the schedule has it', async () => {
    const quarter = await file(Form.of('29461', '2024-Q1').fill());
    const into = (more: Partial<TakeInOptions>) =>
      receive([quarter], [], { received: '2024-03-18', ...more });
    expect((await into({ upTo: periodOf('2024-Q1') })).files[0]).toMatchObject({
      accepted: 'all',
      version: 1,
    });
    expect((await into({ period: periodOf('2024-03') })).files[0]).toMatchObject({
      accepted: 'all',
      version: 1,
    });
    const early = await into({ upTo: periodOf('2024-02') });
    expect([early.files[0].findings.map((one) => one.code), early.ledger]).toEqual([
      ['other-period'],
      [],
    ]);
    const other = await into({ period: periodOf('2024-02') });
    expect([other.files[0].findings.map((one) => one.code), other.ledger]).toEqual([
      ['other-period'],
      [],
    ]);
    const monthly = { ...plan, schedule: { ...plan.schedule, kinds: ['month' as const] } };
    const refused = await takeIn(
      monthly,
      [],
      [quarter],
      checkHere,
      { ...options, upTo: periodOf('2024-Q1') },
      quiet,
    );
    expect([refused.files[0].findings.map((one) => one.code), refused.ledger]).toEqual([
      ['unscheduled-period'],
      [],
    ]);
  });

  it('another file of a month that counts waits when it comes for another month', async () => {
    const into = { upTo: periodOf('2024-03') };
    const february = Form.of('29461', '2024-02').fill();
    const before = await receive([await file(february)]);
    // February's form with March's figures: its head was not even changed.
    const reused = await file(Form.of('29461', '2024-02').fill(47, 61), 'thang-3.xlsx');
    const march = await receive([reused], before.ledger, into);
    expect(march.files[0]).toMatchObject({
      verdict: 'errors',
      accepted: 'none',
      version: 0,
      claims: [
        { agency: '29461', period: '2024-02' },
        { agency: '29461', period: '2024-03' },
      ],
    });
    expect(march.files[0].findings.map(({ code }) => code)).toEqual(['accepted-period-again']);
    expect(march.ledger).toEqual(before.ledger);
    // In the pane, where March is asked for.
    const asked = await receive([reused], before.ledger, {
      period: periodOf('2024-03'),
      asks: true,
    });
    expect(asked.files[0].findings.map(({ code }) => code)).toEqual(['accepted-period-again']);
    // Its own bytes, the first file of February, and a correction handed in for February or a
    // longer period go the usual way.
    expect((await receive([await file(february)], before.ledger, into)).files[0]).toMatchObject({
      accepted: 'all',
    });
    expect((await receive([reused], [], into)).files[0]).toMatchObject({
      accepted: 'all',
      period: '2024-02',
    });
    for (const period of ['2024-02', '2024-Q1'])
      expect(
        (await receive([reused], before.ledger, { upTo: periodOf(period) })).files[0],
      ).toMatchObject({
        version: 2,
      });
  });

  it('of two files of last month that come for this month, in one drop, the second waits', async () => {
    const first = await file(
      Form.of('29461', '2024-02').fill(),
      'a.xlsx',
      '2024-02-16T08:00:00+07:00',
    );
    const reused = await file(
      Form.of('29461', '2024-02').fill(47, 61),
      'b.xlsx',
      '2024-03-17T08:00:00+07:00',
    );
    const { files, added } = await receive([reused, first], [], { upTo: periodOf('2024-03') });
    expect(
      files.map((one) => [one.file, one.accepted, one.findings.map(({ code }) => code)]),
    ).toEqual([
      ['b.xlsx', 'none', ['accepted-period-again']],
      ['a.xlsx', 'all', ['late']],
    ]);
    expect(added.map((one) => one.file)).toEqual(['a.xlsx']);
  });

  describe('a form whose head says another month, or another agency, than its code', () => {
    const retyped = (write: (text: string) => string) => {
      const own = Form.of('29461', '2024-02').fill(47, 61);
      for (const sheet of own.workbook.sheets)
        for (const cells of sheet.rows.values())
          for (const cell of cells.values())
            if (typeof cell.value === 'string' && /^(Kỳ|Đơn vị) báo cáo:/.test(cell.value))
              cell.value = write(cell.value);
      return own;
    };
    const lastMonth = () => retyped((text) => text.replace('Tháng 2/2024', 'Tháng 3/2024'));

    it('waits whatever it is handed in for, and is said once', async () => {
      for (const more of [{}, { upTo: periodOf('2024-03') }, { period: periodOf('2024-03') }]) {
        const { files, added } = await receive([await file(lastMonth(), 'x.xlsx')], [], more);
        expect(files[0]).toMatchObject({
          accepted: 'none',
          claims: [{ period: '2024-02' }, { period: '2024-03' }],
        });
        expect(
          files[0].findings
            .filter(({ severity }) => severity === 'error')
            .map(({ code, facts }) => [code, facts]),
        ).toEqual([['other-period-in-head', { coded: 'Tháng 2/2024', said: 'Tháng 3/2024' }]]);
        expect(added).toEqual([]);
      }
    });

    it('a neighbour’s form is told by its code and its head, not by the name of the file', async () => {
      const own = retyped((text) =>
        text.replace(/^Đơn vị báo cáo: [^.]*/, 'Đơn vị báo cáo: Sở Tư pháp'),
      );
      const { files } = await receive([await file(own, 'bất kỳ.xlsx')]);
      expect(
        files[0].findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      ).toEqual(['other-agency-in-head']);
      expect(files[0].claims).toEqual([
        { agency: '29461', period: '2024-02' },
        { agency: 'STP', period: '2024-02' },
      ]);
    });

    it('a neighbour’s form under a name that several others have is nobody’s until it is said', async () => {
      const own = retyped((text) =>
        text.replace(/^Đơn vị báo cáo: .*/, 'Đơn vị báo cáo: Ủy ban nhân dân phường 1'),
      );
      const { files } = await receive([await file(own, 'bất kỳ.xlsx')]);
      const called = builtinPlan('tra-vinh-2024')!.agencies.filter(
        ({ name }) => name === 'Ủy ban nhân dân phường 1',
      );
      expect(called.length).toBeGreaterThan(1);
      expect([
        files[0].accepted,
        ...files[0].findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      ]).toEqual(['none', 'other-agency-in-head']);
      expect(files[0].claims!.map(({ agency }) => agency).sort()).toEqual(
        ['29461', ...called.map(({ code }) => code)].sort(),
      );
    });

    it('is what a person says it is, from then on, and their word goes to the ledger', async () => {
      const before = await receive([await file(Form.of('29461', '2024-02').fill())]);
      const one = await file(lastMonth(), 'x.xlsx');
      const word = { agency: '29461', reason: 'Đã hỏi đơn vị', who: 'Trần Bình' };
      const drop = { period: periodOf('2024-03'), asks: true };
      const march = await receive([one], before.ledger, {
        ...drop,
        stated: { ...word, period: '2024-03' },
      });
      expect(march.files[0]).toMatchObject({ period: '2024-03', version: 1, accepted: 'all' });
      expect(march.added[0].explanations).toEqual([
        expect.objectContaining({
          code: 'identity-stated',
          text: 'Đã hỏi đơn vị',
          who: 'Trần Bình',
        }),
      ]);
      expect(march.added[0].observations.length).toBeGreaterThan(0);
      const again = await receive([one], march.ledger, drop);
      expect([again.added, again.files[0].accepted, again.files[0].period]).toEqual([
        [],
        'all',
        '2024-03',
      ]);
      // Or it corrects February: then February's waits for its difference to be seen.
      const correction = await receive([one], before.ledger, {
        ...drop,
        stated: { ...word, period: '2024-02' },
      });
      expect(correction.files[0]).toMatchObject({
        period: '2024-02',
        version: 2,
        accepted: 'none',
        awaits: 'all',
      });
    });
  });

  describe('forms of several agencies or months in one workbook', () => {
    /** Sheets of the others moved into the first, named as Excel names them then. */
    const joined = (forms: readonly Form[]): Form => {
      const [first, ...rest] = forms;
      rest.forEach(({ workbook }, index) => {
        for (const sheet of workbook.sheets) {
          const moved = new Sheet(`${sheet.name} (${index + 2})`);
          for (const [row, cells] of sheet.rows) moved.rows.set(row, cells);
          first.workbook.sheets.push(moved);
        }
      });
      return first;
    };
    const communes = () =>
      ['29236', '29239', '29242'].map((code, index) =>
        Form.of(code, '2024-03').fill(40 + index, 60),
      );

    it('each that is whole and certain is a submission of its own', async () => {
      const one = await file(joined(communes()), 'ba-xa.xlsx');
      const alone = await receive(await Promise.all(communes().map((own) => file(own))));
      const { files, added, sources, ledger } = await receive([one]);
      expect(files.map(({ file: path, agency, accepted }) => [path, agency, accepted])).toEqual([
        ['ba-xa.xlsx', '29236', 'all'],
        ['ba-xa.xlsx', '29239', 'all'],
        ['ba-xa.xlsx', '29242', 'all'],
      ]);
      expect(sources).toEqual([one, one, one]);
      const figures = (list: Submission[]) =>
        list.map((s) => s.observations.map(({ code, measure, value }) => [code, measure, value]));
      expect(figures(added)).toEqual(figures(alone.added));
      const again = await receive([one], ledger);
      expect([again.added, again.files.map(({ version }) => version)]).toEqual([[], [1, 1, 1]]);
    });

    it('one of them that is not whole is its own fault', async () => {
      const forms = communes();
      forms[1].workbook.sheets.splice(1, 1);
      const { files } = await receive([await file(joined(forms), 'ba-xa.xlsx')]);
      expect(files.map(({ agency, accepted, verdict }) => [agency, accepted, verdict])).toEqual(
        [
          ['29236', 'all', 'warnings'],
          ['29239', 'none', 'errors'],
          ['29242', 'all', 'warnings'],
        ].map(([agency, accepted, verdict]) => [
          agency,
          accepted,
          accepted === 'all' ? files[0].verdict : verdict,
        ]),
      );
    });

    it('months of one agency are told apart too', async () => {
      const months = ['2024-01', '2024-02'].map((period) => Form.of('29461', period).fill());
      const { files } = await receive([await file(joined(months), 'hai-thang.xlsx')]);
      expect(files.map(({ period, accepted }) => [period, accepted])).toEqual([
        ['2024-01', 'all'],
        ['2024-02', 'all'],
      ]);
    });

    it('where a sheet does not say whose it is, all are named and none counts', async () => {
      const forms = communes();
      for (const [row, cells] of forms[2].workbook.sheets[0].rows)
        for (const cell of cells.values())
          if (row < 12 && String(cell.value).includes('TH2/')) cell.value = null;
      const { files, added } = await receive([await file(joined(forms), 'ba-xa.xlsx')]);
      expect(files).toHaveLength(1);
      expect(files[0]).toMatchObject({ verdict: 'errors', accepted: 'none', agency: null });
      expect(
        files[0].findings.map(({ code, facts }) => [code, (facts as { count: number }).count]),
      ).toEqual([['several-forms', 3]]);
      expect(added).toEqual([]);
    });
  });

  describe('a blank form', () => {
    const taken = async (own: Form) => {
      const { files, added } = await receive([await file(own)]);
      const [{ verdict, accepted, findings }] = files;
      return {
        verdict,
        accepted,
        added: added.length,
        isBlank: findings.some(({ code }) => code === 'form-blank'),
      };
    };
    const blank = { verdict: 'errors', accepted: 'none', added: 0, isBlank: true };
    const issued = () => Form.of('29461', '2024-03');

    it('is no submission of anybody: as it was issued, with what it prints of before, with spaces', async () => {
      expect(await taken(issued())).toEqual(blank);
      const previous = new Map([
        [
          'K01',
          {
            last: { numerator: 45, denominator: 60 },
            cumulative: { numerator: 90, denominator: 120 },
          },
        ],
      ]);
      expect(await taken(new Form(plan, '29461', '2024-03', { previous }))).toEqual(blank);
      expect(await taken(issued().type('K01', 'numerator', '  '))).toEqual(blank);
    });

    it.each<[string, (own: Form) => Form]>([
      ['0', (own) => own.type('K01', 'numerator', 0)],
      ['không phát sinh', (own) => own.type('K01', 'numerator', 'Không phát sinh')],
      ['a note', (own) => own.type('K01', 'note', 'Chưa có hồ sơ')],
      [
        'a difficulty',
        (own) =>
          own.typeTask(
            assignedTasks(plan, findAgency(plan, '29461')!)[0].code,
            'difficulty',
            'Thiếu máy',
          ),
      ],
      [
        'a reason',
        (own) => {
          const reason = {
            sheet: '',
            cell: '',
            label: '',
            code: 'blank',
            warning: '',
            who: 'An',
            at: '',
          };
          own.workbook.sheets.push(writeReasons([{ ...reason, reason: 'Đơn vị mới thành lập' }]));
          return own;
        },
      ],
    ])('is none where it holds %s', async (_what, fill) => {
      expect(await taken(fill(issued()))).toEqual({
        verdict: 'warnings',
        accepted: 'all',
        added: 1,
        isBlank: false,
      });
    });

    it('is none where nothing is asked', async () => {
      const asksNothing = { ...plan, indicators: [], tasks: [], targets: [] };
      const { files } = await takeIn(
        asksNothing,
        [],
        [await file(new Form(asksNothing, '29461', '2024-03'))],
        checkHere,
        options,
        quiet,
      );
      expect(files[0].findings.map(({ code }) => code)).not.toContain('form-blank');
    });
  });

  it('a file named for another agency is not taken', async () => {
    const { files, added } = await receive([
      await file(form('29461'), '2024-03_29452_ubnd-xa.xlsx'),
    ]);
    expect(files[0].findings.map((one) => one.code)).toEqual(['other-agency']);
    expect(added).toEqual([]);
  });

  it('stops when asked, having written nothing', async () => {
    const stop: Progress = { cancelled: true, step: () => undefined };
    await expect(takeIn(plan, [], [await file(form())], checkHere, options, stop)).rejects.toThrow(
      Cancelled,
    );
  });
});
