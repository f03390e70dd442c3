import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {Bench, usualSettings} from '../support/bench.ts';
import {engines} from '../support/engines.ts';
import {refusalOf, refused, type Visit} from '../support/visit.ts';

for (const engine of engines) {
  describe(`sending codes on ${engine.name}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await Bench.open(engine);
    });
    beforeEach(() => {
      bench.settings = usualSettings;
      bench.passes(3 * 86_400);
    });
    after(async () => {
      await bench.database.close();
    });

    const operator = async (phone = bench.freshPhone()): Promise<Visit> =>
      bench.visit(await bench.account('phone-only', {phone}));

    /** Operators of as many accounts, each with a phone of its own and a proof of identity. */
    const proven = (count: number, own: {address?: string} = {}): Promise<Visit[]> =>
      Promise.all(
        Array.from({length: count}, async () => {
          const visit = await bench.visit(await bench.account('phone-only', {phone: bench.freshPhone()}), own);
          await visit.holdsProof();
          return visit;
        }),
      );

    const messagesTo = async (phone: string) =>
      (await bench.inbox()).filter((message) => message.to === phone && message.kind === 'code').length;

    it('sends one message for 100 requests at once, over all accounts', async () => {
      const visits = await proven(100);
      bench.passes(1);
      const phone = bench.freshPhone();
      const refusals = await Promise.all(visits.map((visit) => refusalOf(visit.proposes(phone))));
      assert.equal(await messagesTo(phone), 1);
      const limited = refusals.filter((refusal) => refusal?.reason === 'RATE_LIMITED');
      assert.equal(limited.length, 99);
      for (const refusal of limited) assert.deepEqual(refusal?.metadata, {retryAfter: 60});
    });

    it('sends one message for 100 requests of one visit at once, and answers all with its challenge', async () => {
      const visit = await operator();
      const challenges = await Promise.all(Array.from({length: 100}, () => visit.asksForCode()));
      assert.equal(new Set(challenges.map(({challengeId}) => challengeId)).size, 1);
      assert.equal((await bench.inbox(visit.session.accountId)).length, 1);
    });

    it('sends five messages in an hour and ten in a day to one number, and says exactly how long to wait', async () => {
      const visit = await operator();
      const start = bench.now.getTime();
      const sentAt: number[] = [];
      // 60 tries over a day: one every 24 minutes, and after each refusal one at the very second that it named.
      for (let attempt = 0; attempt < 60; attempt++) {
        bench.now = new Date(start + attempt * 24 * 60_000);
        const known = (await visit.asks('listChallenges')).challenges;
        assert.deepEqual(known, []);
        const refusal = await refusalOf(visit.asksForCode());
        if (!refusal) sentAt.push(bench.now.getTime());
        else assert.equal(refusal.reason, 'RATE_LIMITED');
      }
      assert.equal(sentAt.length, 10);
    });

    it('holds the hourly limit, and lifts it at the second that it announced', async () => {
      const visit = await operator();
      let challenge = await visit.asksForCode();
      for (let send = 0; send < 5; send++) {
        if (send > 0) challenge = await visit.resends(challenge);
        const wait = send < 4 ? 60 : 3600 - 240;
        assert.equal(challenge.resendAt, new Date(bench.now.getTime() + wait * 1000).toISOString());
        bench.passes(60);
      }
      // Five sends at 0, 60, 120, 180 and 240 s; it is 300 s now, and the first leaves the hour at 3600 s.
      const {metadata} = await refused(visit.resends(challenge), 'RATE_LIMITED');
      assert.deepEqual(metadata, {retryAfter: 3300});
      bench.passes(3299.5);
      assert.deepEqual((await refused(visit.asksForCode(), 'RATE_LIMITED')).metadata, {retryAfter: 1});
      bench.passes(0.5);
      await visit.asksForCode();
    });

    it('does not start counting anew with another account, visit, partner or purpose', async () => {
      const phone = bench.freshPhone();
      const [one, other] = await proven(2);
      assert.ok(one && other);
      await one.proposes(phone);
      bench.passes(30);
      assert.deepEqual((await refused(other.proposes(phone), 'RATE_LIMITED')).metadata, {retryAfter: 30});
    });

    it('serves one client address 25 times in 300 seconds', async () => {
      const address = '198.51.100.7';
      const visits = await proven(30);
      bench.passes(400);
      const visitsFromThere = await Promise.all(visits.map(({session}) => bench.visit(session, {address})));
      const refusals = await Promise.all(visitsFromThere.map((visit) => refusalOf(visit.asksForCode())));
      assert.equal(refusals.filter((refusal) => refusal === undefined).length, 25);
      for (const refusal of refusals) if (refusal) assert.deepEqual(refusal.metadata, {retryAfter: 300});
      bench.passes(300);
      const [first] = visitsFromThere;
      await first?.asksForCode();
    });

    it('blocks a prefix after 30 codes that never came back, for 12 hours', async () => {
      bench.settings = {...usualSettings, sendsPerAddress: 1000};
      const visits = await proven(60);
      const numbers = visits.map((_, index) => `+861511234${String(index).padStart(4, '0')}`);
      const refusals = [];
      for (const [index, visit] of visits.entries())
        refusals.push(await refusalOf(visit.proposes(numbers[index] ?? '')));
      assert.deepEqual(
        refusals.map((refusal) => refusal?.reason),
        [...Array<undefined>(30).fill(undefined), ...Array<string>(30).fill('RATE_LIMITED')],
      );
      assert.deepEqual(refusals[30]?.metadata, {retryAfter: 12 * 3600});
      assert.equal(await bench.count('audit_events', `event = 'prefixBlocked'`), 1);
      const [first] = visits;
      assert.ok(first);
      await first.proposes('+8615112350000');

      bench.passes(12 * 3600 - 1);
      await first.holdsProof();
      assert.deepEqual((await refused(first.proposes('+8615112349999'), 'RATE_LIMITED')).metadata, {retryAfter: 1});
      bench.passes(1);
      await first.proposes('+8615112349999');
    });

    it('does not count codes that came back against their prefix', async () => {
      bench.settings = {...usualSettings, sendsPerAddress: 1000, sendsPerPrefix: 3};
      const visits = await proven(8);
      for (const [index, visit] of visits.entries()) {
        const challenge = await visit.proposes(`+861521234${String(index).padStart(4, '0')}`);
        await visit.confirms(challenge, await visit.newestCode());
      }
      assert.equal(await bench.count('blocked_prefixes', 'blocked_until > $1', [bench.now]), 0);
    });

    it('refuses regions that are not served, before anything is counted or sent', async () => {
      bench.settings = {...usualSettings, phoneRegions: ['CN']};
      const [visit] = await proven(1);
      assert.ok(visit);
      const [sends, messages] = [await bench.count('sends'), await bench.count('messages')];
      for (const phone of ['+85291234567', '+19005550100', '+88216123456', '+979123456789']) {
        const {field} = await refused(visit.proposes(phone), 'PHONE_REGION_NOT_ALLOWED');
        assert.equal(field, 'phone');
      }
      assert.deepEqual([await bench.count('sends'), await bench.count('messages')], [sends, messages]);
    });

    it('counts a code that could not be delivered', async () => {
      const [visit] = await proven(1);
      assert.ok(visit);
      const {field} = await refused(visit.proposes('+8613611110001'), 'PHONE_NOT_REACHABLE');
      assert.equal(field, 'phone');
      await refused(visit.proposes('+8613611110001'), 'RATE_LIMITED');
      assert.equal(await messagesTo('+8613611110001'), 0);
    });
  });
}
