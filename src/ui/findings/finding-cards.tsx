import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { CheckedFile } from '../../domain/submission/submission';
import { inReadingOrder, type Finding } from '../../domain/finding/finding';
import { isNotEntered } from '../../domain/finding/not-entered';
import { findingSentence } from '../../locale/sentence';
import { GoToCell } from '../go-to-cell';
import { useServices } from '../services';

/** So many are drawn at once. */
const PAGE = 25;

export interface FindingCardsProps {
  file: CheckedFile;
  onGoTo: ((place: { sheet: string; cell: string }) => void) | null;
  /** What can be done about a finding, by its index in the file. */
  actions?(found: Finding, index: number): ReactNode;
  /** The finding the person is led to. */
  current?: number | null;
}

/**
 * One cause, one card: where, what was found and what to do, the gravest first; what follows from
 * it folded under it.
 */
export function FindingCards({ file, onGoTo, actions, current = null }: FindingCardsProps) {
  const { texts } = useServices();
  const [shown, setShown] = useState(PAGE);
  const { findings } = file;
  if (findings.length === 0) return <p className="quiet">{texts.noFindings}</p>;
  const cards = causesOf(findings);
  const loud = cards.filter(({ gravity }) => gravity !== 'fixed');
  const quiet = cards.filter(({ gravity }) => gravity === 'fixed');
  const card = (one: Card) => (
    <FindingCard
      key={one.index}
      card={one}
      findings={findings}
      onGoTo={onGoTo}
      actions={actions}
      isCurrent={current !== null && (current === one.index || one.followers.includes(current))}
    />
  );
  const rest = groupsOf(loud, findings).length - shown;
  return (
    <>
      <ul className="findings">
        {groupsOf(loud, findings)
          .slice(0, shown)
          .map((group) =>
            group.cards.length === 1 ? (
              card(group.cards[0])
            ) : (
              <GroupCard
                key={group.cards[0].index}
                group={group}
                findings={findings}
                current={current}
              >
                {group.cards.slice(0, 4 * PAGE).map(card)}
              </GroupCard>
            ),
          )}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMoreDoubts(Math.min(rest, PAGE))}
        </Button>
      )}
      {quiet.length > 0 && (
        <details className="understood" open={loud.length === 0 && quiet.length <= 3}>
          <summary>{texts.understood(quiet.length)}</summary>
          <ul className="findings">{quiet.slice(0, 4 * PAGE).map(card)}</ul>
        </details>
      )}
    </>
  );
}

interface Card {
  index: number;
  /** Of the cause and of all that follows: a warning that made an error is as grave as that. */
  gravity: Finding['severity'];
  followers: number[];
}

const RANK = { error: 0, warning: 1, fixed: 2 } as const;

/** The causes in reading order, the gravest first, each with what follows from it. */
export function causesOf(findings: readonly Finding[]): Card[] {
  const cards = new Map<number, Card>();
  findings.forEach(({ cause, severity }, index) => {
    if (cause === null) cards.set(index, { index, gravity: severity, followers: [] });
  });
  findings.forEach(({ cause, severity }, index) => {
    const card = cause === null ? undefined : cards.get(cause);
    if (!card) return;
    card.followers.push(index);
    if (RANK[severity] < RANK[card.gravity]) card.gravity = severity;
  });
  return [...cards.values()].sort(
    (a, b) =>
      RANK[a.gravity] - RANK[b.gravity] || inReadingOrder(findings[a.index], findings[b.index]),
  );
}

/** Cards that are one thing to the person: what is not entered yet, or many of one kind. */
interface Group {
  cards: readonly Card[];
  isBlank: boolean;
}

/** So many of one code are a kind; blanks are one from the second. */
const ALIKE = 4;

function groupsOf(cards: readonly Card[], findings: readonly Finding[]): Group[] {
  const kinds = new Map<string, Card[]>();
  for (const card of cards) {
    const found = findings[card.index];
    const kind =
      card.gravity === 'warning' && isNotEntered(found) ? 'blank' : `${card.gravity} ${found.code}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), card]);
  }
  const groups = [...kinds].flatMap(([kind, own]): Group[] => {
    const isBlank = kind === 'blank';
    return own.length >= (isBlank ? 2 : ALIKE)
      ? [{ cards: own, isBlank }]
      : own.map((one): Group => ({ cards: [one], isBlank: false }));
  });
  // As the cards come, the gravest first; what is not entered is last of its kind.
  const at = ({ cards: [first], isBlank }: Group) =>
    cards.indexOf(first) + (isBlank ? cards.length : 0);
  return groups.sort((a, b) => at(a) - at(b));
}

interface GroupCardProps {
  group: Group;
  findings: readonly Finding[];
  current: number | null;
  children: ReactNode;
}

function GroupCard({ group: { cards, isBlank }, findings, current, children }: GroupCardProps) {
  const { texts, language } = useServices();
  const holdsCurrent = cards.some(
    ({ index, followers }) => current === index || followers.includes(current ?? -1),
  );
  const [first] = cards;
  return (
    <li className={isBlank ? 'blank' : first.gravity}>
      <details open={holdsCurrent || undefined}>
        <summary>{isBlank ? texts.notEntered(cards.length) : texts.alike(cards.length)}</summary>
        {!isBlank && (
          <span className="said">{findingSentence(findings[first.index], language)}</span>
        )}
        <ul>{children}</ul>
      </details>
    </li>
  );
}

interface FindingCardProps extends Pick<FindingCardsProps, 'onGoTo' | 'actions'> {
  card: Card;
  findings: readonly Finding[];
  isCurrent: boolean;
}

function FindingCard({ card, findings, onGoTo, actions, isCurrent }: FindingCardProps) {
  const { texts, language } = useServices();
  const { index, gravity, followers } = card;
  const found = findings[index];
  return (
    <li className={gravity} aria-current={isCurrent || undefined}>
      {(found.sheet ?? found.label) !== null && (
        <strong className="where">{[found.sheet, found.label].filter(Boolean).join(': ')}</strong>
      )}
      <span className="severity">{texts.severity[gravity]}:</span>
      <span className="said">{findingSentence(found, language)}</span>
      {found.reason !== null && (
        <span className="reason">{texts.explained(found.reason.text)}</span>
      )}
      <span className="acts">
        <GoTo found={found} onGoTo={onGoTo} />
        {actions?.(found, index)}
      </span>
      {followers.length > 0 && (
        <details>
          <summary>{texts.followers(followers.length)}</summary>
          <ul>
            {followers.slice(0, PAGE).map((one) => (
              <li key={one}>
                {findings[one].sheet !== found.sheet &&
                  findings[one].sheet !== null &&
                  `[${findings[one].sheet}] `}
                {findingSentence(findings[one], language)}{' '}
                <GoTo found={findings[one]} onGoTo={onGoTo} />
              </li>
            ))}
            {followers.length > PAGE && <li>{texts.andMore(followers.length - PAGE)}</li>}
          </ul>
        </details>
      )}
    </li>
  );
}

function GoTo({
  found: { sheet, cell },
  onGoTo,
}: {
  found: Finding;
  onGoTo: FindingCardsProps['onGoTo'];
}) {
  if (sheet === null || cell === null || !onGoTo) return null;
  return <GoToCell sheet={sheet} cell={cell} onGoTo={onGoTo} />;
}
