import { useEffect, useRef, useState } from 'react';
import { Sheet } from '../workbook/sheet';
import type { WorkbookModel } from './model/workbook-model';
import { freeSheetName, sheetNameFault } from './sheet-names';

interface SheetTabsProps {
  model: WorkbookModel;
  label: string;
  /** The list of sheets must not be changed. */
  isProtected?: boolean;
}

/** Where the tabs are wider than the line, it moves by these, as in Excel. */
const STEPS = [
  { sign: '◂', name: 'Xem các thẻ trang tính bên trái', by: -240 },
  { sign: '▸', name: 'Xem các thẻ trang tính bên phải', by: 240 },
];

/** The sheets under the grid: one is opened, added, or called otherwise (double click, or F2). */
export function SheetTabs({ model, label, isProtected = false }: SheetTabsProps) {
  const tabs = useRef<HTMLElement>(null);
  const { active } = model;
  const [renaming, setRenaming] = useState<{ sheet: Sheet; name: string } | null>(null);
  const [refusal, setRefusal] = useState('');
  useEffect(() => {
    tabs.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const { sheets } = model.workbook;
  const refuses = () => {
    setRefusal(isProtected ? 'Cấu trúc sổ đang được bảo vệ: không thêm, đổi tên trang tính.' : '');
    return isProtected;
  };
  const rename = (sheet: Sheet) => {
    if (!refuses()) setRenaming({ sheet, name: sheet.name });
  };
  const back = () => {
    setRenaming(null);
    setRefusal('');
    tabs.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  };
  const enter = ({ sheet, name }: { sheet: Sheet; name: string }) => {
    const others = sheets.filter((one) => one !== sheet).map((one) => one.name);
    const fault = sheetNameFault(name, others);
    if (fault) return setRefusal(fault);
    if (name !== sheet.name) model.rename(sheet, name, 'person');
    back();
  };
  const add = () => {
    if (refuses()) return;
    const sheet = new Sheet(freeSheetName(sheets.map(({ name }) => name)));
    model.addSheet(sheet, 'person', sheets.indexOf(active) + 1);
    model.activate(sheet);
  };
  return (
    <div className="sheet-line">
      {renaming && (
        <input
          autoFocus
          aria-label={`Tên mới của trang tính ${renaming.sheet.name}`}
          maxLength={31}
          value={renaming.name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setRenaming({ ...renaming, name: event.target.value })}
          onBlur={() => setRenaming(null)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') enter(renaming);
            else if (event.key === 'Escape') back();
          }}
        />
      )}
      {STEPS.map(({ sign, name, by }) => (
        <button
          key={sign}
          type="button"
          className="tab-step"
          tabIndex={-1}
          aria-label={name}
          title={name}
          onClick={() => tabs.current?.scrollBy({ left: by })}
        >
          {sign}
        </button>
      ))}
      <nav ref={tabs} className="tabs" role="tablist" aria-label={label}>
        {sheets
          .filter((sheet) => sheet.visibility === 'visible')
          .map((sheet) => (
            <button
              key={model.idOf(sheet)}
              type="button"
              role="tab"
              aria-selected={sheet === active}
              onClick={() => model.activate(sheet)}
              onDoubleClick={() => rename(sheet)}
              onKeyDown={(event) => event.key === 'F2' && rename(sheet)}
            >
              {sheet.name}
            </button>
          ))}
      </nav>
      <button type="button" aria-label="Thêm trang tính" title="Thêm trang tính" onClick={add}>
        +
      </button>
      {refusal && <span role="alert">{refusal}</span>}
    </div>
  );
}
