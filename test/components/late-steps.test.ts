import {expect, fixture, html, waitUntil} from '@open-wc/testing';

const patience = {timeout: 5000, interval: 10};

/** A page whose later steps do not arrive before the test says what becomes of them. */
async function openLate() {
  const registration = await navigator.serviceWorker.register('/test/components/late-steps.worker.js');
  await waitUntil(() => registration.active?.state === 'activated', 'the worker never began', patience);
  registration.active?.postMessage('hold');
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="Portal" src="/test/components/late-steps.html"></iframe>`,
  );
  const find = () => frame.contentDocument?.querySelector('security-phone-editor');
  await waitUntil(() => find()?.shadowRoot, 'no editor was drawn', patience);
  const editor = find();
  if (!editor) throw new Error('There is no editor.');
  // Of another window: its nodes are of other classes than those of this page.
  const within = (selector: string) => editor.shadowRoot?.querySelector<HTMLElement>(selector);
  const page = {
    sees: (words: string) =>
      waitUntil(() => within('.face')?.innerText.includes(words), `"${words}" is not to be seen`, patience),
    hears: (words: string) =>
      waitUntil(() => within('[role=status]')?.textContent.includes(words), `"${words}" was not announced`, patience),
    arrivesAt: (step: string) => waitUntil(() => within(`[data-step=${step}]`), `never at ${step}`, patience),
    pressesChange: () => within('#change')?.click(),
  };
  await page.sees('Security phone');
  const told: string[] = [];
  for (const type of ['before-security-phone-change', 'account-error', 'account-step']) {
    editor.addEventListener(type, () => told.push(type));
  }
  return {page, told, registration, steps: (outcome: 'pass' | 'fail') => registration.active?.postMessage(outcome)};
}

describe('A change that is asked for before the later steps have arrived', () => {
  let registration: ServiceWorkerRegistration | undefined;
  afterEach(() => registration?.unregister());

  it('begins when they arrive, and asks the portal once', async () => {
    const late = await openLate();
    ({registration} = late);
    late.page.pressesChange();
    await late.page.sees('Opening');
    late.page.pressesChange();
    expect(late.told).to.deep.equal(['before-security-phone-change']);
    late.steps('pass');
    await late.page.arrivesAt('choose');
    expect(late.told).to.deep.equal(['before-security-phone-change', 'account-step']);
  });

  it('can be asked for again when they could not be loaded', async () => {
    const late = await openLate();
    ({registration} = late);
    late.page.pressesChange();
    late.steps('fail');
    await late.page.sees('The service could not be reached');
    await late.page.hears('The service could not be reached');
    expect(late.told).to.deep.equal(['before-security-phone-change', 'account-error']);
    late.steps('pass');
    late.page.pressesChange();
    await late.page.arrivesAt('choose');
  });
});
