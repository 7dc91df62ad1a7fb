import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { agencyMatcher, type AgencyMatcher } from '../domain/agency/match-agency';
import { lastDay } from '../domain/period/window';
import { month, readPeriodLabel, type Period } from '../domain/period/period';
import { isUsedWhole } from '../domain/consolidation/whole-periods';
import type { Agency } from '../domain/agency/agency';
import {
  baseKind,
  cutOff,
  findIndicator,
  isFilledBy,
  reportsIn,
  type Indicator,
  type Plan,
} from '../domain/plan/plan';
import { readTable, type TableCell, type TableRow } from '../domain/table/table';
import type { Finding } from '../domain/finding/finding';
import { counted, readFigure } from '../domain/reading/read-figure';
import type { Grounds, MeasureName, Observation } from '../domain/submission/submission';
import { dateFromSerial, readMonth } from '../text/date';
import { matchKey } from '../text/normal-form';
import { parseCell } from '../workbook/address';
import { isDateFormat, type Cell } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import { measureOf } from '../domain/measure/measure';
import {
  remark,
  type ImportSource,
  type Offered,
  type Place,
  type ReadSource,
  type RowRemark,
} from './import-source';
import { allowedPeriods } from './ledger-copy';

/** What a hand-made table says in each row, under the headings people give it. */
const HEADINGS = {
  agencyCode: ['Mã đơn vị'],
  agencyName: ['Đơn vị', 'Tên đơn vị'],
  period: ['Kỳ', 'Kỳ báo cáo'],
  code: ['Mã chỉ tiêu', 'Mã'],
  name: ['Chỉ tiêu', 'Tên chỉ tiêu'],
  numerator: ['Tử số', 'Tử'],
  denominator: ['Mẫu số', 'Mẫu'],
  value: ['Kết quả', 'Giá trị'],
} as const;

type Heading = keyof typeof HEADINGS;

/** The columns a table needs, as they are told to a person. */
export const OPENING_HEADINGS =
  'Mã đơn vị (hoặc Đơn vị), Kỳ, Mã chỉ tiêu (hoặc Chỉ tiêu), Tử số, Mẫu số, Kết quả';

/** A row of the table by what its cells are. */
class OpeningRow {
  constructor(
    private readonly row: TableRow,
    private readonly headings: ReadonlyMap<Heading, string>,
    private readonly sheet: Sheet,
  ) {}

  get(heading: Heading): TableCell | null {
    const own = this.headings.get(heading);
    return own === undefined ? null : this.row.get(own);
  }

  text(heading: Heading): string {
    return this.get(heading)?.text ?? '';
  }

  /** The first of these columns that the row fills in, else the first the table has. */
  place(...headings: Heading[]): Place {
    const cells = headings.map((heading) => this.get(heading)).filter((cell) => cell !== null);
    const { sheet, cell } = cells.find(({ text }) => text !== '') ?? cells[0] ?? this.row.get('');
    return { sheet, cell };
  }

  /** The cell with its looks: a percentage and a date show only there. */
  whole(heading: Heading): Cell | undefined {
    const at = parseCell(this.get(heading)?.cell ?? '');
    return at ? this.sheet.cell(at.row, at.column) : undefined;
  }
}

/** The rows of every sheet that has the columns; null when none has. */
function openingRows({ sheets }: Workbook): OpeningRow[] | null {
  const rows = sheets.flatMap((sheet) => {
    const { rows: found, missing } = readTable(sheet, Object.values(HEADINGS).flat());
    const absent = new Set(missing);
    const headings = new Map(
      (Object.keys(HEADINGS) as Heading[]).flatMap((key) => {
        const own = HEADINGS[key].find((heading) => !absent.has(heading));
        return own === undefined ? [] : [[key, own] as const];
      }),
    );
    const has = (...keys: Heading[]) => keys.some((key) => headings.has(key));
    const isTable =
      has('agencyCode', 'agencyName') &&
      has('period') &&
      has('code', 'name') &&
      has('numerator', 'value');
    return isTable ? [found.map((row) => new OpeningRow(row, headings, sheet))] : [];
  });
  return rows.length === 0 ? null : rows.flat();
}

/**
 * Reads a hand-made table of figures from before the plan was in the product, or of an office that
 * kept them otherwise: one submission (nhập tay) for each agency and period. Null when the file has
 * no such table. A row in doubt is named and does not enter.
 */
