import { AS_CHECKER } from './check-processes';

/**
 * The command line as one file that needs only Node (npm run package): the same file checks, in
 * processes of its own.
 */
if (process.argv[2] === AS_CHECKER) void import('./checker');
else void import('./main');
