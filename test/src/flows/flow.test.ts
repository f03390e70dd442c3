import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AccountError, Flow, type Progress} from '../../../src/index.ts';
import {until} from '../../support/node/conditions.ts';

type Door = {readonly step: 'closed'} | {readonly step: 'open'; readonly wide: boolean} | {readonly step: 'locked'};

/** A conversation about a door. What the work does is up to the test. */
class DoorFlow extends Flow<Door> {
  readonly signals: AbortSignal[] = [];

  open(work: () => Door | Promise<Door>): Promise<void> {
    return this.move('closed', (_, signal) => {
      this.signals.push(signal);
      return work();
    });
  }

  shut(): Promise<void> {
    return this.move(['open', 'locked'], () => ({step: 'closed'}));
  }
}

const closed: Door = {step: 'closed'};
const open: Door = {step: 'open', wide: true};
const wrong = new AccountError('CODE_INCORRECT');

/** Work that ends when the test says so. */
function pending(): {work: () => Promise<Door>; finish: (door: Door) => void; fail: (error: unknown) => void} {
  let finish: (door: Door) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const work = new Promise<Door>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return {work: () => work, finish, fail};
}

/** Hears what listeners throw. */
async function uncaught(during: () => void | Promise<void>, count: number): Promise<unknown[]> {
  const heard: unknown[] = [];
  const listen = (error: unknown): void => void heard.push(error);
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', listen);
  try {
    await during();
    await until(() => heard.length >= count);
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
  }
  return heard;
}

describe('a conversation', () => {
  it('goes where the work says, by way of being busy', async () => {
    const flow = new DoorFlow(closed);
    const seen: (Door & Progress)[] = [];
    flow.subscribe((state) => seen.push(state));
    await flow.open(() => open);
    assert.deepEqual(seen, [
      {step: 'closed', busy: true, problem: undefined},
      {step: 'open', wide: true, busy: false, problem: undefined},
    ]);
    assert.equal(flow.state, seen[1]);
  });

  it('may begin at any step, with a problem', () => {
    assert.deepEqual(new DoorFlow({...open, problem: wrong}).state, {...open, busy: false, problem: wrong});
  });

  it('stays with the problem when the work fails, and forgets it at the next try', async () => {
    const flow = new DoorFlow(closed);
    await flow.open(() => Promise.reject(wrong));
    assert.deepEqual(flow.state, {...closed, busy: false, problem: wrong});
    const {work, finish} = pending();
    const opening = flow.open(work);
    assert.deepEqual(flow.state, {...closed, busy: true, problem: undefined});
    finish(open);
    await opening;
    assert.deepEqual(flow.state, {...open, busy: false, problem: undefined});
  });

  it('does nothing at another step', async () => {
    const flow = new DoorFlow(closed);
    let told = 0;
    flow.subscribe(() => told++);
    await flow.shut();
    assert.equal(flow.state.step, 'closed');
    assert.equal(told, 0);
  });

  it('takes a move from any of its steps', async () => {
    for (const from of [open, {step: 'locked'} as const]) {
      const flow = new DoorFlow(from);
      await flow.shut();
      assert.equal(flow.state.step, 'closed');
    }
  });

  it('asks once, however often it is clicked', async () => {
    const flow = new DoorFlow(closed);
    const {work, finish} = pending();
    let asked = 0;
    const clicks = Array.from({length: 20}, () => flow.open(() => (asked++, work())));
    finish(open);
    await Promise.all(clicks);
    assert.equal(asked, 1);
  });

  it('drops what is cancelled: its answer and its failure change nothing', async () => {
    for (const end of ['finish', 'fail'] as const) {
      const flow: DoorFlow = new DoorFlow(closed);
      const work = pending();
      const opening = flow.open(work.work);
      flow.cancel();
      assert.ok(flow.signals[0]?.aborted);
      assert.deepEqual(flow.state, {...closed, busy: false, problem: undefined});
      const after = flow.state;
      if (end === 'finish') work.finish(open);
      else work.fail(new Error('late'));
      await opening;
      assert.equal(flow.state, after);
    }
  });

  it('lets only the newest try speak after a cancel', async () => {
    const flow = new DoorFlow(closed);
    const first = pending();
    const second = pending();
    const opening = flow.open(first.work);
    flow.cancel();
    const again = flow.open(second.work);
    first.finish({step: 'locked'});
    await opening;
    assert.deepEqual(flow.state, {...closed, busy: true, problem: undefined});
    second.finish(open);
    await again;
    assert.equal(flow.state.step, 'open');
  });

  it('says nothing when there is nothing to cancel', () => {
    const flow = new DoorFlow(open);
    let told = 0;
    flow.subscribe(() => told++);
    flow.cancel();
    assert.equal(told, 0);
  });

  it('frees the step and throws on when the work has a bug', async () => {
    const bug = new TypeError('undefined is not a function');
    for (const work of [
      () => Promise.reject(bug),
      () => {
        throw bug;
      },
    ]) {
      const flow: DoorFlow = new DoorFlow(closed);
      await assert.rejects(flow.open(work), bug);
      assert.deepEqual(flow.state, {...closed, busy: false, problem: undefined});
    }
  });
});

describe('a listener', () => {
  it('hears nothing after it has left', async () => {
    const flow = new DoorFlow(closed);
    let told = 0;
    const leave = flow.subscribe(() => told++);
    leave();
    leave();
    await flow.open(() => open);
    assert.equal(told, 0);
  });

  it('that throws keeps the news from nobody and stops nothing', async () => {
    const flow = new DoorFlow(closed);
    const bug = new Error('a bug of a listener');
    const seen: string[] = [];
    flow.subscribe(() => {
      throw bug;
    });
    flow.subscribe(({step, busy}) => seen.push(`${step} ${String(busy)}`));
    const heard = await uncaught(() => flow.open(() => open), 2);
    assert.deepEqual(seen, ['closed true', 'open false']);
    assert.deepEqual(heard, [bug, bug]);
    assert.equal(flow.state.problem, undefined);
  });

  it('may leave, and make others leave, while the news is told', async () => {
    const flow = new DoorFlow(closed);
    let told = 0;
    const leaveFirst = flow.subscribe(() => {
      leaveFirst();
      leaveSecond();
    });
    const leaveSecond = flow.subscribe(() => told++);
    await flow.open(() => open);
    assert.equal(told, 0);
  });

  it('that moves on at once leaves no old news behind for the others', async () => {
    const flow = new DoorFlow(closed);
    flow.subscribe(({step}) => {
      if (step === 'open') void flow.shut();
    });
    const seen: string[] = [];
    flow.subscribe(({step, busy}) => seen.push(`${step} ${String(busy)}`));
    await flow.open(() => open);
    await until(() => flow.state.step === 'closed');
    assert.deepEqual(seen, ['closed true', 'open true', 'closed false']);
  });

  it('that cancels at once keeps the work from being begun', async () => {
    const flow = new DoorFlow(closed);
    flow.subscribe(({busy}) => busy && flow.cancel());
    let asked = 0;
    await flow.open(() => (asked++, open));
    assert.equal(asked, 0);
    assert.deepEqual(flow.state, {...closed, busy: false, problem: undefined});
  });
});
