import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { useIsBusy } from './use-run';

/** A field an act asks for. */
interface Needed {
  isMissing: boolean;
  element: HTMLElement | null;
  /** Says at the field that it is missing. */
  mark(): void;
}

/**
 * The fields of one act or of several that ask for the same; those of the acts around it hold too.
 */
class Fields {
  private readonly own = new Set<RefObject<Needed>>();

  constructor(private readonly around: Fields | null) {}

  add(field: RefObject<Needed>): () => void {
    this.own.add(field);
    return () => this.own.delete(field);
  }

  /** The first that is missing, as they are read. */
  missing(): Needed | undefined {
    const missing = [...this.own]
      .map(({ current }) => current)
      .filter(({ isMissing }) => isMissing);
    const first = missing.sort((a, b) => (isBefore(a.element, b.element) ? -1 : 1)).at(0);
    return first ?? this.around?.missing();
  }
}

function isBefore(a: HTMLElement | null, b: HTMLElement | null): boolean {
  return (
    a !== null &&
    b !== null &&
    (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

const FieldsContext = createContext<Fields | null>(null);

/** What stands in it belongs together: an {@link ActButton} asks for the fields around it. */
export function Asks({ children }: { children: ReactNode }) {
  const around = useContext(FieldsContext);
  const [fields] = useState(() => new Fields(around));
  return <FieldsContext value={fields}>{children}</FieldsContext>;
}

interface NeededField<Element extends HTMLElement> {
  /** Of the element that takes the focus, or that has it inside. */
  ref: RefObject<Element | null>;
  /** What its Field says once an act was asked for without it. */
  said: { validationState: 'error' | 'none'; validationMessage?: string };
}

/** A field that acts around it ask for, and what is said where it is missing. */
export function useNeeded<Element extends HTMLElement = HTMLInputElement>(
  isMissing: boolean,
  text: string,
): NeededField<Element> {
  const fields = useContext(FieldsContext);
  const ref = useRef<Element>(null);
  const [isMarked, setMarked] = useState(false);
  const field = useRef<Needed>({ isMissing, element: null, mark: () => setMarked(true) });
  useEffect(() => {
    field.current.isMissing = isMissing;
    field.current.element = ref.current;
  });
  useEffect(() => fields?.add(field), [fields]);
  const isSaid = isMarked && isMissing;
  return {
    ref,
    said: isSaid
      ? { validationState: 'error', validationMessage: text }
      : { validationState: 'none' },
  };
}

/** A text an act asks for. */
export function NeededInput(props: {
  label: string;
  missing: string;
  value: string;
  maxLength: number;
  onChange(text: string): void;
}) {
  const { ref, said } = useNeeded(props.value.trim() === '', props.missing);
  return (
    <Field label={props.label} size="small" {...said}>
      <Input
        ref={ref}
        size="small"
        maxLength={props.maxLength}
        value={props.value}
        onChange={(_, data) => props.onChange(data.value)}
      />
    </Field>
  );
}

/** Fields that together are what an act enters. */
export function NeededGroup(props: { isMissing: boolean; missing: string; children: ReactNode }) {
  const { ref, said } = useNeeded<HTMLDivElement>(props.isMissing, props.missing);
  return (
    <div ref={ref} className="needed">
      {/* Above: the first of many fields is led to, and what is below them all is not in view. */}
      {said.validationMessage && (
        <p role="alert" className="missing">
          {said.validationMessage}
        </p>
      )}
      {props.children}
    </div>
  );
}

const CONTROL = 'input, select, textarea';

/** Where something can be typed: of several fields the first that is empty. */
function controlOf(element: HTMLElement | null): HTMLElement | undefined {
  if (element === null || element.matches(CONTROL)) return element ?? undefined;
  const controls = [...element.querySelectorAll<HTMLInputElement>(CONTROL)];
  return controls.find(({ value }) => value.trim() === '') ?? controls.at(0);
}

interface ActButtonProps {
  appearance?: 'primary' | 'secondary' | 'transparent';
  /** It cannot be done now, whatever is filled in. */
  disabled?: boolean;
  'aria-label'?: string;
  children: ReactNode;
  onAct(): void;
}

/**
 * Does what it says, or leads to the first field it still needs: it is never grey for want of a
 * name or a reason, only while something runs.
 */
export function ActButton({ onAct, disabled, ...props }: ActButtonProps) {
  const isBusy = useIsBusy();
  const fields = useContext(FieldsContext);
  const act = () => {
    const missing = fields?.missing();
    if (!missing) return onAct();
    missing.mark();
    controlOf(missing.element)?.focus();
  };
  return <Button size="small" {...props} disabled={isBusy || disabled} onClick={act} />;
}
