// A service in the page, for stories: says yes to everything. Tests use the real one.
import type {Challenge, SessionGrant} from '../../../src/index.js';
import {account, changedPhone, email, phone} from './sample-states.js';

const address = 'https://sample-account-service.example/';
let installed = false;

/** A session that the sample service takes. */
export const sampleSession = (): Promise<SessionGrant> =>
  Promise.resolve({
    clientSecret: 'cs_sample_0000000000000000',
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
    now: new Date().toISOString(),
  });

/** Puts the sample service in the way of the page's requests and gives its address. */
export function sampleService(): string {
  if (installed) return address;
  installed = true;
  const {fetch} = globalThis;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(address)) return fetch(request);
    const body: unknown = request.method === 'POST' ? await request.json().catch(() => ({})) : {};
    const result = answer(`${request.method} ${new URL(request.url).pathname}`, body);
    const requestId = 'sample-request-0001';
    return Response.json({requestId, result}, {headers: {'x-jdcloud-request-id': requestId}});
  };
  return address;
}

function sent(over: Partial<Challenge>): Challenge {
  const moment = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  return {
    challengeId: 'ch_sample',
    purpose: 'changeSecurityPhone',
    channel: 'sms',
    sentTo: phone.masked,
    codeLength: 6,
    sentAt: moment(0),
    expiresAt: moment(300),
    resendAt: moment(60),
    attemptsLeft: 5,
    ...over,
  };
}

function answer(operation: string, body: unknown): unknown {
  const {methodId} = body as {methodId?: string};
  const byEmail = methodId === email.methodId;
  switch (operation) {
    case 'GET /v1/account':
      return account;
    case 'GET /v1/verificationMethods':
      return {methods: [phone, email]};
    case 'GET /v1/challenges':
      return {challenges: []};
    case 'POST /v1/challenges':
      return sent(
        byEmail ? {methodId: email.methodId, channel: 'email', sentTo: email.masked} : {methodId: phone.methodId},
      );
    case 'POST /v1/challenges/ch_sample:resend':
      return sent({methodId: phone.methodId});
    case 'POST /v1/challenges/ch_sample:verify':
      return {securityToken: 'st_sample_0000000000000000', expiresAt: new Date(Date.now() + 300_000).toISOString()};
    case 'POST /v1/securityPhone:propose':
      return sent({purpose: 'newSecurityPhone', sentTo: '139*****678'});
    case 'POST /v1/securityPhone:confirm':
      return changedPhone({changedAt: new Date().toISOString()});
    default:
      return {};
  }
}
