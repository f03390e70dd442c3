import {createHash} from 'node:crypto';
import {findAccessKey, useNonce} from '../domain/access-key.ts';
import {Refusal} from '../domain/refusal.ts';
import {findSession, type StoredSession} from '../domain/session.ts';
import type {Keys} from '../domain/settings.ts';
import type {Db} from '../store/db.ts';
import type {ContractOperation} from './contract.ts';
import type {WireRequest} from './request.ts';
import {algorithm, isSignedWith, parseSignature, parseSignatureDate} from './signature.ts';

/** Who asks: a page with the secret of a session, or a partner's backend with its access key. */
export type Caller =
  | {readonly kind: 'session'; readonly session: StoredSession; readonly origin: string}
  | {readonly kind: 'partner'; readonly accessKeyId: string; readonly accountId: string | undefined};

/** What authentication looks things up in. */
export interface AuthenticationContext {
  readonly db: Db;
  readonly keys: Keys;
  /** The service's clock: sessions end by it. */
  readonly now: Date;
  /** The machine's clock: signatures are made by other machines, which know nothing of a sandbox's clock. */
  readonly machineNow: Date;
}

const maxSkew = 15 * 60 * 1000;
const bearer = /^bearer ([\x21-\x7e]{1,255})$/i;

/**
 * Finds out who asks and whether this operation is for them. Throws the 401 and 403 reasons of the contract.
 * `onCaller` is told who asks as soon as that is known, also when it is refused then.
 */
export async function authenticate(
  context: AuthenticationContext,
  operation: ContractOperation,
  request: WireRequest,
  body: Buffer,
  onCaller: (caller: Caller) => void,
): Promise<Caller> {
  const [authorization = '', ...more] = request.headers('authorization');
  const isSigned = authorization.startsWith(`${algorithm} `);
  if (operation.schemes.has('signature') && (isSigned || !operation.schemes.has('clientSecret'))) {
    if (more.length > 0) throw new Refusal('SIGNATURE_INVALID');
    const partner = await authenticatePartner(context, authorization, request, body);
    onCaller(partner);
    return partner;
  }
  const secret = bearer.exec(authorization)?.[1];
  if (more.length > 0 || secret === undefined) throw new Refusal('UNAUTHENTICATED');
  return authenticateSession(context, operation, secret, request.headers('origin'), onCaller);
}

async function authenticateSession(
  {db, now}: AuthenticationContext,
  operation: ContractOperation,
  secret: string,
  [origin = '', ...more]: readonly string[],
  onCaller: (caller: Caller) => void,
): Promise<Caller> {
  const session = await findSession(db, secret);
  // An ended session has no say any more; whether its page may read this is decided as without a session.
  if (session?.endedAt !== null) throw new Refusal('UNAUTHENTICATED');
  const caller = {kind: 'session', session, origin} as const;
  onCaller(caller);
  // Before the expiry: a page of another origin learns nothing of the session.
  if (more.length > 0 || !session.allowedOrigins.includes(origin)) {
    throw new Refusal('ORIGIN_NOT_ALLOWED');
  }
  if (session.expiresAt <= now) throw new Refusal('SESSION_EXPIRED');
  if (operation.component !== undefined && !session.components.includes(operation.component)) {
    throw new Refusal('COMPONENT_NOT_ALLOWED');
  }
  return caller;
}

// For an access key that does not exist, so that the answer takes as long as for one that does.
const nobodysSecret = 'an access key that nobody has';

async function authenticatePartner(
  {db, keys, machineNow}: AuthenticationContext,
  authorization: string,
  request: WireRequest,
  body: Buffer,
): Promise<Caller> {
  const refused = () => new Refusal('SIGNATURE_INVALID');
  const signature = parseSignature(authorization);
  const [dateText = '', ...moreDates] = request.headers('x-jdcloud-date');
  const [nonce = '', ...moreNonces] = request.headers('x-jdcloud-nonce');
  const date = parseSignatureDate(dateText);
  if (signature === undefined || date === undefined || moreDates.length > 0 || moreNonces.length > 0) throw refused();
  const accessKey = await findAccessKey(db, signature.accessKeyId, keys.fields);
  const matches = isSignedWith(accessKey?.secretAccessKey ?? nobodysSecret, signature, request, body);
  const isFresh = Math.abs(machineNow.getTime() - date.getTime()) <= maxSkew;
  const isOfDate = signature.scope.startsWith(dateText.slice(0, 8));
  if (accessKey === undefined || !matches || !isFresh || !isOfDate || nonce === '') throw refused();
  // Only now: a request that is not the partner's cannot use up a nonce.
  const nonceHash = createHash('sha256').update(nonce).digest();
  if (!(await useNonce(db, accessKey.accessKeyId, nonceHash, new Date(date.getTime() + 2 * maxSkew)))) throw refused();
  return {kind: 'partner', accessKeyId: accessKey.accessKeyId, accountId: accessKey.accountId};
}
