import {findAccount, readAccount, sessionOf} from './account.ts';
import {lockedUntil} from './lockout.ts';
import type {Call, Operation} from './operation.ts';
import {describeRegions} from './phone-number.ts';
import {Refusal} from './refusal.ts';
import {describeMethod, methodsOf} from './verification-method.ts';

/** Reads the account, what the session may do, and how to reach a person. */
export const getAccount: Operation<'getAccount'> = async (call) => {
  const account = await readAccount(call);
  const until = lockedUntil(account, call);
  const {support, links, phoneRegions} = call.settings;
  return {
    accountId: account.accountId,
    kind: account.kind,
    ownership: account.ownership,
    loginName: account.loginName,
    language: account.language,
    components: [...sessionOf(call).components] as Awaited<ReturnType<Operation<'getAccount'>>>['components'],
    support: {...support},
    links: {...links},
    phoneRegions: describeRegions(phoneRegions),
    ...(until && {lockedUntil: until.toISOString()}),
  };
};

/** Lists the account's phone and email with what each can be used for. A JD account has none here. */
export const listVerificationMethods: Operation<'listVerificationMethods'> = async (call) => {
  const account = await readAccount(call);
  if (account.kind === 'jd') return {methods: []};
  const methods = await methodsOf(call.db, call.keys, account.accountId);
  return {methods: await Promise.all(methods.map((method) => describeMethod(call, method)))};
};

const accountOfKey = async (call: Call): Promise<string> => {
  const [row] = await call.db.query<{accountId: string | null}>(
    'SELECT account_id AS "accountId" FROM access_keys WHERE access_key_id = $1',
    [call.accessKeyId ?? ''],
  );
  if (!row?.accountId) throw new Refusal('NOT_FOUND');
  return row.accountId;
};

/** Describes the account of the session, or the one that owns the access key of a signed request. */
export const describeUser: Operation<'describeUser'> = async (call) => {
  const account = await findAccount(call.db, call.session?.accountId ?? (await accountOfKey(call)));
  if (!account) throw new Refusal(call.session ? 'UNAUTHENTICATED' : 'NOT_FOUND');
  const {pin, loginName, accountId, userAuth} = account;
  return {pin, loginName, accountId, userAuth};
};
