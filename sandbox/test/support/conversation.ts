import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import type {components} from '../../../src/contract.ts';
import {startTestService, type Answered, type Operator, type TestService, type TestServiceOptions} from './service.ts';

type Challenge = components['schemas']['Challenge'];

/** What a service is started on in this run: PostgreSQL when `TEST_DATABASE_URL` names one, otherwise the embedded engine. */
export const services: readonly {name: string; start(options?: TestServiceOptions): Promise<TestService>}[] = [
  {name: process.env.TEST_DATABASE_URL ? 'PostgreSQL' : 'PGlite', start: startTestService},
];

const resultOf = (answer: Answered): unknown => {
  assert.equal(answer.status, 200, answer.text);
  return answer.result;
};

/** What an operator says to the service over HTTP, step by step. */
export class Conversation {
  readonly operator: Operator;
  securityToken = '';

  constructor(operator: Operator) {
    this.operator = operator;
  }

  async asksForCode(kind: 'phone' | 'email' = 'phone'): Promise<Challenge> {
    const answer = await this.operator.get('/v1/verificationMethods');
    const {methods} = resultOf(answer) as {methods: components['schemas']['VerificationMethod'][]};
    const methodId = methods.find((method) => method.kind === kind)?.methodId;
    const sent = await this.operator.post('/v1/challenges', {methodId, purpose: 'changeSecurityPhone'});
    return resultOf(sent) as Challenge;
  }

  enters({challengeId}: Challenge, code: unknown): Promise<Answered> {
    return this.#posts(`/v1/challenges/${challengeId}:verify`, {code});
  }

  resends({challengeId}: Challenge): Promise<Answered> {
    return this.#posts(`/v1/challenges/${challengeId}:resend`);
  }

  async provesIdentity(): Promise<void> {
    const challenge = await this.asksForCode();
    const answer = await this.enters(challenge, await this.operator.newestCode());
    ({securityToken: this.securityToken} = resultOf(answer) as {securityToken: string});
  }

  proposes(phone: unknown): Promise<Answered> {
    return this.#posts('/v1/securityPhone:propose', {phone});
  }

  /** Proposes a number that is sent a code, and reads the code. */
  async awaitsCodeAt(phone: string): Promise<{challenge: Challenge; code: string}> {
    const challenge = resultOf(await this.proposes(phone)) as Challenge;
    return {challenge, code: await this.operator.newestCode()};
  }

  confirms({challengeId}: Challenge, code: string): Promise<Answered> {
    return this.#posts('/v1/securityPhone:confirm', {challengeId, code});
  }

  /** Sends one intent, again with the same key as long as the service has no room for it. */
  async #posts(path: string, body?: object): Promise<Answered> {
    const options = {key: randomUUID(), ...(this.securityToken !== '' && {securityToken: this.securityToken})};
    for (;;) {
      const answer = await this.operator.post(path, body, options);
      if (answer.reason !== 'UNAVAILABLE') return answer;
    }
  }
}
