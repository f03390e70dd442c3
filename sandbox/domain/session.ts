import {createHash, timingSafeEqual} from 'node:crypto';
import type {Db} from '../store/db.ts';
import {isAccountOf} from './access-key.ts';
import {newId, newSecret} from './identifier.ts';
import type {Operation, Operations, Session} from './operation.ts';
import {Refusal} from './refusal.ts';

/** A component session as it is kept: also the ended and the expired ones, for a day. */
export interface StoredSession extends Session {
  readonly allowedOrigins: readonly string[];
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

// How long an origin stays known after the last session that named it: its pages must still be able to read "expired".
const keepSeconds = 24 * 60 * 60;

const secretHash = (clientSecret: string) => createHash('sha256').update(clientSecret).digest();
const later = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);

/** The session that a client secret opens, whatever its state. */
export async function findSession(db: Db, clientSecret: string): Promise<StoredSession | undefined> {
  const hash = secretHash(clientSecret);
  const [row] = await db.query<{
    session_id: string;
    secret_hash: Buffer;
    account_id: string;
    access_key_id: string;
    visit_id: string;
    components: string[];
    allowed_origins: string[];
    expires_at: Date;
    ended_at: Date | null;
  }>('SELECT * FROM component_sessions WHERE secret_hash = $1', [hash]);
  if (row === undefined || !timingSafeEqual(row.secret_hash, hash)) return undefined;
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    accessKeyId: row.access_key_id,
    visitId: row.visit_id,
    components: row.components,
    allowedOrigins: row.allowed_origins,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  };
}

/** True while the session is neither ended nor expired. Asked inside the transaction that does the work. */
export async function isLive(db: Db, sessionId: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    'SELECT 1 FROM component_sessions WHERE session_id = $1 AND ended_at IS NULL AND expires_at > $2',
    [sessionId, now],
  );
  return rows.length > 0;
}

/** Ends every session of the account but those of this visit. Another partner's visit of the same name is another. */
export async function endOtherVisits(
  db: Db,
  {accountId, accessKeyId, visitId}: {accountId: string; accessKeyId: string; visitId: string},
  now: Date,
): Promise<void> {
  await db.query(
    `UPDATE component_sessions SET ended_at = $4
     WHERE account_id = $1 AND ended_at IS NULL AND NOT (access_key_id = $2 AND visit_id = $3)`,
    [accountId, accessKeyId, visitId, now],
  );
}

/** True when some session named this origin within the last day. */
export async function isKnownOrigin(db: Db, origin: string, now: Date): Promise<boolean> {
  return (await db.query('SELECT 1 FROM known_origins WHERE origin = $1 AND until > $2', [origin, now])).length > 0;
}

/** Deletes what is of no use any more. */
export async function forgetOldSessions(db: Db, now: Date): Promise<void> {
  await db.query('DELETE FROM component_sessions WHERE expires_at < $1', [later(now, -keepSeconds)]);
  await db.query('DELETE FROM known_origins WHERE until < $1', [now]);
}

const createComponentSession: Operation<'createComponentSession'> = async ({db, now, accessKeyId}, {body}) => {
  if (accessKeyId === undefined || !(await isAccountOf(db, body.accountId, accessKeyId))) {
    throw new Refusal('NOT_FOUND');
  }
  body.allowedOrigins.forEach((origin) => {
    if (!isOrigin(origin)) throw new Refusal('REQUEST_INVALID', {field: 'allowedOrigins'});
  });
  const sessionId = newId('cs');
  const clientSecret = newSecret('cs_secret');
  const expiresAt = later(now, body.expiresIn);
  await db.query(
    `INSERT INTO component_sessions
       (session_id, secret_hash, account_id, access_key_id, visit_id, components, allowed_origins, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      sessionId,
      secretHash(clientSecret),
      body.accountId,
      accessKeyId,
      body.visitId ?? newId('visit'),
      body.components,
      body.allowedOrigins,
      now,
      expiresAt,
    ],
  );
  // In one order for everybody, so that two partners' backends never wait for each other in a circle.
  for (const origin of body.allowedOrigins.toSorted()) {
    await db.query(
      `INSERT INTO known_origins (origin, until) VALUES ($1, $2)
       ON CONFLICT (origin) DO UPDATE SET until = greatest(known_origins.until, excluded.until)`,
      [origin, later(expiresAt, keepSeconds)],
    );
  }
  return {sessionId, clientSecret, expiresAt: expiresAt.toISOString(), now: now.toISOString()};
};

const deleteComponentSession: Operation<'deleteComponentSession'> = async ({db, now, accessKeyId}, {path}) => {
  const ended = await db.query(
    `UPDATE component_sessions SET ended_at = coalesce(ended_at, $3)
     WHERE session_id = $1 AND access_key_id = $2 RETURNING 1`,
    [path.sessionId, accessKeyId, now],
  );
  if (ended.length === 0) throw new Refusal('NOT_FOUND');
  return {};
};

/** What a partner's backend does with sessions. */
export const sessionOperations: Operations = {createComponentSession, deleteComponentSession};

/** The contract's pattern lets some pass that no browser sends: a default port, a dot at the end, http to elsewhere. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const {origin, protocol, hostname} = new URL(text);
  if (origin !== text || hostname.endsWith('.')) return false;
  return (
    protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
  );
}
