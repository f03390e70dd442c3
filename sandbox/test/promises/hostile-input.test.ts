import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {Conversation, services} from '../support/conversation.ts';
import {wrongCode} from '../support/visit.ts';
import type {TestService} from '../support/service.ts';

for (const engine of services) {
  describe(`hostile input over ${engine.name}`, () => {
    let service: TestService;
    before(async () => {
      service = await engine.start({
        settings: {
          sendsPerAddress: 10_000,
          resendAfter: 1,
          sendsPerHour: 1000,
          sendsPerDay: 1000,
          phoneRegions: ['CN'],
        },
      });
    });
    after(() => service.close());

    const proven = async (): Promise<Conversation> => {
      const one = new Conversation(await service.operator('phone-only', {phone: '+8613800138000'}));
      await service.advanceClock(1);
      await one.provesIdentity();
      return one;
    };
    const raw = (one: Conversation, path: string, body: string) =>
      one.operator.post(path, body, {
        securityToken: one.securityToken,
        headers: {'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body))},
      });
    const sent = async (one: Conversation) => (await one.operator.messages()).length;

    it('as a phone number is refused, and nothing is sent', async () => {
      const one = await proven();
      const before = await sent(one);
      const region = ['+85291234567', '+85366123456', '+886912345678', '+88216123456', '+979123456789', '+19005550100'];
      for (const phone of region) assert.equal((await one.proposes(phone)).reason, 'PHONE_REGION_NOT_ALLOWED', phone);
      const noMobile = ['+861062345678', '+864006151212', '+861064812345678', '+8612345678901', '+8610000000000'];
      for (const phone of [...noMobile, '+861380013800', '+86138001380000', '+86013800138000']) {
        assert.equal((await one.proposes(phone)).reason, 'PHONE_INVALID', phone);
      }
      const malformed: unknown[] = [
        '13800138000',
        '+8613900139000;ext=1',
        '13800138000,13900139000',
        '+8613800138000,+8613900139000',
        '+8613900139000\n+8613900139001',
        "+8613900139000' OR '1'='1",
        '+86139****9000',
        '+86 139 0013 9000',
        '＋8613900139000',
        '+86١٣٩٠٠١٣٩٠٠٠',
        '+8613900139000\u0000',
        `+86${'1'.repeat(1000)}`,
        13900139000,
        ['+8613900139000'],
        {$ne: ''},
        null,
        true,
        '',
      ];
      for (const phone of malformed) {
        const answer = await one.proposes(phone);
        assert.deepEqual([answer.status, answer.reason], [400, 'REQUEST_INVALID'], JSON.stringify(phone));
        assert.ok(!answer.text.includes('13900139000'));
      }
      const twice = '{"phone":"+8613900139000","phone":"+8613900139001"}';
      assert.equal((await raw(one, '/v1/securityPhone:propose', twice)).reason, 'REQUEST_INVALID');
      assert.equal((await raw(one, '/v1/securityPhone:propose', `{"phone":"+86${'1'.repeat(100_000)}"}`)).status, 413);
      assert.equal((await one.proposes('+8613800138000')).reason, 'PHONE_UNCHANGED');
      assert.equal(await sent(one), before);
    });

    it('does not stop numbers of ranges that are new or not in any list', async () => {
      for (const phone of [
        '+8619912345678',
        '+8616612345678',
        '+8617012345678',
        '+8613491234567',
        '+8615412345678',
        '+8617912345678',
      ]) {
        const one = await proven();
        assert.equal((await one.proposes(phone)).status, 200, phone);
      }
    });

    it('as a code is refused without costing an attempt', async () => {
      const one = await proven();
      await service.advanceClock(1);
      const {challenge} = await one.awaitsCodeAt('+8613900139000');
      const bodies: unknown[] = [
        123456,
        12345,
        ['123456'],
        ['000000', '000001'],
        {$ne: null},
        true,
        null,
        '123456\u0000',
        ' 123456',
        '12345',
        '123456789',
        '１２３４５６',
        '12e456',
        '-12345',
        '',
      ];
      for (const code of bodies) {
        const answer = await one.confirms(challenge, code as string);
        assert.deepEqual([answer.status, answer.reason], [400, 'REQUEST_INVALID'], JSON.stringify(code));
      }
      const later = await one.operator.get(`/v1/challenges/${challenge.challengeId}`);
      assert.deepEqual(later.result, JSON.parse(JSON.stringify(challenge)));
    });

    it('cannot change where a code counts: the number is not taken again with the code', async () => {
      const one = await proven();
      await service.advanceClock(1);
      const {challenge, code} = await one.awaitsCodeAt('+8613900139002');
      const body = {challengeId: challenge.challengeId, code, phone: '+8613900139003'};
      const answer = await one.operator.post('/v1/securityPhone:confirm', body, {securityToken: one.securityToken});
      assert.equal(answer.reason, 'REQUEST_INVALID');
      assert.equal((await one.confirms(challenge, code)).status, 200);
    });

    it('as the name of a code finds nothing, whoever asks', async () => {
      const [one, other] = [await proven(), await proven()];
      await service.advanceClock(1);
      const foreign = await other.asksForCode();
      const code = await other.operator.newestCode();
      const answers = [];
      for (const challengeId of [
        'ch_unknown',
        foreign.challengeId,
        foreign.challengeId.toUpperCase(),
        'x'.repeat(64),
        '%2e%2e%2f',
        '..%2fchallenges',
        'a%00b',
      ]) {
        const answer = await one.operator.post(`/v1/challenges/${challengeId}:verify`, {code});
        answers.push([answer.status, answer.text.replace(answer.requestId ?? '', '')]);
      }
      assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1, JSON.stringify(answers));
      assert.equal(answers[0]?.[0], 404);
      const [row] = await service.database.query<{failures: number}>(
        'SELECT failures FROM accounts WHERE account_id = $1',
        [other.operator.accountId],
      );
      assert.equal(row?.failures, 0);
    });

    it('in time headers changes nothing: only the clock of the service counts', async () => {
      const one = await proven();
      await service.advanceClock(1);
      const challenge = await one.asksForCode();
      const code = await one.operator.newestCode();
      await service.advanceClock(300);
      const yesterday = new Date(Date.now() - 86_400_000).toUTCString();
      const headers = {date: yesterday, 'x-client-time': yesterday};
      const path = `/v1/challenges/${challenge.challengeId}:verify`;
      assert.equal((await one.operator.post(path, {code}, {headers})).reason, 'CODE_EXPIRED');
      assert.equal((await one.operator.post(path, {code, timestamp: 0}, {headers})).reason, 'REQUEST_INVALID');
    });

    it('is not needed for a lost answer: the same key gets the same answer and costs one attempt', async () => {
      const one = await proven();
      await service.advanceClock(1);
      const challenge = await one.asksForCode();
      const code = wrongCode(await one.operator.newestCode());
      await service.order(one.operator.accountId, 'verifyChallenge', {drop: 'after'});
      const path = `/v1/challenges/${challenge.challengeId}:verify`;
      await assert.rejects(one.operator.post(path, {code}, {key: 'one-intent'}));
      const answers = [];
      for (let retry = 0; retry < 5; retry++) answers.push(await one.operator.post(path, {code}, {key: 'one-intent'}));
      for (const {reason, metadata} of answers) {
        assert.deepEqual([reason, metadata], ['CODE_INCORRECT', {attemptsLeft: 4}]);
      }
      assert.equal(new Set(answers.map(({text}) => text)).size, 1);
      const state = await one.operator.get(`/v1/challenges/${challenge.challengeId}`);
      assert.equal((state.result as {attemptsLeft?: number}).attemptsLeft, 4);
    });
  });
}
