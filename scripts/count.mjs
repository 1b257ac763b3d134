/**
 * The last line of .ci/run: `N passed, N failed`. Asks for the JSON report of vitest, and for whether the check and
 * the tests failed (0 or 1). The check counts as one failure, and so does a test run that failed without a failed test.
 */
import { existsSync, readFileSync } from 'node:fs';

const [report, checkFailed, testsFailed] = process.argv.slice(2);

const {
  numPassedTests = 0,
  numFailedTests = 0,
  testResults = [],
} = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
// A file that cannot be loaded has no tests that could fail.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length;
const failedInTests = Math.max(numFailedTests + brokenFiles, Number(testsFailed));
const failed = failedInTests + Number(checkFailed);

console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
