import type {MockTimers, TestContext} from 'node:test';

/** Time stands still until a test lets it pass; random waits are half of what they may be. */
export function stopTime(t: TestContext): void {
  t.mock.timers.enable({apis: ['setTimeout']});
  t.mock.method(Math, 'random', () => 0.5);
}

/** Lets everything happen that needs no time to pass, until the condition holds. Fails after five real seconds. */
export async function until(condition: () => boolean, what = 'the condition'): Promise<void> {
  const began = process.hrtime.bigint();
  while (!condition()) {
    if (process.hrtime.bigint() - began > 5_000_000_000n) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Lets mocked time pass in steps until the condition holds, and gives the milliseconds that passed. Between steps,
 * sockets get the chance to do what they do.
 */
export async function passTime(
  timers: MockTimers,
  condition: () => boolean,
  step = 100,
  limit = 60_000,
): Promise<number> {
  let passed = 0;
  for (; !condition(); passed += step) {
    if (passed >= limit) throw new Error(`Nothing happened in ${limit} ms.`);
    for (let turn = 0; turn < 20 && !condition(); turn++) await new Promise((resolve) => setImmediate(resolve));
    if (condition()) break;
    timers.tick(step);
  }
  return passed;
}
