import {createHash, randomUUID} from 'node:crypto';
import type {components} from '../../../src/contract.ts';
import type {AccessKey} from '../../domain/access-key.ts';
import {algorithm, formatSignatureDate, sign} from '../../http/signature.ts';
import {ask, type Answered, type Asked} from './ask.ts';

type SessionRequest = components['schemas']['ComponentSessionRequest'];
type ComponentSession = components['schemas']['ComponentSession'];

/** The origin of the partner's portal in tests. */
export const portalOrigin = 'https://portal.example';

/** A partner's backend: signs its requests with an access key. */
export class Partner {
  readonly accessKey: AccessKey;
  readonly #url: string;

  constructor(url: string, accessKey: AccessKey) {
    this.#url = url;
    this.accessKey = accessKey;
  }

  /** Mints a session for the security phone on the portal, or as `order` says. Throws when it is refused. */
  async mint(order: Partial<SessionRequest> & {accountId: string}): Promise<ComponentSession> {
    const answer = await this.tryToMint(order);
    if (answer.status !== 200) throw new Error(`minting: ${answer.status} ${answer.text}`);
    return answer.result as unknown as ComponentSession;
  }

  tryToMint(order: Partial<SessionRequest> & {accountId: string}): Promise<Answered> {
    const body = {components: ['security-phone-editor'], allowedOrigins: [portalOrigin], ...order};
    return this.ask({method: 'POST', path: '/v1/componentSessions', body});
  }

  end(sessionId: string): Promise<Answered> {
    return this.ask({method: 'DELETE', path: `/v1/componentSessions/${sessionId}`});
  }

  /** Sends a signed request. `at` is the moment it claims, `nonce` what makes it single. */
  ask(asked: Asked, at?: Date, nonce?: string): Promise<Answered> {
    return ask(this.#url, this.signed(asked, at, nonce));
  }

  /** The request with the headers of its signature. */
  signed({method = 'GET', path, body, headers = {}}: Asked, at = new Date(), nonce: string = randomUUID()): Asked {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const date = formatSignatureDate(at);
    const own: Record<string, string> = {
      host: new URL(this.#url).host,
      'content-type': 'application/json',
      'x-jdcloud-date': date,
      'x-jdcloud-nonce': nonce,
    };
    const [pathname = '', query = ''] = path.split('?', 2);
    const signedHeaders = Object.keys(own).toSorted();
    const scope = `${date.slice(0, 8)}/jdcloud-api/account/jdcloud2_request`;
    const request = {method, path: pathname, query, headers: (name: string) => [own[name] ?? '']};
    const signature = sign(this.accessKey.secretAccessKey, {scope, signedHeaders}, request, Buffer.from(payload ?? ''));
    const credential = `${this.accessKey.accessKeyId}/${scope}`;
    const authorization = `${algorithm} Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
    return {method, path, body: payload, headers: {...own, authorization, ...headers}};
  }
}

/** A visit id for a name, as a portal makes it of its own session cookie. */
export const visitOf = (name: string): string => createHash('sha256').update(name).digest('hex');
