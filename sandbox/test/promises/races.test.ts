import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {countComparisons} from '../support/code-comparisons.ts';
import {Conversation, services} from '../support/conversation.ts';
import {wrongCode} from '../support/visit.ts';
import type {Answered, TestService} from '../support/service.ts';

// Twice is for everyday; the rare ones are looked for by CI, which asks for 20.
const repetitions = Number(process.env.RACE_REPETITIONS ?? '2');

/** How often each status and reason came, for example `{'200': 1, '400 CODE_INCORRECT': 199}`. */
const tally = (answers: readonly Answered[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const {status, reason} of answers) {
    const name = reason === undefined ? String(status) : `${status} ${reason}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

const times = <Result>(count: number, attempt: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({length: count}, (_, index) => attempt(index)));

/** An answer without its request id. */
const body = ({text, requestId}: Answered): string => text.replace(requestId ?? '', '');

for (const engine of services) {
  describe(`over ${engine.name}, at the same instant`, () => {
    let service: TestService;
    let numbers = 0;
    before(async () => {
      service = await engine.start({
        settings: {
          resendAfter: 1,
          sendsPerHour: 1000,
          sendsPerDay: 1000,
          sendsPerAddress: 10_000,
          sendsPerPrefix: 10_000,
        },
      });
    });
    after(() => service.close());

    const conversation = async () => new Conversation(await service.operator('phone-only'));
    const freshPhone = () => `+86151${String((numbers += 1)).padStart(4, '0')}0002`;

    for (let repetition = 1; repetition <= repetitions; repetition++) {
      it(`one of 200 correct codes is accepted (${repetition})`, async () => {
        const one = await conversation();
        const challenge = await one.asksForCode();
        const code = await one.operator.newestCode();
        const answers = await times(200, () => one.enters(challenge, code));
        assert.deepEqual(tally(answers), {'200': 1, '400 CODE_INCORRECT': 199});
        const refusals = answers.filter(({status}) => status === 400).map(body);
        assert.equal(new Set(refusals).size, 1);
      });

      it(`five of 200 wrong codes are compared (${repetition})`, async () => {
        const one = await conversation();
        const challenge = await one.asksForCode();
        const code = await one.operator.newestCode();
        using comparisons = countComparisons(challenge.challengeId);
        const answers = await times(200, () => one.enters(challenge, wrongCode(code)));
        assert.deepEqual(tally(answers), {'400 CODE_INCORRECT': 5, '400 CODE_EXHAUSTED': 195});
        assert.equal(comparisons.count, 5);
        const [row] = await service.database.query('SELECT attempts FROM challenges WHERE challenge_id = $1', [
          challenge.challengeId,
        ]);
        assert.deepEqual(row, {attempts: 5});
        assert.equal((await one.enters(challenge, code)).reason, 'CODE_EXHAUSTED');
      });

      it(`a right code among 199 wrong ones gets no more than five comparisons (${repetition})`, async () => {
        const one = await conversation();
        const challenge = await one.asksForCode();
        const code = await one.operator.newestCode();
        using comparisons = countComparisons(challenge.challengeId);
        const answers = await times(200, (index) => one.enters(challenge, index === 99 ? code : wrongCode(code)));
        assert.ok((tally(answers)['200'] ?? 0) <= 1);
        assert.ok(comparisons.count <= 5);
      });

      it(`one of 100 sends to one number goes out (${repetition})`, async () => {
        const many = await times(10, conversation);
        for (const one of many) await one.provesIdentity();
        const phone = freshPhone();
        await service.setClock(new Date(), true);
        const answers = await times(100, (index) => (many[index % 10] ?? assert.fail()).proposes(phone));
        await service.resetClock();
        // The ten requests of the account that was first are answered with its code; no other account gets one.
        assert.deepEqual(tally(answers), {'200': 10, '429 RATE_LIMITED': 90});
        for (const {headers, metadata, status} of answers) {
          if (status === 429) assert.deepEqual([headers['retry-after'], metadata], ['1', {retryAfter: 1}]);
        }
        const messages = await Promise.all(many.map(({operator}) => operator.messages()));
        assert.equal(messages.flat().filter(({text}) => text.includes('new phone')).length, 1);
      });

      it(`two resends leave one live code (${repetition})`, async () => {
        const one = await conversation();
        const challenge = await one.asksForCode();
        await service.setClock(new Date(Date.parse(challenge.resendAt)), true);
        const answers = await times(2, () => one.resends(challenge));
        assert.deepEqual(tally(answers), {'200': 1, '429 RATE_LIMITED': 1});
        assert.equal((await one.operator.messages()).length, 2);
        assert.equal((await one.enters(challenge, await one.operator.newestCode())).status, 200);
        await service.resetClock();
      });

      it(`one of 50 uses of one proof changes the phone (${repetition})`, async () => {
        const one = await conversation();
        await one.provesIdentity();
        const {challenge, code} = await one.awaitsCodeAt(freshPhone());
        const answers = await times(50, () => one.confirms(challenge, code));
        assert.deepEqual(tally(answers), {'200': 1, '403 SECURITY_TOKEN_EXPIRED': 49});
      });

      it(`one of 50 accounts gets login with one fresh number (${repetition})`, async () => {
        const phone = freshPhone();
        const many = [];
        for (let index = 0; index < 50; index++) {
          const one = await conversation();
          await one.provesIdentity();
          await service.advanceClock(1);
          many.push({one, ...(await one.awaitsCodeAt(phone))});
        }
        const answers = await Promise.all(many.map(({one, challenge, code}) => one.confirms(challenge, code)));
        await service.resetClock();
        const results = answers.map(
          ({result}) => result as {usableForLogin?: boolean; usableForVerification?: boolean},
        );
        assert.deepEqual(tally(answers), {'200': 50});
        assert.equal(results.filter(({usableForVerification}) => usableForVerification).length, 50);
        assert.equal(results.filter(({usableForLogin}) => usableForLogin).length, 1);
      });
    }
  });
}
