import { lazy, Suspense } from 'react';
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Spinner,
} from '@fluentui/react-components';
import { useServices } from '../services';
import type { LedgerToolsProps } from './ledger-sections';

/** Wanted a few times a year: loaded when it is opened. */
const LedgerSections = lazy(async () => ({
  default: (await import('./ledger-sections')).LedgerSections,
}));

/** What leaves the workbook, is put away, and comes in from another. */
export function LedgerTools(props: LedgerToolsProps) {
  const { texts } = useServices();
  return (
    <Accordion collapsible>
      <AccordionItem value="ledger">
        <AccordionHeader size="small">{texts.out.title}</AccordionHeader>
        <AccordionPanel>
          <Suspense fallback={<Spinner size="tiny" label={texts.loading} />}>
            <LedgerSections {...props} />
          </Suspense>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
