import { useEffect, useRef, useState, type CSSProperties } from 'react';

interface WordListProps {
  words: readonly string[];
  box: CSSProperties;
  isOpen: boolean;
  onOpen(): void;
  /** Null when nothing was chosen. */
  onChoose(word: string | null): void;
}

/** The drop-down of a cell whose validation is a list. */
export function WordList({ words, box, isOpen, onOpen, onChoose }: WordListProps) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (isOpen) list.current?.focus();
  }, [isOpen]);
  const right = (box.left as number) + (box.width as number);
  const below = (box.top as number) + (box.height as number);
  return (
    <>
      <button
        type="button"
        className="list-button"
        tabIndex={-1}
        aria-label="Mở danh sách"
        aria-expanded={isOpen}
        style={{ left: right, top: below - 18 }}
        onClick={onOpen}
      >
        ▾
      </button>
      {isOpen && (
        <ul
          ref={list}
          className="word-list"
          role="listbox"
          aria-label="Giá trị cho phép"
          aria-activedescendant={`word-${at}`}
          tabIndex={0}
          style={{ left: box.left, top: below, minWidth: box.width }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'ArrowDown') setAt(Math.min(words.length - 1, at + 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
            else if (event.key === 'Enter') onChoose(words[at]);
            else if (event.key === 'Escape' || event.key === 'Tab') onChoose(null);
            else return;
            event.preventDefault();
          }}
          onBlur={() => onChoose(null)}
        >
          {words.map((word, index) => (
            <li
              key={word}
              id={`word-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                onChoose(word);
              }}
            >
              {word}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
