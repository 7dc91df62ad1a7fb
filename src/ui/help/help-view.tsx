import { Text } from '@fluentui/react-components';
import type { WorkbookKind } from '../commands';
import { useServices } from '../services';

/** The steps of the work in this workbook, in short. */
export function HelpView({ kind }: { kind: WorkbookKind }) {
  const { texts } = useServices();
  return (
    <section className="step" aria-label={texts.help.title}>
      <Text as="h2" weight="semibold" block>
        {texts.help.heading[kind]}
      </Text>
      <ol className="effects">
        {texts.help.steps[kind].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <p className="quiet">{texts.help.support}</p>
    </section>
  );
}
