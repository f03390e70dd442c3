// No code, number, token or secret is left anywhere that outlives its use or that somebody else can read.
import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import type {Operator} from './support/operator.ts';
import {Stage} from './support/stage.ts';
import {testimony, witness} from './support/witness.ts';

suite('what an operator types and what the service hands out', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.opens();
  });
  after(async () => {
    await stage.closes();
  });

  /** The places that hold one of the secrets, with the secret's name instead of the secret. */
  const leaks = (places: readonly string[], secrets: Readonly<Record<string, string>>): string[] =>
    places.flatMap((place) =>
      Object.entries(secrets)
        .filter(([, secret]) => place.includes(secret))
        .map(([name, secret]) => `${name} in ${place.replaceAll(secret, '…').slice(0, 200)}`),
    );

  /** Goes the whole way, with wrong turns; gives everything that was secret on it. */
  const goesTheWholeWay = async (operator: Operator, urls: string[]): Promise<Record<string, string>> => {
    const secrets: Record<string, string> = {accessKey: stage.service.accessKey.secret};
    const keep = (name: string, value: unknown) => {
      if (typeof value === 'string') secrets[`${name} ${String(Object.keys(secrets).length)}`] = value;
    };
    operator.page.on('request', (request) => urls.push(`url: ${request.url()}`));
    operator.page.on('response', async (response) => {
      const path = new URL(response.url()).pathname;
      if (!path.endsWith('/account-session') && !path.endsWith(':verify')) return;
      const body = (await response.json().catch(() => ({}))) as {
        clientSecret?: string;
        result?: {securityToken?: string};
      };
      keep('clientSecret', body.clientSecret);
      keep('securityToken', body.result?.securityToken);
    });

    const number = stage.freshNumber();
    keep('the new number', number);
    secrets['what is displayed'] = `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
    await operator.opens('new-account');
    await operator.asksForACode();
    keep('the wrong code', '918273');
    await operator.entersTheCode('918273');
    await operator.presses(operator.words.common.next);
    await operator.sees(/not correct/);
    const first = await operator.readsTheCode();
    keep('the first code', first);
    await operator.entersTheCode(first);
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
    await operator.entersTheNewNumber(number);
    const second = await operator.readsTheCode();
    keep('the second code', second);
    await operator.entersTheCode(second);
    await operator.presses(operator.words.securityPhoneChange.confirm.submit);
    await operator.isAt('done');
    for (const {to} of await operator.messages()) keep('where a message went', to);
    return secrets;
  };

  test('is in no attribute, text, event, storage, cookie, address, console line, log or table', async () => {
    const operator = await stage.operator();
    await witness(operator.context);
    const urls: string[] = [];
    const secrets = await goesTheWholeWay(operator, urls);
    assert.ok(Object.keys(secrets).some((name) => name.startsWith('clientSecret')));
    assert.ok(Object.keys(secrets).some((name) => name.startsWith('securityToken')));

    // The operator has to see the new number while its code is awaited; afterwards it is gone from the page, too.
    const isShown = (place: string) => place.startsWith('text: ') && place.includes(secrets['what is displayed'] ?? '');
    const onThePage = (await testimony(operator.page)).filter((place) => !isShown(place));
    assert.ok(
      onThePage.some((place) => place.startsWith('event security-phone-changed')),
      'the witness saw events',
    );
    assert.deepEqual(leaks(onThePage, secrets), []);
    assert.deepEqual(leaks(urls, secrets), []);
    assert.deepEqual(leaks(stage.consoleLines, secrets), []);

    const logs = stage.service.logs();
    assert.ok(logs.length > 5, 'the service writes logs');
    assert.deepEqual(leaks(logs, secrets), []);
    assert.deepEqual(leaks(await stage.service.dump(), secrets), []);
  });

  test('is not in the fields any more when their step is over, nor after the page was left', async () => {
    const operator = await stage.operator();
    await goesTheWholeWay(operator, []);
    const values = () =>
      operator.editor
        .locator('input')
        .evaluateAll((inputs) =>
          inputs.map((input) => (input as HTMLInputElement).value).filter((value) => value !== '' && value !== 'on'),
        );
    assert.deepEqual(await values(), []);
    await operator.page.goto('about:blank');
    await operator.page.goBack();
    await operator.arrives();
    assert.deepEqual(await values(), []);
  });

  test('would be found: the same search finds what is planted', async () => {
    const operator = await stage.operator();
    await witness(operator.context);
    await operator.opens('new-account');
    await operator.page.evaluate(() => {
      const root = document.querySelector('security-phone-editor')?.shadowRoot;
      const inside = root?.querySelector('h2');
      inside?.setAttribute('data-planted', 'canary-attribute');
      inside?.removeAttribute('data-planted');
      inside?.append('canary-text');
      localStorage.setItem('planted', 'canary-storage');
      document.body.dispatchEvent(Object.assign(new Event('planted'), {secret: 'canary-event'}));
    });
    const found = leaks(await testimony(operator.page), {
      text: 'canary-text',
      storage: 'canary-storage',
      event: 'canary-event',
    });
    assert.deepEqual([...new Set(found.map((leak) => leak.split(' ')[0]))].sort(), ['event', 'storage', 'text']);
    const tables = await stage.service.dump();
    assert.ok(leaks(tables, {account: await operator.accountId()}).length > 0, 'the dump is of the tables');
  });
});
