import { monthOfTheOffice } from '../scenario/month';
import { JsdomDesk } from './jsdom-desk';

/** Excel with ExcelApi 1.12, in Node. */
describe('ExcelApi 1.12, jsdom', () => {
  monthOfTheOffice((folder, workbook) => JsdomDesk.open(folder, workbook, '1.12'));
});
