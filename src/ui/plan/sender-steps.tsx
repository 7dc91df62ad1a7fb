import { Text } from '@fluentui/react-components';
import { useServices } from '../services';

/** What a sender does who has opened the pane beside a workbook that is no form. */
export function SenderSteps() {
  const { texts } = useServices();
  return (
    <>
      <Text block>{texts.start.openForm}</Text>
      <ol className="effects">
        {texts.help.steps.form.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    </>
  );
}
