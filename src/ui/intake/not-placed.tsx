import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { CheckedFile } from '../../domain/submission/submission';
import { useServices } from '../services';
import { FindingCards } from '../findings/finding-cards';

/** So many are drawn at once; a whole year dropped into one month would draw a thousand. */
const PAGE = 50;

/** Files of the last drop that are nobody's submission, each with its reason. */
export function NotPlaced({ files }: { files: readonly CheckedFile[] }) {
  const { texts } = useServices();
  const [shown, setShown] = useState(PAGE);
  const rest = files.length - shown;
  return (
    <section aria-label={texts.notPlaced}>
      <h2>
        {texts.notPlaced} ({files.length})
      </h2>
      {files.slice(0, shown).map((file, index) => (
        <div key={index} className="opened">
          <p className="file">{file.file}</p>
          <FindingCards file={file} onGoTo={null} />
        </div>
      ))}
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMore(Math.min(rest, PAGE))}
        </Button>
      )}
    </section>
  );
}
