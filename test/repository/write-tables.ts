import { readFileSync, writeFileSync } from 'node:fs';
import { plannedPage } from './plan-workbook-page';

const PAGE = 'docs/plan-workbook.md';
writeFileSync(PAGE, plannedPage(readFileSync(PAGE, 'utf8')));
