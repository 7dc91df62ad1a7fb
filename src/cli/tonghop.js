#!/usr/bin/env node
// The command line is built by `npm ci` (prepare); this shim says so when the build is missing.
const path = require('node:path');
const built = path.join(__dirname, '..', '..', 'dist', 'cli', 'tonghop.js');
if (!require('node:fs').existsSync(built)) {
  console.error('Chưa có bản dựng của tonghop. Vui lòng chạy: npm ci  (hoặc: npm run build)');
  process.exit(2);
}
require(built);
