import { useEffect, useRef, useState } from 'react';
import { Button, Field, Input, Select, Text, ToggleButton } from '@fluentui/react-components';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { HandIn } from '../../domain/report/hand-in';
import type { CheckedFile, Submission } from '../../domain/submission/submission';
import type { UiTexts } from '../../locale/ui-texts';
import { agencyName } from '../agency-name';
import { useServices } from '../services';
import {
  boardItems,
  isUsual,
  ORDERS,
  SHOWN,
  type BoardItem,
  type Filter,
  type Order,
} from './board-list';

interface BoardProps {
  rows: readonly HandIn[];
  /** All agencies of the period, counted; else those that wait for a person. */
  isWhole: boolean;
  /**
   * Files of a drop that is still being checked, by agency: shown at once, not yet in the ledger.
   */
  arriving: ReadonlyMap<string, CheckedFile>;
  onOpen(agency: string): void;
}

/** So few are found without searching. */
const SEARCHED_FROM = 12;

/**
 * The agencies of a period and where each stands, what needs a person first; each opens its page.
 */
export function Board({ rows, isWhole, arriving, onOpen }: BoardProps) {
  const { texts } = useServices();
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>('problems');
  const [words, setWords] = useState('');
  const [isUsualShown, setUsualShown] = useState(false);
  const count = (wanted: Filter) => rows.filter((row) => SHOWN[wanted].includes(row.state)).length;
  const items = boardItems(rows, { filter, order, words, isUsualShown });
  return (
    <section aria-label={texts.board}>
      {isWhole && (
        <>
          <Text as="h2" weight="semibold" block>
            {texts.boardSummary(
              count('accepted'),
              rows.length,
              count('missing'),
              count('returned'),
            )}
          </Text>
          <div className="filters" role="group" aria-label={texts.board}>
            {(Object.keys(SHOWN) as Filter[])
              .filter((one) => one !== 'waiting' || count(one) > 0)
              .map((one) => (
                <ToggleButton
                  key={one}
                  size="small"
                  appearance="subtle"
                  checked={filter === one}
                  onClick={() => setFilter(one)}
                >
                  {texts.filters[one]} {count(one)}
                </ToggleButton>
              ))}
          </div>
        </>
      )}
      {rows.length >= SEARCHED_FROM && (
        <div className="pair">
          <Field label={texts.filterAgencies} size="small">
            <Input
              size="small"
              type="search"
              value={words}
              onChange={(_, data) => setWords(data.value)}
            />
          </Field>
          <Field label={texts.order} size="small">
            <Select
              size="small"
              value={order}
              onChange={(_, data) => setOrder(data.value as Order)}
            >
              {ORDERS.map((one) => (
                <option key={one} value={one}>
                  {texts.orders[one]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      {items.length === 0 && rows.length > 0 && <p className="quiet">{texts.noAgencyFound}</p>}
      <Lines
        items={items}
        arriving={arriving}
        onOpen={onOpen}
        isUsualShown={isUsualShown}
        onUsual={() => setUsualShown(!isUsualShown)}
      />
    </section>
  );
}

interface LinesProps extends Pick<BoardProps, 'arriving' | 'onOpen'> {
  items: readonly BoardItem[];
  isUsualShown: boolean;
  onUsual(): void;
}

/** A line before it was measured. */
const LINE = 40;
/** Beyond what is seen: whoever goes from row to row by Tab finds the next. */
const OVERSCAN = 12;

/** Only what is seen is drawn: a country has thousands of agencies. */
function Lines({ items, arriving, onOpen, isUsualShown, onUsual }: LinesProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // Where the list begins changes with what is over it.
  useEffect(() => {
    const watcher = new ResizeObserver(() => {
      setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    });
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, []);
  const lines = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => keyOf(items[index]),
  });
  return (
    <ul className="board" ref={list} style={{ height: lines.getTotalSize() }}>
      {lines.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={lines.measureElement}
          data-index={index}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          <Line
            item={items[index]}
            arriving={arriving}
            onOpen={onOpen}
            isUsualShown={isUsualShown}
            onUsual={onUsual}
          />
        </li>
      ))}
    </ul>
  );
}

function keyOf(item: BoardItem): string {
  if (item.kind === 'agency') return `agency ${item.row.agency.code}`;
  return item.kind === 'level' ? `level ${item.level}` : item.kind;
}

function Line({
  item,
  arriving,
  onOpen,
  isUsualShown,
  onUsual,
}: Omit<LinesProps, 'items'> & { item: BoardItem }) {
  const { texts } = useServices();
  if (item.kind === 'level')
    return (
      <h3 className="level">
        {texts.levels[item.level]} {item.taken}/{item.total}
      </h3>
    );
  if (item.kind === 'usual')
    return (
      <Button size="small" appearance="transparent" aria-expanded={isUsualShown} onClick={onUsual}>
        {texts.usual(item.count)}
      </Button>
    );
  return <AgencyLine row={item.row} arrived={arriving.get(item.row.agency.code)} onOpen={onOpen} />;
}

/** What the last version of an agency has that somebody should know. */
function detailsOf(
  { errors, warnings, accepted, observations, late, version }: Submission,
  texts: UiTexts,
): string[] {
  const undecided = observations.filter(({ state }) => state === 'undecided').length;
  const unread = accepted === 'none' ? 0 : undecided;
  return [
    errors > 0 ? texts.errorCount(errors) : '',
    warnings > 0 ? texts.warningCount(warnings) : '',
    unread > 0 ? texts.unreadCells(unread) : '',
    late ? texts.lateDays(late) : '',
    version > 1 ? texts.version(version) : '',
  ];
}

interface AgencyLineProps extends Pick<BoardProps, 'onOpen'> {
  row: HandIn;
  arrived: CheckedFile | undefined;
}

function AgencyLine({ row, arrived, onOpen }: AgencyLineProps) {
  const { texts } = useServices();
  const { agency, latest } = row;
  const count = (severity: string) =>
    arrived?.findings.filter((one) => one.severity === severity).length ?? 0;
  const details = [
    ...(latest ? detailsOf(latest, texts) : []),
    arrived ? texts.justChecked(count('error'), count('warning')) : '',
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={`row ${isUsual(row) ? 'usual' : row.state}`}
      onClick={() => onOpen(agency.code)}
    >
      <span className="name">{agencyName(agency)}</span>
      <span className="state">{texts.states[row.state]}</span>
      {details.length > 0 && <span className="details">{details.join(', ')}</span>}
    </button>
  );
}