export function readOpeningTable(
  { name, workbook }: ImportSource,
  plan: Plan,
  entry: { at: string; grounds: Grounds },
): ReadSource | null {
  const rows = openingRows(workbook);
  if (!rows) return null;
  const reading = new Reading(plan, workbook.date1904);
  for (const row of rows) reading.take(row);
  const offered = [...reading.groups.values()].map(
    ({ agency, period, observations, place }): Offered => {
      const submission = {
        hash: contentHash(agency, period, observations),
        file: name,
        agency: agency.code,
        period: period.id,
        version: 1,
        received: entry.at.slice(0, 10),
        late: null,
        verdict: 'clean' as const,
        accepted: 'all' as const,
        sample: false,
        errors: 0,
        warnings: 0,
        run: entry.at,
        observations,
        explanations: [],
        origin: 'opening' as const,
        grounds: entry.grounds,
      };
      return { submission, place };
    },
  );
  const { refused, remarks } = reading;
  return { offered, decisions: [], acts: [], paths: [], refused, remarks };
}

/**
 * The same figures are the same submission, whatever file and cell they come from: entered twice
 * they count once.
 */
function contentHash(agency: Agency, period: Period, observations: readonly Observation[]): string {
  const figures = observations.map(({ code, measure, value, state }) =>
    [code, measure, value, state].join(' '),
  );
  return bytesToHex(
    sha256(utf8ToBytes(['nhập tay', agency.code, period.id, ...figures.sort()].join('\n'))),
  );
}

interface Group {
  agency: Agency;
  period: Period;
  observations: Observation[];
  place: Place;
}

class Reading {
  readonly groups = new Map<string, Group>();
  readonly refused: RowRemark[] = [];
  readonly remarks: RowRemark[] = [];
  private readonly seen = new Map<string, Place>();
  private readonly match: AgencyMatcher;

  constructor(
    private readonly plan: Plan,
    private readonly date1904: boolean,
  ) {
    this.match = agencyMatcher(plan.agencies);
  }

  take(row: OpeningRow): void {
    const period = this.period(row);
    const agency = period && this.agency(row, period);
    const indicator = agency && this.indicator(row);
    if (!period || !agency || !indicator) return;
    const place = row.place('code', 'name');
    const own = `${agency.code} ${period.id}`;
    const before = this.seen.get(`${own} ${indicator.code}`);
    if (before) return void this.refuse(remark(place, 'import-row-twice', { cell: before.cell }));
    this.seen.set(`${own} ${indicator.code}`, place);
    if (!reportsIn(agency, period)) {
      const facts = { code: agency.code, period: period.id };
      return void this.refuse(
        remark(row.place('agencyCode', 'agencyName'), 'agency-not-reporting', facts),
      );
    }
    if (
      measureOf(indicator).isFromTasks ||
      !isFilledBy(indicator, agency, cutOff(this.plan, period))
    )
      return void this.refuse(
        remark(place, 'figure-not-asked', { code: indicator.code, agency: agency.name }),
      );
    const observations = this.figures(row, indicator, place);
    if (!observations) return;
    const group = this.groups.get(own) ?? { agency, period, observations: [], place };
    group.observations.push(...observations);
    this.groups.set(own, group);
  }

  private refuse(what: RowRemark): null {
    this.refused.push(what);
    return null;
  }

