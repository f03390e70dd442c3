import {randomInt} from 'node:crypto';
import {giveAccountTo} from '../domain/access-key.ts';
import {findAccount, type Account} from '../domain/account.ts';
import {tiePhone} from '../domain/phone-tie.ts';
import type {Keys, Settings} from '../domain/settings.ts';
import {addMethod, destinationFingerprint, methodsOf} from '../domain/verification-method.ts';
import type {Db} from '../store/db.ts';
import {magicNumbers, samplePhone} from './magic-numbers.ts';
import {personas, type Persona, type PersonaName} from './personas.ts';

/** What an account of the sandbox is made of. */
export interface SampleOrder {
  readonly persona: PersonaName;
  readonly language?: 'en' | 'zh-CN' | undefined;
  /** E.164; a random sample number otherwise. */
  readonly phone?: string | undefined;
  /** An address of `example.com` otherwise. */
  readonly email?: string | undefined;
  /** The partner that may mint sessions for it; every partner otherwise. */
  readonly accessKeyId?: string | undefined;
}

/** An account of the sandbox with everything in plain: sample data. */
export interface SampleAccount {
  readonly accountId: string;
  readonly kind: Account['kind'];
  readonly loginName: string;
  readonly language: Account['language'];
  readonly failures: number;
  readonly lockedUntil?: string;
  readonly methods: readonly {
    readonly methodId: string;
    readonly kind: 'phone' | 'email';
    readonly destination: string;
    readonly verified: boolean;
    readonly usableForVerification: boolean;
    readonly usableForLogin: boolean;
  }[];
}

const ownerOfTiedNumbers = '100000000001';

const insertAccount = (
  db: Db,
  account: {accountId: string; kind: string; loginName: string; language: string; now: Date},
): Promise<unknown> =>
  db.query(
    `INSERT INTO accounts (account_id, kind, ownership, login_name, pin, language, user_auth, created_at)
     VALUES ($1, $2, 'none', $3, $3, $4, 0, $5) ON CONFLICT DO NOTHING`,
    [account.accountId, account.kind, account.loginName, account.language, account.now],
  );

/** Gives the magic numbers that are tied to another account that other account. May be done again and again. */
export async function tieMagicNumbers(db: Db, keys: Keys, now: Date): Promise<void> {
  const owner = {accountId: ownerOfTiedNumbers, kind: 'jdcloud', loginName: 'sample_number_owner', language: 'en'};
  await insertAccount(db, {...owner, now});
  for (const {phone, effect} of magicNumbers) {
    if (effect === 'tied') await tiePhone(db, keys, ownerOfTiedNumbers, phone, now);
  }
}

const isFreeEmail = async (db: Db, keys: Keys, email: string): Promise<boolean> => {
  const rows = await db.query('SELECT 1 FROM verification_methods WHERE fingerprint = $1 AND usable_for_login', [
    destinationFingerprint(keys, 'email', email),
  ]);
  return rows.length === 0;
};

/** Makes an account of a persona and gives its ID. The database is inside a transaction. */
export async function createSampleAccount(
  db: Db,
  {keys, settings, now}: {keys: Keys; settings: Settings; now: Date},
  order: SampleOrder,
): Promise<string> {
  const persona: Persona = personas[order.persona];
  const accountId = randomInt(10 ** 11, 10 ** 12).toString();
  const loginName = `sample_${accountId}`;
  await insertAccount(db, {accountId, kind: persona.kind, loginName, language: order.language ?? 'en', now});

  if (persona.phone) {
    const destination = order.phone ?? samplePhone();
    const alone = await tiePhone(db, keys, accountId, destination, now);
    const usableForLogin = persona.phone.usableForLogin && alone;
    await addMethod(db, keys, accountId, {kind: 'phone', destination, ...persona.phone, usableForLogin}, now);
  }
  if (persona.email) {
    const destination = order.email ?? `${loginName}@example.com`;
    const usableForLogin = persona.email.usableForLogin && (await isFreeEmail(db, keys, destination));
    await addMethod(db, keys, accountId, {kind: 'email', destination, ...persona.email, usableForLogin}, now);
  }
  if (persona.locked) {
    await db.query('UPDATE accounts SET failures = $2, locked_until = $3 WHERE account_id = $1', [
      accountId,
      settings.failuresBeforeLock,
      new Date(now.getTime() + settings.lockFor * 1000),
    ]);
  }
  await giveAccountTo(db, accountId, order.accessKeyId);
  return accountId;
}

/** Reads an account of the sandbox with its destinations in plain. */
export async function readSampleAccount(db: Db, keys: Keys, accountId: string): Promise<SampleAccount | undefined> {
  const account = await findAccount(db, accountId);
  if (!account) return undefined;
  const methods = await methodsOf(db, keys, accountId);
  return {
    accountId,
    kind: account.kind,
    loginName: account.loginName,
    language: account.language,
    failures: account.failures,
    ...(account.lockedUntil && {lockedUntil: account.lockedUntil.toISOString()}),
    methods: methods.map(({methodId, kind, destination, verified, usableForVerification, usableForLogin}) => ({
      methodId,
      kind,
      destination,
      verified,
      usableForVerification,
      usableForLogin,
    })),
  };
}
