import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Refusal} from '../../domain/refusal.ts';
import {Bench, usualSettings} from '../support/bench.ts';
import {countComparisons} from '../support/code-comparisons.ts';
import {engines} from '../support/engines.ts';
import {refusalOf, refused, wrongCode} from '../support/visit.ts';

const told = ({reason, field, metadata}: Refusal) => ({reason, field, metadata});

for (const engine of engines) {
  describe(`one-time codes on ${engine.name}`, () => {
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

    const operator = async () => bench.visit(await bench.account('new-account'));

    it('accept one and the same right code once, however many times it comes at once', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      const code = await visit.newestCode();
      const refusals = await Promise.all(Array.from({length: 200}, () => refusalOf(visit.enters(challenge, code))));
      assert.equal(refusals.filter((refusal) => refusal === undefined).length, 1);
      const others = refusals.filter((refusal) => refusal !== undefined).map(told);
      assert.equal(others.length, 199);
      for (const other of others) {
        assert.deepEqual(other, {reason: 'CODE_INCORRECT', field: 'code', metadata: {attemptsLeft: 4}});
      }
      assert.equal(await bench.count('security_tokens', 'account_id = $1', [visit.session.accountId]), 1);
    });

    it('answer a used code exactly like a wrong one', async () => {
      const [one, other] = [await operator(), await operator()];
      const used = await one.asksForCode();
      const code = await one.newestCode();
      await one.enters(used, code);
      const replay = await refused(one.enters(used, code), 'CODE_INCORRECT');
      const fresh = await other.asksForCode();
      const wrong = await refused(other.enters(fresh, wrongCode(await other.newestCode())), 'CODE_INCORRECT');
      assert.deepEqual(told(replay), told(wrong));
    });

    it('live until one millisecond before they run out', async () => {
      for (const [lifetime, accepted] of [
        [299.999, true],
        [300, false],
        [300.001, false],
      ] as const) {
        const visit = await operator();
        const challenge = await visit.asksForCode();
        const code = await visit.newestCode();
        bench.passes(lifetime);
        const refusal = await refusalOf(visit.enters(challenge, code));
        assert.equal(refusal?.reason, accepted ? undefined : 'CODE_EXPIRED', `after ${lifetime} s`);
      }
    });

    it('are refused after five wrong ones, also when right', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      const code = await visit.newestCode();
      for (const attemptsLeft of [4, 3, 2, 1, 0]) {
        const refusal = await refused(visit.enters(challenge, wrongCode(code)), 'CODE_INCORRECT');
        assert.deepEqual(refusal.metadata, {attemptsLeft});
      }
      await refused(visit.enters(challenge, code), 'CODE_EXHAUSTED');
    });

    it('are compared five times at most when 200 wrong ones come at once', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      const code = await visit.newestCode();
      using comparisons = countComparisons(challenge.challengeId);
      await Promise.all(Array.from({length: 200}, () => refusalOf(visit.enters(challenge, wrongCode(code)))));
      assert.equal(comparisons.count, 5);
      assert.equal((await visit.reads(challenge)).attemptsLeft, 0);
      assert.equal(await bench.count('challenges', 'challenge_id = $1 AND attempts = 5', [challenge.challengeId]), 1);
      await refused(visit.enters(challenge, code), 'CODE_EXHAUSTED');
    });

    it('let one right code of 200 through at most, with five comparisons at most', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      const code = await visit.newestCode();
      using comparisons = countComparisons(challenge.challengeId);
      const tries = Array.from({length: 200}, (_, index) => (index === 100 ? code : wrongCode(code)));
      const refusals = await Promise.all(tries.map((one) => refusalOf(visit.enters(challenge, one))));
      assert.ok(refusals.filter((refusal) => refusal === undefined).length <= 1);
      assert.ok(comparisons.count <= 5);
    });

    it('count wrong ones across codes, lock at the twentieth, and for twice as long each five later', async () => {
      bench.settings = {...usualSettings, sendsPerHour: 100, sendsPerDay: 100};
      const visit = await operator();
      let challenge = await visit.asksForCode();
      for (let failures = 1; failures <= 19; failures++) {
        await refused(visit.enters(challenge, wrongCode(await visit.newestCode())), 'CODE_INCORRECT');
        if (failures % 4 === 0) {
          bench.passes(60);
          challenge = await visit.resends(challenge);
        }
      }
      const refusal = await refused(visit.enters(challenge, wrongCode(await visit.newestCode())), 'ACCOUNT_LOCKED');
      assert.deepEqual(refusal.metadata, {retryAfter: 900});
      assert.equal((await visit.asks('getAccount')).lockedUntil, new Date(bench.now.getTime() + 900_000).toISOString());
      await refused(visit.enters(challenge, await visit.newestCode()), 'ACCOUNT_LOCKED');
      await refused(visit.resends(challenge), 'ACCOUNT_LOCKED');
      await refused(visit.asksForCode(), 'ACCOUNT_LOCKED');

      bench.passes(899.5);
      assert.deepEqual((await refused(visit.asksForCode(), 'ACCOUNT_LOCKED')).metadata, {retryAfter: 1});
      bench.passes(0.5);
      assert.equal((await visit.asks('getAccount')).lockedUntil, undefined);
      challenge = await visit.asksForCode();
      for (let failures = 21; failures <= 24; failures++) {
        await refused(visit.enters(challenge, wrongCode(await visit.newestCode())), 'CODE_INCORRECT');
      }
      const again = await refused(visit.enters(challenge, wrongCode(await visit.newestCode())), 'ACCOUNT_LOCKED');
      assert.deepEqual(again.metadata, {retryAfter: 1800});
    });

    it('lock for good after a hundred wrong ones', async () => {
      const visit = await operator();
      await bench.database.query('UPDATE accounts SET failures = 99 WHERE account_id = $1', [visit.session.accountId]);
      const challenge = await visit.asksForCode();
      await refused(visit.enters(challenge, wrongCode(await visit.newestCode())), 'ACCOUNT_LOCKED');
      bench.passes(10 * 365 * 86_400);
      const refusal = await refused(visit.asksForCode(), 'ACCOUNT_LOCKED');
      assert.deepEqual(refusal.metadata, {retryAfter: 900 * 2 ** 15});
    });

    it('forget the wrong ones after a right one', async () => {
      const visit = await operator();
      const nineteenFailures = () =>
        bench.database.query('UPDATE accounts SET failures = failures + 18 WHERE account_id = $1', [
          visit.session.accountId,
        ]);
      const failsOnce = async () => {
        bench.passes(3600);
        const challenge = await visit.asksForCode();
        await refused(visit.enters(challenge, wrongCode(await visit.newestCode())), 'CODE_INCORRECT');
        return challenge;
      };
      await nineteenFailures();
      const challenge = await failsOnce();
      await visit.enters(challenge, await visit.newestCode());
      assert.equal((await bench.reads(visit.session.accountId)).failures, 0);
      await nineteenFailures();
      await failsOnce();
      assert.equal((await visit.asks('getAccount')).lockedUntil, undefined);
    });

    it('do not let a stranger lock an account', async () => {
      const [victim, stranger] = [await operator(), await operator()];
      const challenge = await victim.asksForCode();
      for (let guess = 0; guess < 30; guess++) await refused(stranger.enters(challenge, '000000'), 'NOT_FOUND');
      assert.equal((await bench.reads(victim.session.accountId)).failures, 0);
      assert.equal((await victim.reads(challenge)).attemptsLeft, 5);
    });

    it('are replaced by a resend: the old one is wrong, the new one right', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      const old = await visit.newestCode();
      bench.passes(60);
      const resent = await visit.resends(challenge);
      const young = await visit.newestCode();
      assert.equal(resent.challengeId, challenge.challengeId);
      if (old !== young) {
        const refusal = await refused(visit.enters(resent, old), 'CODE_INCORRECT');
        assert.deepEqual(refusal.metadata, {attemptsLeft: 4});
        assert.equal((await bench.reads(visit.session.accountId)).failures, 1);
      }
      await visit.enters(resent, young);
    });

    it('leave exactly one live code after two resends at once', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      bench.passes(60);
      const refusals = await Promise.all([refusalOf(visit.resends(challenge)), refusalOf(visit.resends(challenge))]);
      assert.deepEqual(refusals.map((refusal) => refusal?.reason).toSorted(), ['RATE_LIMITED', undefined]);
      assert.equal((await bench.inbox(visit.session.accountId)).length, 2);
      await visit.enters(challenge, await visit.newestCode());
    });

    it('answer with the code that was sent when it is asked for again', async () => {
      const visit = await operator();
      const challenge = await visit.asksForCode();
      bench.passes(59.999);
      assert.deepEqual(await visit.asksForCode(), challenge);
      assert.equal((await bench.inbox(visit.session.accountId)).length, 1);
      assert.deepEqual((await visit.asks('listChallenges')).challenges, [challenge]);
      bench.passes(0.001);
      const next = await visit.asksForCode();
      assert.notEqual(next.challengeId, challenge.challengeId);
      await refused(visit.reads(challenge), 'NOT_FOUND');
      assert.deepEqual((await visit.asks('listChallenges')).challenges, [next]);
    });

    it('are worth nothing for another account, partner, visit, purpose, destination or an older code', async () => {
      const account = await bench.account('new-account');
      const visit = await bench.visit(account);
      const challenge = await visit.asksForCode();
      const code = await visit.newestCode();

      const other = await operator();
      await refused(other.enters(challenge, code), 'NOT_FOUND');
      const {visitId} = visit.session;
      await refused(
        (await bench.visit(account, {visitId, accessKeyId: 'partner-b'})).enters(challenge, code),
        'NOT_FOUND',
      );
      await refused((await bench.visit(account)).enters(challenge, code), 'NOT_FOUND');
      await refused((await bench.visit(account)).reads(challenge), 'NOT_FOUND');

      const byEmail = await visit.asksForCode('email');
      const emailCode = await visit.newestCode();
      if (emailCode !== code) await refused(visit.enters(byEmail, code), 'CODE_INCORRECT');

      await visit.enters(byEmail, emailCode).then((proof) => (visit.securityToken = proof.securityToken));
      const proposal = await visit.proposes(bench.freshPhone());
      const newPhoneCode = await visit.newestCode();
      await refused(visit.enters(proposal, newPhoneCode), 'NOT_FOUND');
      if (newPhoneCode !== code) await refused(visit.confirms(proposal, code), 'CODE_INCORRECT');
      await refused(visit.confirms(challenge, code), 'NOT_FOUND');

      bench.passes(60);
      const younger = await visit.asksForCode();
      await refused(visit.enters(challenge, code), 'CODE_INCORRECT');
      assert.equal((await visit.reads(younger)).attemptsLeft, 5);
    });

    it('keep answering a renewed session of the same visit', async () => {
      const account = await bench.account('phone-only');
      const visit = await bench.visit(account);
      const challenge = await visit.asksForCode();
      const renewed = await bench.visit(account, {visitId: visit.session.visitId});
      assert.deepEqual(await renewed.reads(challenge), challenge);
      await renewed.enters(challenge, await visit.newestCode());
    });
  });
}
