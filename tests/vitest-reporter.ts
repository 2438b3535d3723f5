import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';

/** Closes a run with one line a project, `unit: 12 passed, 0 failed`, which scripts/test.ts adds up. */
export default class VitestReporter implements Reporter {
  #isFiltered = false;

  onInit(vitest: Vitest): void {
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = new Map<string, { passed: number; failed: number }>();
    for (const module of modules) {
      const name = module.project.name;
      const count = counts.get(name) ?? { passed: 0, failed: 0 };
      counts.set(name, count);
      const failedBefore = count.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky) process.stdout.write(`passed only when tried again: ${test.fullName}\n`);
        if (state === 'passed') count.passed += 1;
        // A test that skips itself guards nothing; with -t the others are meant to be skipped.
        else if (state === 'failed' || !this.#isFiltered) count.failed += 1;
      }
      // A file that cannot be loaded, or whose hook fails, may have no failed test in it.
      if (module.state() === 'failed' && count.failed === failedBefore) count.failed += 1;
    }
    const [first = { passed: 0, failed: 0 }] = counts.values();
    first.failed += unhandledErrors.length;
    for (const [name, { passed, failed }] of counts) {
      process.stdout.write(`${name}: ${passed} passed, ${failed} failed\n`);
    }
  }
}
