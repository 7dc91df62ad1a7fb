#!/usr/bin/env bash
# The matrix too long for `npm test`: LibreOffice's recalculation of our reports, the browser scenario on every newer
# requirement set, the long oracle run, a thousand files in the pane, and three minutes of spoiled files.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v soffice >/dev/null; then
  if ! command -v apt-get >/dev/null; then
    echo 'test:all needs LibreOffice (soffice) on the path.' >&2
    exit 1
  fi
  echo 'Installing LibreOffice (Debian: libreoffice-calc-nogui) …'
  as_root=''
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null
fi
npx jest -c .config/jest.matrix.mjs --testPathIgnorePatterns long-tasks
# Alone on the machine: what holds up a pane is told by the clock.
npx jest -c .config/jest.matrix.mjs --testPathPatterns long-tasks
npm run fuzz -- 3
FORM_ORACLE_SEEDS=3000 npx jest -c .config/jest.config.mjs --selectProjects node --testPathPatterns oracle/form-oracle
ALL_WAYS=1 npx jest -c .config/jest.config.mjs --selectProjects jsdom --testPathPatterns broken-syncs
E2E_API=1.21 npx jest -c .config/jest.config.mjs --selectProjects browser --testPathPatterns 'browser/(page|pane)'
