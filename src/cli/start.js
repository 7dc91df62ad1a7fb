// `npm start` runs the built command; without a build it says what to do.
const path = require('node:path');
const built = path.join(__dirname, '..', '..', 'dist', 'cli', 'start.js');
if (!require('node:fs').existsSync(built)) {
  console.error('Chưa có bản dựng. Vui lòng chạy: npm ci  (hoặc: npm run build)');
  process.exit(2);
}
require(built);
