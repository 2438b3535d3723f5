import type { FullConfig, FullResult, Reporter, Suite, TestError } from '@playwright/test/reporter';

/** Closes a run with the line `browser: 12 passed, 0 failed`, which scripts/test.ts adds up. */
export default class PlaywrightReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  /** Outside of any test: a file that cannot be loaded, a server that does not start. */
  onError(_error: TestError): void {
    this.#errors += 1;
  }

  onEnd(_result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const flaky = tests.filter((test) => test.outcome() === 'flaky');
    const passed = tests.filter((test) => test.outcome() === 'expected').length + flaky.length;
    const failed = tests.length - passed + this.#errors;
    for (const test of flaky) process.stdout.write(`passed only when tried again: ${test.title}\n`);
    process.stdout.write(`browser: ${passed} passed, ${failed} failed\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
