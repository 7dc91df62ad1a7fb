import { Text } from '@fluentui/react-components';
import type { UiTexts } from '../../locale/ui-texts';
import type { WorkbookKind } from '../commands';
import { useServices } from '../services';

/** The screen that help was asked from; null where there is none yet. */
export type HelpScreen = keyof UiTexts['help']['screens'];

/** What is done on this screen, then the steps of the work in this workbook, in short. */
export function HelpView({ kind, screen }: { kind: WorkbookKind; screen: HelpScreen | null }) {
  const { texts, version } = useServices();
  const own = screen && texts.help.screens[screen];
  return (
    <section className="step" aria-label={texts.help.title}>
      {own && (
        <>
          <Text as="h2" weight="semibold" block>
            {own.title}
          </Text>
          <ol className="effects">
            {own.steps.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </>
      )}
      <Text as="h2" weight="semibold" block>
        {texts.help.heading[kind]}
      </Text>
      <ol className="effects">
        {texts.help.steps[kind].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <p className="quiet">{texts.help.support}</p>
      {version && <p className="quiet">{texts.help.version(version)}</p>}
    </section>
  );
}
