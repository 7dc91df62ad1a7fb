import { useEffect, useRef, useState } from 'react';
import { Button, Spinner, Text } from '@fluentui/react-components';
import { originOf, openFigureFile, type FigureFile, type FileAtHand } from '../../app/figure-file';
import type { ReceivedFile } from '../../app/ports';
import { DeskRefused } from '../../app/desk-refused';
import type { FigureSource } from '../../domain/report/figure-row';
import { refusalSentence } from '../../locale/sentence';
import { useDesk } from '../desk';
import { FileButton } from '../ledger/file-button';
import { faultSaid } from '../fault-said';
import { useServices } from '../services';
import { SheetView } from './sheet-view';

interface SourcePageProps {
  sources: readonly FigureSource[];
  index: number;
  /** What was taken in since the pane was opened. */
  session: readonly FileAtHand[];
  /** What the source says, as in the list. */
  title(source: FigureSource): string;
  onIndex(index: number): void;
  onBack(): void;
  onGoTo(source: FigureSource): void;
}

type Shown =
  | { kind: 'opening' }
  | { kind: 'file'; file: FigureFile }
  | { kind: 'none' | 'told' | 'away' | 'failed'; said: string };

/** One source of a figure: the file itself, at its cell; the others are the next and the last. */
export function SourcePage(props: SourcePageProps) {
  const { sources, index, session, title, onIndex, onBack, onGoTo } = props;
  const { texts, unpack } = useServices();
  const own = texts.sources;
  const source = sources[index];
  /** What a person gave serves every figure after it. */
  const [given, setGiven] = useState<readonly ReceivedFile[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [index]);
  return (
    <div className="agency">
      <Button size="small" appearance="subtle" onClick={onBack}>
        ‹ {own.title}
      </Button>
      <h2 tabIndex={-1} ref={heading}>
        {title(source)}
      </h2>
      <div className="buttons">
        <Button size="small" disabled={index === 0} onClick={() => onIndex(index - 1)}>
          ‹ {own.previous}
        </Button>
        <Button
          size="small"
          disabled={index === sources.length - 1}
          onClick={() => onIndex(index + 1)}
        >
          {own.next} ›
        </Button>
        <span className="quiet">{own.nth(index + 1, sources.length)}</span>
      </div>
      <Opened
        key={`${index} ${given.length}`}
        source={source}
        session={session}
        given={given}
        title={title}
        onGive={(file) => void unpack([file]).then(({ files }) => setGiven(files))}
      />
      <Button size="small" appearance="transparent" onClick={() => onGoTo(source)}>
        {own.toFigures}
      </Button>
    </div>
  );
}

interface OpenedProps extends Pick<SourcePageProps, 'session' | 'title'> {
  source: FigureSource;
  given: readonly ReceivedFile[];
  onGive(file: ReceivedFile): void;
}

/** The file of one source, opened at its cell; or why it is not. */
function Opened({ source, session, given, title, onGive }: OpenedProps) {
  const { texts, read, language } = useServices();
  const { ledger } = useDesk();
  const own = texts.sources;
  const [shown, setShown] = useState<Shown>({ kind: 'opening' });
  useEffect(() => {
    let isOver = false;
    const show = (next: Shown) => !isOver && setShown(next);
    const open = async (): Promise<Shown> => {
      const origin = originOf(ledger, source);
      if (origin.kind === 'none') return { kind: 'none', said: own.nobody(title(source)) };
      if (origin.kind === 'told') return { kind: 'told', said: own.told(source.file) };
      const file = await openFigureFile(origin.submission, source, session, given, read);
      return file ? { kind: 'file', file } : { kind: 'away', said: own.away(source.file) };
    };
    open().then(show, (error: unknown) =>
      show({
        kind: 'failed',
        said:
          error instanceof DeskRefused
            ? refusalSentence(error.refusal, language)
            : faultSaid(error, texts),
      }),
    );
    return () => {
      isOver = true;
    };
  }, [ledger, source, session, given, read, own, title, texts, language]);
  return (
    <>
      <div role="status">
        {shown.kind === 'opening' && <Spinner size="tiny" label={texts.loading} />}
        {'said' in shown && <p>{shown.said}</p>}
        {shown.kind === 'file' && (
          <Text block>
            {shown.file.file} – {own.place(source.sheet, source.cell)}
          </Text>
        )}
      </div>
      {shown.kind === 'file' && (
        <SheetView
          sheet={shown.file.sheet}
          marked={shown.file.cells}
          label={own.place(source.sheet, source.cell)}
        />
      )}
      {(shown.kind === 'away' || shown.kind === 'failed') && (
        <FileButton label={own.give} accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.zip" onFile={onGive} />
      )}
    </>
  );
}
