import type {components} from '../../src/contract.ts';
import type {Db} from '../store/db.ts';
import {fingerprint, seal, unseal} from '../store/vault.ts';
import {newId} from './identifier.ts';
import {mask} from './mask.ts';
import type {Call} from './operation.ts';
import {provesIdentity, signalForReading} from './phone-risk.ts';
import type {Keys} from './settings.ts';

export type Channel = 'sms' | 'email';

/** A phone or an email of an account. */
export interface VerificationMethod {
  readonly methodId: string;
  readonly kind: 'phone' | 'email';
  /** E.164, or an email address. */
  readonly destination: string;
  /** Finds the same destination elsewhere. */
  readonly fingerprint: Buffer;
  readonly verified: boolean;
  /** As the account has it; what a carrier knows of the number comes on top. */
  readonly usableForVerification: boolean;
  readonly usableForLogin: boolean;
}

type Row = Omit<VerificationMethod, 'destination'> & {readonly destination: Buffer};

const place = (methodId: string) => ({table: 'verification_methods', column: 'destination', row: methodId});

/** The channel that reaches a kind of method. */
export const channelOf = (kind: VerificationMethod['kind']): Channel => (kind === 'phone' ? 'sms' : 'email');

/** The fingerprint of a destination, over all accounts. Emails are compared without regard to case. */
export function destinationFingerprint(keys: Keys, channel: Channel, destination: string): Buffer {
  return fingerprint(keys.index, channel, channel === 'email' ? destination.toLowerCase() : destination);
}

/** The methods of an account: phone first. */
export async function methodsOf(db: Db, keys: Keys, accountId: string): Promise<VerificationMethod[]> {
  const rows = await db.query<Row>(
    `SELECT method_id AS "methodId", kind, destination, fingerprint, verified,
       usable_for_verification AS "usableForVerification", usable_for_login AS "usableForLogin"
     FROM verification_methods WHERE account_id = $1 ORDER BY kind DESC`,
    [accountId],
  );
  return rows.map((row) => ({...row, destination: unseal(keys.fields, place(row.methodId), row.destination)}));
}

/** Gives an account a method and returns its ID. */
export async function addMethod(
  db: Db,
  keys: Keys,
  accountId: string,
  method: Omit<VerificationMethod, 'methodId' | 'fingerprint'>,
  now: Date,
): Promise<string> {
  const methodId = newId('vm');
  await db.query(
    `INSERT INTO verification_methods (method_id, account_id, kind, destination, fingerprint, verified,
       usable_for_verification, usable_for_login, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      methodId,
      accountId,
      method.kind,
      seal(keys.fields, place(methodId), method.destination),
      destinationFingerprint(keys, channelOf(method.kind), method.destination),
      method.verified,
      method.usableForVerification,
      method.usableForLogin,
      now,
    ],
  );
  return methodId;
}

/** A method as the operator may see it. */
export async function describeMethod(
  call: Call,
  method: VerificationMethod,
): Promise<components['schemas']['VerificationMethod']> {
  const signal = method.kind === 'phone' ? await signalForReading(call.phoneRisk, method.destination) : 'ok';
  return {
    methodId: method.methodId,
    kind: method.kind,
    masked: mask(channelOf(method.kind), method.destination),
    verified: method.verified,
    usableForVerification: method.usableForVerification && provesIdentity(signal),
    usableForLogin: method.usableForLogin,
  };
}
