import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import {
  boundSheets,
  previewFill,
  proposeLayout,
  type FillPreview,
  type ShownProposal,
} from '../../app/own-layout';
import { bind, bindSelected } from '../../app/acts/bind-cells';
import { fill } from '../../app/acts/fill-layouts';
import { followMoved } from '../../app/acts/follow-moved';
import { unbind } from '../../app/acts/unbind-sheet';
import type { Proposed } from '../../domain/own-layout/binding';
import type { FigureSource } from '../../domain/own-layout/figure-source';
import type { Period } from '../../domain/period/period';
import type { Plan } from '../../domain/plan/plan';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { CellSource } from './cell-source';
import { FillPreviewView, TroubleList } from './fill-preview';
import { ProposalView } from './proposal-view';
import { UndecidedList } from './undecided-list';

interface OwnLayoutProps {
  plan: Plan;
  period: Period;
}

/** What is open under the buttons. */
type Open =
  | { what: 'proposal'; proposal: ShownProposal }
  | { what: 'cell' }
  | { what: 'preview'; preview: FillPreview; period: string }
  | ({ what: 'filled' } & Pick<FillPreview, 'troubles' | 'notRead'>)
  | null;

/**
 * *Liên kết biểu*: the office's own tables, bound once and filled each period; nothing is written
 * before it was shown and agreed to.
 */
export function OwnLayout({ plan, period }: OwnLayoutProps) {
  const { texts, port } = useServices();
  const own = texts.ownLayout;
  const perform = usePerform();
  const [open, setOpen] = useState<Open>(null);
  const [bound, setBound] = useState<ReadonlyMap<string, number>>(new Map());
  const run = useRun();
  const isBusy = useIsBusy();
  // What was shown of another period is not what would be written.
  const isShown = open?.what !== 'preview' || open.period === period.id;

  const goTo = (place: { sheet: string; cell: string }) =>
    run.aside(() => port.goTo(place.sheet, place.cell));
  const propose = () =>
    run.start(async () => {
      setOpen(null);
      setOpen({ what: 'proposal', proposal: await proposeLayout(port, period) });
      return null;
    });
  const close = () => setOpen(null);
  const bindAll = (cells: readonly Proposed[]) => perform(bind, cells, { onDone: close });
  const bindCell = (source: FigureSource) => perform(bindSelected, source);
  const preview = () =>
    run.start(async () => {
      setOpen(null);
      setBound(await boundSheets(port));
      setOpen({ what: 'preview', preview: await previewFill(port, period), period: period.id });
      return null;
    });
  const fillShown = (shown: FillPreview, keepsTyped: boolean) =>
    perform(
      fill,
      { period, shown, keepsTyped },
      {
        onDone: ({ first, left, notRead }) => {
          setOpen({ what: 'filled', troubles: left, notRead });
          // The person ends where the figures are, not where they were asked for.
          if (first) goTo(first);
        },
        onUndone: close,
      },
    );
  // What was shown is not what would be written now.
  const follow = () => perform(followMoved, undefined, { onDone: close });
  const letGo = (sheet: string) =>
    perform(unbind, sheet, {
      onDone: async () => {
        setBound(await boundSheets(port));
        close();
      },
      onUndone: () => setBound(bound),
    });

  return (
    <section aria-label={own.title}>
      <Text as="h2" weight="semibold" block>
        {own.title}
      </Text>
      <p className="quiet">{own.hint}</p>
      <div className="buttons">
        <Button size="small" disabled={isBusy} onClick={propose}>
          {own.propose}
        </Button>
        <Button
          size="small"
          disabled={isBusy}
          aria-expanded={open?.what === 'cell'}
          onClick={() => setOpen(open?.what === 'cell' ? null : { what: 'cell' })}
        >
          {own.chooseCell}
        </Button>
        <Button size="small" disabled={isBusy} onClick={preview}>
          {own.preview}
        </Button>
      </div>
      {bound.size > 0 && (
        <ul className="findings">
          {[...bound].map(([sheet, cells]) => (
            <li key={sheet}>
              {own.boundSheet(sheet, cells)}
              <Button
                size="small"
                appearance="transparent"
                disabled={isBusy}
                aria-label={`${own.unbind} ${sheet}`}
                onClick={() => letGo(sheet)}
              >
                {own.unbind}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open?.what === 'proposal' && (
        <ProposalView
          key={open.proposal.sheet}
          proposal={open.proposal}
          onBind={bindAll}
          onGoTo={goTo}
        />
      )}
      {open?.what === 'cell' && <CellSource plan={plan} onBind={bindCell} />}
      {open?.what === 'preview' && isShown && (
        <FillPreviewView
          preview={open.preview}
          onFill={(keepsTyped) => fillShown(open.preview, keepsTyped)}
          onFollow={follow}
          onGoTo={goTo}
        />
      )}
      {open?.what === 'filled' && (
        <>
          <TroubleList troubles={open.troubles} onGoTo={goTo} />
          <UndecidedList undecided={open.notRead} onGoTo={goTo} />
        </>
      )}
    </section>
  );
}