  private period(row: OpeningRow): Period | null {
    const place = row.place('period');
    const text = row.text('period');
    const cell = row.whole('period');
    // Excel makes a date of "3/2024".
    const day =
      typeof cell?.value === 'number' && isDateFormat(cell.style?.format)
        ? dateFromSerial(cell.value, this.date1904)
        : null;
    const named = day
      ? { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) }
      : readMonth(text);
    const period = named ? month(named.year, named.month) : readPeriodLabel(text);
    if (!period)
      return this.refuse(
        remark(place, 'unknown-period', {
          found: text,
          grammar: '2024-03, Tháng 3/2024, Quý I/2024',
        }),
      );
    // Nothing of a report looks further back than the year before, nor ahead.
    const { year } = this.plan;
    if (period.year !== year && period.year !== year - 1)
      return this.refuse(
        remark(place, 'import-year-unused', { found: text, before: year - 1, year }),
      );
    // What stands beside this year's is made of the base periods of that one, or of longer ones
    // that these tile: a figure of anything else would enter and be used nowhere.
    const base = baseKind(this.plan.schedule);
    if (isUsedWhole(this.plan, period)) return period;
    return this.refuse(
      period.year === this.plan.year
        ? remark(place, 'period-not-scheduled', { found: text, allowed: allowedPeriods(this.plan) })
        : remark(place, 'import-period-unused', { found: text, base }),
    );
  }

  private agency(row: OpeningRow, period: Period): Agency | null {
    const [byCode, byName] = (['agencyCode', 'agencyName'] as const).map((heading) => {
      const text = row.text(heading);
      return text === '' ? null : this.match(text, { day: lastDay(period) });
    });
    const named = byCode ?? byName;
    const found = row.text(byCode ? 'agencyCode' : 'agencyName');
    const place = row.place('agencyCode', 'agencyName');
    if (!named || named.kind === 'unknown')
      return this.refuse(remark(place, 'import-agency-unknown', { found }));
    if (named.kind === 'suggestions') {
      const agencies = named.agencies.map(({ code, name }) => `${code} ${name}`).join('; ');
      return this.refuse(remark(place, 'import-agency-ambiguous', { found, agencies }));
    }
    const { agency } = named;
    const isOther =
      byCode &&
      byName &&
      (byName.kind === 'suggestions'
        ? !byName.agencies.includes(agency)
        : byName.kind !== 'unknown' && byName.agency !== agency);
    if (!isOther) return agency;
    return this.refuse(
      remark(place, 'import-agency-contradicts', { found, other: row.text('agencyName') }),
    );
  }

  private indicator(row: OpeningRow): Indicator | null {
    const text = row.text('code') || row.text('name');
    const byCode = findIndicator(this.plan, text);
    const place = row.place('code', 'name');
    const called = (wanted: string) =>
      this.plan.indicators.filter(({ name }) => matchKey(name) === matchKey(wanted));
    const other = called(row.text('name'));
    if (byCode && (other.length === 0 || other.includes(byCode))) return byCode;
    if (byCode)
      return this.refuse(
        remark(place, 'import-indicator-contradicts', {
          found: text,
          other: row.text('name'),
          code: other[0].code,
        }),
      );
    const named = called(text);
    if (text !== '' && named.length === 1) return named[0];
    if (named.length === 0)
      return this.refuse(remark(place, 'import-indicator-unknown', { found: text }));
    const codes = named.map(({ code }) => code).join(', ');
    return this.refuse(remark(place, 'import-indicator-ambiguous', { found: text, codes }));
  }

  /**
   * Of a ratio its two parts, the result is theirs; of a count the result, or what stands under
   * *Tử*.
   */
  private figures(row: OpeningRow, indicator: Indicator, place: Place): Observation[] | null {
    const { code, denominator, numerator } = indicator;
    if (!denominator) {
      const heading = row.text('value') === '' ? 'numerator' : 'value';
      const own = this.figure(row, heading, indicator, 'value', numerator.unit);
      if (own === 'blank') return this.refuse(remark(place, 'import-no-figure'));
      return own && [own];
    }
    const parts = [
      this.figure(row, 'numerator', indicator, 'numerator', numerator.unit),
      this.figure(row, 'denominator', indicator, 'denominator', denominator.unit),
    ];
    if (parts.includes(null)) return null;
    const given = parts.filter((part) => part !== 'blank' && part !== null);
    if (given.length === 0 && row.text('value') === '')
      return this.refuse(remark(place, 'import-no-figure'));
    if (given.length < 2) return this.refuse(remark(place, 'import-parts-missing', { code }));
    const [part, of] = given.map(({ value }) => Number(value));
    if (measureOf(indicator).exceedsWhole(part, of))
      return this.refuse(
        remark(row.place('numerator'), 'figure-too-large', { numerator: part, denominator: of }),
      );
    return given;
  }

  private figure(
    row: OpeningRow,
    heading: 'numerator' | 'denominator' | 'value',
    indicator: Indicator,
    measure: MeasureName,
    unit: string,
  ): Observation | 'blank' | null {
    const place = row.place(heading);
    const findings: Finding[] = [];
    const isWhole = measureOf(indicator).isReadWhole(
      measure === 'denominator' ? measure : 'numerator',
    );
    const reading = counted(
      readFigure(row.whole(heading), place, unit, this.date1904, findings, isWhole),
    );
    if (!reading) return 'blank';
    const said = findings
      .filter(({ severity }) => severity !== 'fixed')
      .map((finding) => ({ place, said: { finding } }));
    if (typeof reading.value !== 'number') {
      this.refused.push(...said);
      return null;
    }
    if (!measureOf(indicator).fits(measure, reading.value))
      return this.refuse(remark(place, 'figure-not-whole', { found: reading.raw }));
    this.remarks.push(...said);
    return { of: 'indicator', code: indicator.code, measure, ...reading, ...place };
  }
}
