import { writeFileSync } from 'node:fs';
import { defectsPage } from './defects-page';

writeFileSync('docs/defects.md', defectsPage());
