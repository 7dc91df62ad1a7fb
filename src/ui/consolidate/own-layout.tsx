import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import {
  bindCells,
  boundSheets,
  fillLayouts,
  previewFill,
  proposeCell,
  proposeLayout,
  rebindMoved,
  unbindSheet,
  type FillPreview,
  type ShownProposal,
} from '../../app/own-layout';
import type { Proposed } from '../../domain/own-layout/binding';
import type { FigureSource } from '../../domain/own-layout/figure-source';
import type { Period } from '../../domain/period/period';
import type { Plan } from '../../domain/plan/plan';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { useWho } from '../who';
import { CellSource } from './cell-source';
import { FillPreviewView, TroubleList } from './fill-preview';
import { ProposalView } from './proposal-view';

interface OwnLayoutProps {
  plan: Plan;
  period: Period;
}

/** What is open under the buttons. */
type Open =
  | { what: 'proposal'; proposal: ShownProposal }
  | { what: 'cell' }
  | { what: 'preview'; preview: FillPreview; period: string }
  | { what: 'filled'; troubles: FillPreview['troubles'] }
  | null;

/**
 * *Gắn biểu*: the office's own tables, bound once and filled each period; nothing is written before
 * it was shown and agreed to.
 */
export function OwnLayout({ plan, period }: OwnLayoutProps) {
  const { texts, port, now } = useServices();
  const own = texts.ownLayout;
  const who = useWho();
  const [open, setOpen] = useState<Open>(null);
  const [bound, setBound] = useState<ReadonlyMap<string, number>>(new Map());
  const run = useRun();
  const isBusy = useIsBusy();
  const said = () => ({ who, at: now().slice(0, 19) });
  const success = (text: string) => ({ intent: 'success' as const, text });
  // What was shown of another period is not what would be written.
  const isShown = open?.what !== 'preview' || open.period === period.id;

  const propose = () =>
    run.start(async () => {
      setOpen(null);
      setOpen({ what: 'proposal', proposal: await proposeLayout(port, period) });
      return null;
    });
  const bind = (cells: readonly Proposed[]) =>
    run.start(async () => {
      const undo = await bindCells(port, cells, said());
      setOpen(null);
      return { message: success(own.bound(cells.length)), undo };
    });
  const bindCell = (source: FigureSource) =>
    run.start(async () => {
      const cell = await proposeCell(port, source);
      const undo = await bindCells(port, [cell], said());
      return { message: success(own.cellBound(cell.cell, cell.label, cell.heading)), undo };
    });
  const preview = () =>
    run.start(async () => {
      setOpen(null);
      setBound(await boundSheets(port));
      setOpen({ what: 'preview', preview: await previewFill(port, period), period: period.id });
      return null;
    });
  const fill = (shown: FillPreview, keepsTyped: boolean) =>
    run.start(async () => {
      const { filled, troubles, undo } = await fillLayouts(port, period, {
        keepsTyped,
        shown: shown.edits,
      });
      const left = troubles.filter(({ code }) => code !== 'blank');
      setOpen({ what: 'filled', troubles: left });
      return {
        message: success(own.filled(filled, left.length)),
        undo,
        onUndo: () => setOpen(null),
      };
    });
  const follow = () =>
    run.start(async () => {
      const { moved, undo } = await rebindMoved(port, said());
      // What was shown is not what would be written now.
      setOpen(null);
      return { message: success(own.followed(moved)), undo };
    });
  const unbind = (sheet: string) =>
    run.start(async () => {
      const undo = await unbindSheet(port, sheet);
      setBound(await boundSheets(port));
      setOpen(null);
      return { message: success(own.unbound(sheet)), undo, onUndo: () => setBound(bound) };
    });
  const goTo = (place: { sheet: string; cell: string }) =>
    run.aside(() => port.goTo(place.sheet, place.cell));

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
                onClick={() => unbind(sheet)}
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
          onBind={bind}
          onGoTo={goTo}
        />
      )}
      {open?.what === 'cell' && <CellSource plan={plan} onBind={bindCell} />}
      {open?.what === 'preview' && isShown && (
        <FillPreviewView
          preview={open.preview}
          onFill={(keepsTyped) => fill(open.preview, keepsTyped)}
          onFollow={follow}
          onGoTo={goTo}
        />
      )}
      {open?.what === 'filled' && <TroubleList troubles={open.troubles} onGoTo={goTo} />}
    </section>
  );
}
