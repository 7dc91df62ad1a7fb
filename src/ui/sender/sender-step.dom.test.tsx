import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from '../../../test/forms';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { faultyCells } from '../../app/faulty-cells';
import type { CellEdit, Undo } from '../../app/ports';
import { checkHere } from '../../intake/check-here';
import { openBook, openToShow } from '../../intake/open-received';
import { uiVi } from '../../locale/ui-vi';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { App } from '../app';
import { ServicesContext, type Services } from '../services';

/** A form whose stamp cannot be written: its sheet was locked meanwhile. */
class Shut extends MemoryWorkbook {
  isShut = true;
  override async editCells(edits: readonly CellEdit[]): Promise<Undo> {
    if (this.isShut) throw Object.assign(new Error('shut'), { code: 'AccessDenied' });
    return super.editCells(edits);
  }
}

/** A form as its sender fills it; a percentage without what it was made from is asked about. */
function filled(): Form {
  const form = Form.of('MC', '2024-03', 'vinh-chap-2024').fill();
  form.type('NQ01-2', 'numerator', null).type('NQ01-2', 'denominator', null);
  return form.type('NQ01-2', 'ratio', 75);
}

function open(port: MemoryWorkbook, showFound?: Services['showFound']) {
  const services: Services = {
    port,
    read: openToShow,
    readBook: openBook,
    checker: checkHere,
    write: writeWorkbook,
    unpack: async (files) => ({ files: [...files], skipped: [] }),
    national: async () => [] as never,
    download: () => undefined,
    today: () => '2024-03-18',
    now: () => '2024-03-18 09:00:00.000',
    ...(showFound ? { showFound } : {}),
    texts: uiVi,
    language: 'vi',
  };
  render(
    <FluentProvider theme={webLightTheme}>
      <ServicesContext value={services}>
        <App onLanguage={() => undefined} />
      </ServicesContext>
    </FluentProvider>,
  );
  return userEvent.setup();
}

it('cells stay coloured where the form could not be marked as checked, and only there', async () => {
  const port = new Shut(filled().workbook);
  let coloured: string[] = [];
  const user = open(
    port,
    async (found) => void (coloured = faultyCells(found).map(({ cell }) => cell)),
  );
  await user.click(await screen.findByRole('button', { name: uiVi.checkForm }));
  await screen.findByText(uiVi.coloured);
  const before = coloured;
  expect(before.length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText(/^Người thực hiện/), 'Nguyễn Văn An');
  await user.click(screen.getByRole('checkbox', { name: uiVi.sameAsSigned }));
  const stamp = screen.getByRole('button', { name: uiVi.stamp });
  await user.click(stamp);
  await screen.findByText(/không cho phép|được bảo vệ/);
  expect(coloured).toEqual(before);
  expect(screen.getByText(uiVi.coloured)).toBeVisible();
  port.isShut = false;
  await user.click(stamp);
  await screen.findByText(/^Đã ghi Mã kiểm tra/);
  expect(coloured).toEqual([]);
});

/** A form whose Excel does not tell of edits. */
class Mute extends MemoryWorkbook {
  override onEdit(): Promise<Undo> {
    return Promise.reject(Object.assign(new Error('no'), { code: 'GeneralException' }));
  }
}

it('where Excel does not tell of edits, what is filled is not counted, and the verdict says so', async () => {
  const user = open(new Mute(filled().workbook));
  await user.click(await screen.findByRole('button', { name: uiVi.checkForm }));
  expect(await screen.findByText(uiVi.editsNotTold)).toBeVisible();
  expect(screen.queryByRole('progressbar', { name: /./ })).toBeNull();
});
