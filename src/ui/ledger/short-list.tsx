import { useServices } from '../services';

/** So many are read; the rest is counted. */
const SHOWN = 40;

/** A list of what has to be known, nothing where there is nothing. */
export function ShortList({ title, items }: { title: string; items: readonly string[] }) {
  const { texts } = useServices();
  if (items.length === 0) return null;
  return (
    <div role="status">
      <p className="quiet">{title}</p>
      <ul className="effects">
        {items.slice(0, SHOWN).map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
      {items.length > SHOWN && <p className="quiet">{texts.andMore(items.length - SHOWN)}</p>}
    </div>
  );
}
