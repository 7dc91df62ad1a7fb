import { Button } from '@fluentui/react-components';
import type { CheckedFile } from '../../domain/submission/submission';
import { inReadingOrder } from '../../domain/rules/finding';
import { findingSentence } from '../../locale/sentence';
import { useServices } from '../services';

/** What is wrong with one file, errors first; a finding with a cell leads there. */
export function Findings({
  file,
  onGoTo,
}: {
  file: CheckedFile;
  onGoTo: ((place: { sheet: string; cell: string }) => void) | null;
}) {
  const { texts, language } = useServices();
  if (file.findings.length === 0) return <p className="quiet">{texts.noFindings}</p>;
  const sorted = [...file.findings].sort(inReadingOrder);
  return (
    <ul className="findings">
      {sorted.map((finding, index) => (
        <li key={index} className={finding.severity}>
          <span className="severity">{texts.severity[finding.severity]}</span> {findingSentence(finding, language)}
          {finding.sheet && finding.cell && onGoTo && (
            <Button
              size="small"
              appearance="transparent"
              aria-label={`${texts.goToCell} ${finding.cell}`}
              onClick={() => onGoTo({ sheet: finding.sheet!, cell: finding.cell! })}
            >
              {texts.goToCell}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
