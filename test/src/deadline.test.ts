import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {beginDeadline, interruptible, pause} from '../../src/deadline.ts';

const never = new Promise<never>(() => undefined);

describe('a deadline', () => {
  it('ends when its time is up, and not before', (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const {signal} = beginDeadline(100);
    t.mock.timers.tick(99);
    assert.equal(signal.aborted, false);
    t.mock.timers.tick(1);
    assert.equal((signal.reason as {reason?: string}).reason, 'TIMEOUT');
  });

  it('ends with any of its parents, for their reason', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const {signal, release} = beginDeadline(100, first.signal, undefined, second.signal);
    second.abort('enough');
    assert.equal(signal.reason, 'enough');
    release();
    assert.equal(beginDeadline(100, second.signal).signal.aborted, true);
  });
});

describe('work that can be interrupted', () => {
  it('is left alone when the signal has aborted before, or aborts later', async () => {
    await assert.rejects(interruptible(never, AbortSignal.abort(new Error('before'))), {message: 'before'});
    const later = new AbortController();
    const waiting = interruptible(never, later.signal);
    later.abort(new Error('later'));
    await assert.rejects(waiting, {message: 'later'});
  });

  it('gives what it gives when nobody interrupts', async () => {
    const {signal} = new AbortController();
    assert.equal(await interruptible(Promise.resolve(7), signal), 7);
    await assert.rejects(interruptible(Promise.reject(new Error('own')), signal), {message: 'own'});
  });

  it('may be a pause', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const waiting = pause(100, new AbortController().signal);
    t.mock.timers.tick(100);
    await waiting;
  });
});
