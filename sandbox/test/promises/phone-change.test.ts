import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {PhoneRiskSignal} from '../../domain/phone-risk.ts';
import {auditIsWhole} from '../../domain/audit.ts';
import {samplePhoneRisk} from '../../personas/magic-numbers.ts';
import {Bench, usualSettings} from '../support/bench.ts';
import {engines} from '../support/engines.ts';
import {refusalOf, refused, wrongCode, type Visit} from '../support/visit.ts';

for (const engine of engines) {
  describe(`changing the security phone on ${engine.name}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await Bench.open(engine);
    });
    beforeEach(() => {
      bench.settings = {...usualSettings, sendsPerAddress: 1000};
      bench.phoneRisk = samplePhoneRisk;
      bench.passes(3 * 86_400);
    });
    after(async () => {
      await bench.database.close();
    });

    const operator = async (): Promise<Visit> =>
      bench.visit(await bench.account('new-account', {phone: bench.freshPhone()}));

    /** An operator who has only to enter the code that went to the new number. */
    const atLastStep = async (phone = bench.freshPhone(), visit?: Visit) => {
      const one = visit ?? (await operator());
      await one.holdsProof();
      const challenge = await one.proposes(phone);
      return {visit: one, phone, challenge, code: await one.newestCode()};
    };

    const phoneOf = async ({session}: Visit) =>
      (await bench.reads(session.accountId)).methods.find(({kind}) => kind === 'phone');

    it('gives login and verification with a number that no account was tied to', async () => {
      const account = await bench.account('new-account', {phone: '+8613812345678', email: 'sample@example.com'});
      const visit = await bench.visit(account);
      const result = await visit.changesPhoneTo('+8613911110001');
      assert.deepEqual(result, {
        phone: '139*****001',
        usableForVerification: true,
        usableForLogin: true,
        changedAt: bench.now.toISOString(),
        notified: [
          {channel: 'sms', sentTo: '138*****678'},
          {channel: 'sms', sentTo: '139*****001'},
          {channel: 'email', sentTo: 'sa*****@example.com'},
        ],
        cancellationBlockedUntil: new Date(bench.now.getTime() + 30 * 86_400_000).toISOString(),
      });
      const {methods} = await visit.asks('listVerificationMethods');
      assert.deepEqual(
        methods.map(({kind, masked, usableForLogin}) => ({kind, masked, usableForLogin})),
        [
          {kind: 'phone', masked: '139*****001', usableForLogin: true},
          {kind: 'email', masked: 'sa*****@example.com', usableForLogin: true},
        ],
      );
    });

    it('gives verification only with a number that another account was ever tied to', async () => {
      const tied = await (await operator()).changesPhoneTo('+8613711110001');
      assert.equal(tied.usableForVerification, true);
      assert.equal(tied.usableForLogin, false);
      assert.equal(tied.loginRefused, 'TIED_TO_ANOTHER_ACCOUNT');

      const [phone, next] = [bench.freshPhone(), bench.freshPhone()];
      const former = await operator();
      await former.changesPhoneTo(phone);
      bench.passes(60);
      await former.changesPhoneTo(next);
      bench.passes(60);
      assert.equal((await (await operator()).changesPhoneTo(phone)).usableForLogin, false);
      // It is tied to two accounts by now: also the first one cannot have it back for login.
      bench.passes(60);
      assert.equal((await former.changesPhoneTo(phone)).usableForLogin, false);
    });

    it('works by email as well, and tells a phone that only verifies apart', async () => {
      const visit = await bench.visit(await bench.account('email-login-only'));
      const {methods} = await visit.asks('listVerificationMethods');
      assert.deepEqual(
        methods.map(({kind, usableForVerification, usableForLogin}) => [kind, usableForVerification, usableForLogin]),
        [
          ['phone', true, false],
          ['email', true, true],
        ],
      );
      await visit.provesIdentity('email');
      const challenge = await visit.proposes(bench.freshPhone());
      assert.equal((await visit.confirms(challenge, await visit.newestCode())).usableForLogin, true);
    });

    it('is not open to an unverified email, a dead phone or a JD account', async () => {
      const unverified = await bench.visit(await bench.account('unverified-email'));
      await refused(unverified.asksForCode('email'), 'METHOD_NOT_USABLE');
      const helpless = await bench.visit(await bench.account('no-usable-method'));
      await refused(helpless.asksForCode('phone'), 'METHOD_NOT_USABLE');
      await refused(helpless.asksForCode('email'), 'METHOD_NOT_USABLE');
      const foreign = await (await operator()).methodId('phone');
      const body = {methodId: foreign, purpose: 'changeSecurityPhone'};
      await refused(helpless.asks('createChallenge', {body}), 'METHOD_NOT_USABLE');

      const jd = await bench.visit(await bench.account('jd-account'));
      assert.deepEqual(await jd.asks('listVerificationMethods'), {methods: []});
      await refused(jd.asks('createChallenge', {body}), 'JD_ACCOUNT');
      await refused(jd.proposes(bench.freshPhone()), 'JD_ACCOUNT');
      await refused(jd.confirms({challengeId: 'ch_0'}, '000000'), 'JD_ACCOUNT');
      const upgrade = {methodId: foreign, purpose: 'upgradeAccount'};
      await refused(jd.asks('createChallenge', {body: upgrade}), 'UPGRADE_NOT_AVAILABLE');
      const locked = await bench.visit(await bench.account('locked'));
      assert.deepEqual((await refused(locked.asksForCode(), 'ACCOUNT_LOCKED')).metadata, {retryAfter: 900});
    });

    it('needs a proof of identity that is young, unused and of this visit', async () => {
      const {visit, challenge, code} = await atLastStep();
      const proof = visit.securityToken;
      visit.securityToken = undefined;
      await refused(visit.proposes(bench.freshPhone()), 'SECURITY_TOKEN_REQUIRED');
      await refused(visit.confirms(challenge, code), 'SECURITY_TOKEN_REQUIRED');
      visit.securityToken = 'st_invented';
      await refused(visit.proposes(bench.freshPhone()), 'SECURITY_TOKEN_EXPIRED');
      await refused(visit.confirms(challenge, code), 'SECURITY_TOKEN_EXPIRED');

      const strangers = [
        await operator(),
        await bench.visit(visit.session),
        await bench.visit(visit.session, {visitId: visit.session.visitId, accessKeyId: 'partner-b'}),
      ];
      for (const stranger of strangers) {
        stranger.securityToken = proof;
        await refused(stranger.proposes(bench.freshPhone()), 'SECURITY_TOKEN_EXPIRED');
        await refused(stranger.confirms(challenge, code), 'SECURITY_TOKEN_EXPIRED');
      }

      visit.securityToken = proof;
      bench.passes(299.999);
      await visit.proposes(bench.freshPhone());
      bench.passes(0.001);
      await refused(visit.proposes(bench.freshPhone()), 'SECURITY_TOKEN_EXPIRED');
      await refused(visit.confirms(challenge, code), 'SECURITY_TOKEN_EXPIRED');
      await refused(visit.resends(challenge), 'NOT_FOUND');
    });

    it('resends a code to the new number while the proof lives only', async () => {
      const {visit, challenge} = await atLastStep();
      bench.passes(60);
      await visit.resends(challenge);
      bench.passes(240);
      await refused(visit.resends(challenge), 'SECURITY_TOKEN_EXPIRED');
      await visit.holdsProof();
      // The code of a minute ago is still good for the number, and now goes with the younger proof.
      const again = await visit.proposes((await bench.inbox(visit.session.accountId))[0]?.to ?? '');
      assert.notEqual(again.challengeId, challenge.challengeId);
    });

    it('lets the number be corrected with the same proof; the code to the first number is dead', async () => {
      const {visit, challenge, code} = await atLastStep();
      const corrected = await visit.proposes(bench.freshPhone());
      const young = await visit.newestCode();
      await refused(visit.confirms(challenge, code), 'CODE_INCORRECT');
      await refused(visit.reads(challenge), 'NOT_FOUND');
      const result = await visit.confirms(corrected, young);
      assert.equal(result.phone, corrected.sentTo);
    });

    it('refuses the number that is the security phone already', async () => {
      const visit = await operator();
      await visit.holdsProof();
      const phone = (await phoneOf(visit))?.destination ?? '';
      const {field} = await refused(visit.proposes(phone), 'PHONE_UNCHANGED');
      assert.equal(field, 'phone');
    });

    it('makes one change of a proof that is used 50 times at once', async () => {
      const {visit, challenge, code} = await atLastStep();
      const refusals = await Promise.all(Array.from({length: 50}, () => refusalOf(visit.confirms(challenge, code))));
      assert.equal(refusals.filter((refusal) => refusal === undefined).length, 1);
      assert.deepEqual(
        new Set(refusals.map((refusal) => refusal?.reason)),
        new Set([undefined, 'SECURITY_TOKEN_EXPIRED']),
      );
      await refused(visit.proposes(bench.freshPhone()), 'SECURITY_TOKEN_EXPIRED');
      assert.equal(await bench.count('messages', `account_id = $1 AND kind = 'notice'`, [visit.session.accountId]), 3);
    });

    it('gives login to exactly one of 50 accounts that come with one fresh number at once', async () => {
      const phone = bench.freshPhone();
      const operators = [];
      for (let index = 0; index < 50; index++) {
        operators.push(await atLastStep(phone));
        // One number gets one code a minute, ten a day: each account has to wait for its turn to get one.
        bench.passes(86_400);
      }
      bench.settings = {...bench.settings, securityTokenLifetime: 1e7, codeLifetime: 1e7};
      await bench.database.query(`UPDATE security_tokens SET expires_at = $1 WHERE consumed_at IS NULL`, [
        new Date(bench.now.getTime() + 60_000),
      ]);
      await bench.database.query(`UPDATE challenges SET expires_at = $1 WHERE consumed_at IS NULL`, [
        new Date(bench.now.getTime() + 60_000),
      ]);
      const results = await Promise.all(operators.map(({visit, challenge, code}) => visit.confirms(challenge, code)));
      assert.equal(results.filter(({usableForVerification}) => usableForVerification).length, 50);
      assert.equal(results.filter(({usableForLogin}) => usableForLogin).length, 1);
      for (const {usableForLogin, loginRefused} of results) {
        assert.equal(loginRefused, usableForLogin ? undefined : 'TIED_TO_ANOTHER_ACCOUNT');
      }
    });

    it('changes the account whose code and session it is, when two have the same number pending', async () => {
      for (const order of ['one', 'other', 'together'] as const) {
        const phone = bench.freshPhone();
        const one = await atLastStep(phone);
        bench.passes(60);
        const other = await atLastStep(phone);
        if (order !== 'together') {
          const [first, second] = order === 'one' ? [one, other] : [other, one];
          await refused(second.visit.confirms(first.challenge, first.code), 'NOT_FOUND');
          await first.visit.confirms(first.challenge, first.code);
          assert.equal((await phoneOf(first.visit))?.destination, phone);
          assert.notEqual((await phoneOf(second.visit))?.destination, phone);
        } else {
          await Promise.all([one, other].map(({visit, challenge, code}) => visit.confirms(challenge, code)));
          assert.equal((await phoneOf(one.visit))?.destination, phone);
          assert.equal((await phoneOf(other.visit))?.destination, phone);
        }
      }
    });

    it('answers the second of two tabs with a conflict', async () => {
      const {visit: tab, challenge, code} = await atLastStep();
      const otherTab = await bench.visit(tab.session, {visitId: tab.session.visitId});
      const other = await atLastStep(bench.freshPhone(), otherTab);
      await tab.confirms(challenge, code);
      await refused(otherTab.confirms(other.challenge, other.code), 'CONCURRENT_CHANGE');
      await refused(otherTab.proposes(bench.freshPhone()), 'SECURITY_TOKEN_EXPIRED');
    });

    it('lets one of two tabs through when both finish at once', async () => {
      const {visit: tab, challenge, code} = await atLastStep();
      const otherTab = await bench.visit(tab.session, {visitId: tab.session.visitId});
      const other = await atLastStep(bench.freshPhone(), otherTab);
      const refusals = await Promise.all([
        refusalOf(tab.confirms(challenge, code)),
        refusalOf(otherTab.confirms(other.challenge, other.code)),
      ]);
      assert.deepEqual(refusals.map((refusal) => refusal?.reason).toSorted(), ['CONCURRENT_CHANGE', undefined]);
    });

    it('ends the sessions of other visits and every open code of the account', async () => {
      const {visit, challenge, code} = await atLastStep();
      const [second, third] = [await bench.visit(visit.session), await bench.visit(visit.session)];
      const renewed = await bench.visit(visit.session, {visitId: visit.session.visitId});
      const open = await second.asksForCode();
      const openCode = await second.newestCode();
      await visit.confirms(challenge, code);

      const ended = async ({session}: Visit) =>
        (await bench.count('component_sessions', 'session_id = $1 AND ended_at = $2', [
          session.sessionId,
          bench.now,
        ])) === 1;
      assert.deepEqual(
        [await ended(visit), await ended(renewed), await ended(second), await ended(third)],
        [false, false, true, true],
      );
      await refused(second.enters(open, openCode), 'CODE_INCORRECT');
      await refused(second.reads(open), 'NOT_FOUND');
      assert.deepEqual((await second.asks('listChallenges')).challenges, []);
    });

    it('tells the old phone, the new phone and the email, once', async () => {
      const account = await bench.account('new-account', {phone: bench.freshPhone(), email: 'old@example.com'});
      const {visit, phone, challenge, code} = await atLastStep(bench.freshPhone(), await bench.visit(account));
      await visit.confirms(challenge, code);
      for (let retry = 0; retry < 20; retry++) await refused(visit.confirms(challenge, code), 'SECURITY_TOKEN_EXPIRED');
      const notices = (await bench.inbox(account.accountId)).filter(({kind}) => kind === 'notice');
      assert.deepEqual(
        notices.map(({to}) => to).toSorted(),
        [account.methods[0]?.destination ?? '', phone, 'old@example.com'].toSorted(),
      );
      for (const {text} of notices) {
        assert.ok(text.includes(`150*****${phone.slice(-3)}`));
        assert.match(text, /\d{4}-\d{2}-\d{2} \d{2}:\d{2} \(UTC\+8\)/);
        assert.ok(text.includes('400-615-1212'));
        assert.ok(!text.includes(phone.slice(3)));
      }
    });

    it('does not tell an email that was never verified', async () => {
      const visit = await bench.visit(await bench.account('unverified-email'));
      const result = await visit.changesPhoneTo(bench.freshPhone());
      assert.deepEqual(
        result.notified.map(({channel}) => channel),
        ['sms', 'sms'],
      );
    });

    it('waits for the cool-down before the next change', async () => {
      bench.settings = {...bench.settings, phoneChangeCooldown: 72 * 3600};
      const {visit, challenge, code} = await atLastStep();
      await visit.confirms(challenge, code);
      bench.passes(72 * 3600 - 0.5);
      await visit.holdsProof();
      const {metadata} = await refused(visit.proposes(bench.freshPhone()), 'PHONE_CHANGE_COOLDOWN');
      assert.deepEqual(metadata, {retryAfter: 1});
      bench.passes(0.5);
      await visit.proposes(bench.freshPhone());
    });

    it('takes no proof from a phone that was swapped, ported or given out anew', async () => {
      const signals: readonly [PhoneRiskSignal | 'throws', string | undefined][] = [
        ['ok', undefined],
        ['unknown', undefined],
        ['swapped', 'METHOD_NOT_USABLE'],
        ['ported', 'METHOD_NOT_USABLE'],
        ['recycled', 'METHOD_NOT_USABLE'],
        ['throws', 'UNAVAILABLE'],
      ];
      for (const [signal, reason] of signals) {
        const visit = await operator();
        const check = () => (signal === 'throws' ? Promise.reject(new Error('down')) : Promise.resolve(signal));
        bench.phoneRisk = {check};
        const {methods} = await visit.asks('listVerificationMethods');
        // Reading stays open when the carrier is down; a change does not.
        assert.equal(methods[0]?.usableForVerification, reason !== 'METHOD_NOT_USABLE', signal);
        assert.equal((await refusalOf(visit.asksForCode()))?.reason, reason, signal);
      }
    });

    it('says of a new phone that was swapped that it cannot verify', async () => {
      const {visit, challenge, code} = await atLastStep('+8613511110001');
      const result = await visit.confirms(challenge, code);
      assert.equal(result.usableForVerification, false);
      const {methods} = await visit.asks('listVerificationMethods');
      assert.equal(methods[0]?.usableForVerification, false);
    });

    it('spends neither code nor proof while the carrier cannot tell', async () => {
      const {visit, challenge, code} = await atLastStep();
      bench.phoneRisk = {check: () => Promise.reject(new Error('down'))};
      await refused(visit.confirms(challenge, code), 'UNAVAILABLE');
      bench.phoneRisk = samplePhoneRisk;
      assert.equal((await visit.reads(challenge)).attemptsLeft, 5);
      await visit.confirms(challenge, code);
    });

    it('says nothing about a number before its code was entered', async () => {
      const visible = async (phone: string) => {
        const visit = await operator();
        await visit.holdsProof();
        const statements: string[] = [];
        visit.wrap = (db) => ({
          query: (text, values) => {
            statements.push(text);
            return db.query(text, values);
          },
          transaction: (work) => db.transaction(work),
        });
        const answer: Partial<Awaited<ReturnType<Visit['proposes']>>> = await visit.proposes(phone);
        delete answer.challengeId;
        return {answer: JSON.stringify(answer), statements};
      };
      // The second number differs from the first in digits that the mask hides.
      const owner = await operator();
      const tied = (await phoneOf(owner))?.destination ?? '';
      const unused = `${tied.slice(0, 6)}9${tied.slice(7)}`;
      const [first, second] = [await visible(unused), await visible(tied)];
      assert.equal(first.answer, second.answer);
      // The same work in the same order: also the time tells nothing.
      assert.deepEqual(first.statements, second.statements);
    });

    it('writes one audit row for the change, in a chain that nobody can rewrite', async () => {
      const {visit, challenge, code, phone} = await atLastStep();
      const {accountId} = visit.session;
      await refused(visit.confirms(challenge, wrongCode(code)), 'CODE_INCORRECT');
      await visit.confirms(challenge, code);
      const rows = await bench.database.query<{event: string; details: string}>(
        'SELECT event, details FROM audit_events WHERE account_id = $1 ORDER BY position',
        [accountId],
      );
      assert.deepEqual(
        rows.map(({event}) => event),
        ['codeSent', 'codeIncorrect', 'codeAccepted', 'securityPhoneChanged'],
      );
      assert.ok(!JSON.stringify(rows).includes(phone.slice(3)));
      assert.equal(await auditIsWhole(bench.database, bench.keys.index, accountId), true);

      const {database} = bench;
      await assert.rejects(
        database.query('DELETE FROM audit_events WHERE account_id = $1', [accountId]),
        /never changed/,
      );
      await assert.rejects(database.query(`UPDATE audit_events SET event = 'codeSent'`), /never changed/);
      await database.transaction(async (db) => {
        await db.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_stay');
        await db.query('DELETE FROM audit_events WHERE account_id = $1 AND position = 4', [accountId]);
        await db.query('ALTER TABLE audit_events ENABLE TRIGGER audit_events_stay');
      });
      assert.equal(await auditIsWhole(database, bench.keys.index, accountId), false);
    });

    it('takes effect as a whole or not at all, whichever statement fails', async () => {
      const {visit, phone, challenge, code} = await atLastStep();
      const state = async () =>
        JSON.stringify(
          await Promise.all(
            [
              'accounts',
              'verification_methods',
              'challenges',
              'security_tokens',
              'messages',
              'phone_ties',
              'phone_claims',
            ]
              .map((table) => `SELECT * FROM ${table} WHERE account_id = $1 ORDER BY 1`)
              .concat(
                'SELECT session_id, ended_at FROM component_sessions WHERE account_id = $1 ORDER BY 1',
                'SELECT * FROM audit_events WHERE account_id = $1 ORDER BY position',
              )
              .map((query) => bench.database.query(query, [visit.session.accountId])),
          ),
        );
      await bench.visit(visit.session);
      const before = await state();
      let failing = 0;
      for (;;) {
        let statement = 0;
        failing += 1;
        visit.wrap = (db) => ({
          query: (text, values) => {
            statement += 1;
            return statement === failing ? Promise.reject(new Error('connection lost')) : db.query(text, values);
          },
          transaction: (work) => db.transaction(work),
        });
        const attempt = await visit.confirms(challenge, code).then(
          () => 'done',
          (error: unknown) => (error as Error).message,
        );
        if (attempt === 'done') break;
        assert.equal(attempt, 'connection lost');
        assert.equal(await state(), before, `statement ${failing} left something behind`);
      }
      assert.ok(failing > 25, `${failing - 1} statements were broken`);
      assert.equal((await phoneOf(visit))?.destination, phone);
    });
  });
}
