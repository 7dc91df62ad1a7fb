import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
} from '@fluentui/react-components';
import { onDemand } from '../on-demand';
import { useServices } from '../services';
import type { LedgerToolsProps } from './ledger-sections';

/** Wanted a few times a year: loaded when it is opened. */
const LedgerSections = onDemand<LedgerToolsProps>(
  async () => (await import(/* webpackPrefetch: true */ './ledger-sections')).LedgerSections,
);

/** What leaves the workbook, is put away, and comes in from another. */
export function LedgerTools(props: LedgerToolsProps) {
  const { texts } = useServices();
  return (
    <Accordion collapsible>
      <AccordionItem value="ledger">
        <AccordionHeader size="small">{texts.out.title}</AccordionHeader>
        <AccordionPanel>
          <LedgerSections {...props} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
