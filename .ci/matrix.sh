#!/usr/bin/env bash
# The matrix too long for `npm test`: LibreOffice's recalculation of our reports, every defect as six
# programs save it, the browser scenario on every newer
# requirement set and in dark, another author between our writes, the clients of Excel for Windows and for Mac, Microsoft's validator, the long oracle run, the lake in engines of others, a thousand files in the pane, and three minutes of spoiled files.
set -euo pipefail
cd "$(dirname "$0")/.."
needs=''
command -v soffice >/dev/null || needs="$needs libreoffice-calc-nogui"
command -v ssconvert >/dev/null || needs="$needs gnumeric"
/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || python3 -c 'import openpyxl' 2>/dev/null || needs="$needs python3-openpyxl"
command -v firefox-esr >/dev/null || needs="$needs firefox-esr"
[ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || needs="$needs nginx-light"
if [ -n "$needs" ]; then
  if ! command -v apt-get >/dev/null; then
    echo "test:all needs these on the path:$needs (LibreOffice: soffice, Gnumeric: ssconvert, openpyxl, Firefox, nginx)." >&2
    exit 1
  fi
  echo "Installing Debian packages:$needs …"
  as_root=''
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $needs >/dev/null
fi
# Microsoft's validator of what we write; not a dependency of the product. Its lock would name binaries not every registry has: the version is exact.
npm install --prefix test/engines --no-package-lock
# The lake's SQL in DuckDB and ClickHouse against the core. 1,000 random provinces take two CPU minutes: npm run lake:engines -- 1000.
node .config/run.mjs test/lake/engines.ts 20
npx jest -c .config/jest.matrix.mjs --testPathIgnorePatterns long-tasks
# Alone on the machine: what holds up a pane is told by the clock.
npx jest -c .config/jest.matrix.mjs --testPathPatterns long-tasks
# Each keeps one core busy.
npm run fuzz -- 3 &
fuzz=$!
FORM_ORACLE_SEEDS=3000 npx jest -c .config/jest.config.mjs --selectProjects node --testPathPatterns oracle/form-oracle
wait "$fuzz"
# What npm test takes one of each kind of (test/long.ts).
ALL_WAYS=1 npx jest -c .config/jest.config.mjs --selectProjects node --testPathPatterns 'oracle/(oracle|properties|quarter-report)|every-plan|stamped-writer|report-cells|intake/(corpus|hostile|fuzz|long-texts)|test/cli/|quality/year|merge-desks|whole-periods'
# Two windows take as long as all the others.
ALL_WAYS=1 npx jest -c .config/jest.config.mjs --selectProjects jsdom -w 1 --testPathPatterns 'two-windows' &
windows=$!
ALL_WAYS=1 npx jest -c .config/jest.config.mjs --selectProjects jsdom -w 1 --testPathPatterns 'broken-syncs|second-writer|two-people|self-check|office/month-'
wait "$windows"
# The same as Excel for Windows and for Mac: the unmodified client of each (docs/office-host.md, "Platforms").
for platform in windows mac; do
  OFFICE_PLATFORM=$platform npx jest -c .config/jest.config.mjs --selectProjects jsdom --testPathPatterns test/office/
  ALL_WAYS=1 OFFICE_PLATFORM=$platform npx jest -c .config/jest.config.mjs --selectProjects jsdom --testPathPatterns 'office/month-1.12'
done
# LTSC 2021 is Windows with ExcelApi 1.14.
OFFICE_PLATFORM=windows OFFICE_API=1.14 npx jest -c .config/jest.config.mjs --selectProjects jsdom --testPathPatterns 'office/(broken-syncs|workbook-kinds|filters)'
E2E_PLATFORM=windows npx jest -c .config/jest.matrix.mjs --testPathPatterns 'month-1\.14'
ALL_WAYS=1 E2E_API=1.21 DARK=1 npx jest -c .config/jest.config.mjs --selectProjects browser --testPathPatterns 'browser/(page|pane|consolidator|one-file|platforms)'
