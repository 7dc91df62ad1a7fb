import { useState } from 'react';
import type { Sheet } from '../../workbook/sheet';
import { nextOf, placesOf, type Place } from './find-text';

interface FindBarProps {
  sheet: Sheet;
  /** Where looking goes on from. */
  from: Place;
  onFound(place: Place): void;
  onEnd(): void;
}

/** Ctrl+F: Enter leads to the next cell that shows the text, Shift+Enter back, Esc to the sheet. */
export function FindBar({ sheet, from, onFound, onEnd }: FindBarProps) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const look = (step: 1 | -1) => {
    if (text.trim() === '') return;
    const places = placesOf(sheet, text);
    const at = nextOf(places, from, step);
    const place = places[at];
    if (place) onFound(place);
    setSaid(place ? `${at + 1}/${places.length}` : `Không thấy “${text}” trong trang tính này.`);
  };
  return (
    <div
      className="find-bar"
      role="search"
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onEnd()}
    >
      <input
        autoFocus
        aria-label="Tìm trong trang tính"
        placeholder="Tìm…"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSaid('');
        }}
        onKeyDown={(event) => {
          // An input method is still making a word.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') look(event.shiftKey ? -1 : 1);
        }}
      />
      <button type="button" aria-label="Ô trước" onClick={() => look(-1)}>
        ↑
      </button>
      <button type="button" aria-label="Ô sau" onClick={() => look(1)}>
        ↓
      </button>
      <button type="button" aria-label="Thôi tìm" onClick={onEnd}>
        ×
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
