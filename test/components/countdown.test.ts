import {expect} from '@open-wc/testing';
import {AccountError} from '../../src/index.js';
import {show} from '../support/browser/page.js';
import {challenge, flowAt, known, later, sampleNow} from '../support/browser/sample-states.js';

/** A clock of the service that a test moves. The page looks at it when it is seen again. */
function movingClock() {
  let now = sampleNow;
  return {
    now: () => now,
    move(seconds: number) {
      now += seconds * 1000;
      dispatchEvent(new PageTransitionEvent('pageshow'));
    },
  };
}

const identify = {step: 'identify', ...known, challenge: challenge(18)} as const;

describe('Countdowns', () => {
  it('go by the service, not by the computer', async () => {
    const clock = movingClock();
    const page = await show(flowAt(identify, clock));
    await page.sees('Get a new code in 0:42');
    clock.move(30);
    await page.sees('Get a new code in 0:12');
  });

  it('tick once a second by themselves', async () => {
    const begin = performance.now();
    const page = await show(flowAt(identify, {now: () => sampleNow + performance.now() - begin}));
    await page.sees('0:42');
    await page.sees('0:41');
    await page.sees('0:40');
  });

  it('are the same in every element', async () => {
    const clock = movingClock();
    const one = await show(flowAt(identify, clock));
    clock.move(7);
    const other = await show(flowAt(identify, clock));
    await one.sees('0:35');
    await other.sees('0:35');
  });

  it('announce only their end', async () => {
    const clock = movingClock();
    const page = await show(flowAt(identify, clock));
    clock.move(30);
    await page.sees('0:12');
    expect(page.announcement).to.equal('');
    clock.move(13);
    await page.hears('You can get a new code now.');
    await page.sees(/Get a new code(?! in)/);
  });

  it('say how long when they are pressed too early, and send nothing', async () => {
    const flow = flowAt(identify, movingClock());
    const page = await show(flow);
    await page.presses('Get a new code in');
    await page.hears('You can get a new code in 42 seconds.');
    expect(flow.state.busy).to.equal(false);
  });

  it('show when a code has run out', async () => {
    const clock = movingClock();
    const page = await show(flowAt(identify, clock));
    clock.move(300);
    await page.sees('This code has run out. Get a new one.');
  });

  it('open a locked account again', async () => {
    const clock = movingClock();
    const page = await show(flowAt({step: 'locked', ...known, until: later(845)}, clock));
    await page.sees('Try again in 14:05');
    clock.move(845);
    await page.sees('You can try again now.');
    await page.hears('You can try again now.');
    expect(page.button('Try again')).to.be.an.instanceof(HTMLElement);
  });

  it('are told in words when they are longer than an hour, with a way to customer service', async () => {
    const clock = movingClock();
    const page = await show(flowAt({step: 'locked', ...known, until: later(3 * 86_400)}, clock));
    await page.sees('Try again in 3 days');
    expect(page.button('Call')?.getAttribute('href')).to.equal('tel:4006151212');
    clock.move(2 * 86_400);
    await page.sees('Try again in 24 hours');
    clock.move(86_400 - 4000);
    await page.sees('Try again in 67 minutes');
    clock.move(400);
    await page.sees('Try again in 60:00');
    const code = await show(flowAt({...identify, challenge: challenge(0, {resendAt: later(4000)})}));
    await code.sees('Get a new code in 67 minutes');
  });

  it('have no space around numbers in Chinese, as in the words of JD Cloud', async () => {
    const locked = await show(flowAt({step: 'locked', ...known, until: later(845)}), 'zh-CN');
    await locked.sees('14:05后可重试');
    const busy = flowAt({step: 'choose', ...known, problem: new AccountError('RATE_LIMITED', {retryAfter: 300})});
    await (await show(busy, 'zh-CN')).sees('请5分钟后再试');
  });

  it('keep no timer for an element that is gone', async () => {
    let asked = 0;
    const page = await show(flowAt(identify, {now: () => (asked++, sampleNow)}));
    await page.sees('0:42');
    page.editor.remove();
    await page.editor.updateComplete;
    asked = 0;
    dispatchEvent(new PageTransitionEvent('pageshow'));
    document.dispatchEvent(new Event('visibilitychange'));
    await page.editor.updateComplete;
    expect(asked).to.equal(0);
  });
});
