import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {LearningClock} from '../../src/clock.ts';

/** The monotonic clock and the date of the computer, as a test sets them. */
function computer(t: TestContext): {passed: number; date: number} {
  const state = {passed: 5000, date: 0};
  t.mock.method(performance, 'now', () => state.passed);
  t.mock.method(Date, 'now', () => state.date);
  return state;
}

describe("the service's clock", () => {
  it('is the date of the computer until the first answer', (t) => {
    computer(t).date = 42;
    assert.equal(new LearningClock().now(), 42);
  });

  it('goes on evenly when somebody sets the date of the computer', (t) => {
    const state = computer(t);
    const clock = new LearningClock();
    clock.learn(1_000_000, 0);
    state.date = 9e12;
    state.passed += 1500;
    assert.equal(clock.now(), 1_001_500);
  });

  it('is not moved by an answer that took long, as long as it agrees', (t) => {
    const state = computer(t);
    const clock = new LearningClock();
    clock.learn(1_000_000, 50);
    state.passed += 4000;
    // It left the service when its clock stood at 1,000,100, and was four seconds on its way.
    clock.learn(1_000_100, 4000);
    assert.equal(clock.now(), 1_004_000);
  });

  it('is corrected when it is behind, as after the computer slept', (t) => {
    computer(t);
    const clock = new LearningClock();
    clock.learn(1_000_000, 100);
    clock.learn(1_600_000, 100);
    assert.equal(clock.now(), 1_600_000);
  });

  it('is corrected when it is ahead, by no more than is sure', (t) => {
    computer(t);
    const clock = new LearningClock();
    clock.learn(1_600_000, 100);
    clock.learn(1_000_000, 100);
    assert.equal(clock.now(), 1_000_100);
  });
});
