import type { FullResult, Reporter } from '@playwright/test/reporter';
import { rmSync } from 'node:fs';

/** Removes the data of a run that passed, once its programs have ended; what failed is left to be looked at. */
export default class Tidy implements Reporter {
  readonly #folder: string;
  #passed = false;

  constructor({ folder }: { folder: string }) {
    this.#folder = folder;
  }

  onEnd({ status }: FullResult) {
    this.#passed = status === 'passed';
  }

  onExit(): Promise<void> {
    if (this.#passed) {
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    }
    return Promise.resolve();
  }

  printsToStdio() {
    return false;
  }
}
