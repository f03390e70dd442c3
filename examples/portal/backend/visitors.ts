import {createHash, randomBytes} from 'node:crypto';

/** Who is logged in at the portal, and as which account of JD Cloud. */
export interface Visitor {
  readonly accountId: string;
  readonly loginName: string;
  /** The sample account that the visitor chose. */
  readonly persona: string;
}

/** What the logins need from around them. */
export interface VisitorsOptions {
  /** Ends a component session. May reject: what could not be ended ends by itself, within minutes. */
  readonly endSession: (sessionId: string) => Promise<void>;
  /** What time it is, in milliseconds. */
  readonly now?: () => number;
}

interface Login {
  readonly visitor: Visitor;
  /** Component sessions that were minted for this login, the oldest first. */
  readonly componentSessions: string[];
  lastSeen: number;
}

const idleLimit = 8 * 60 * 60 * 1000;
const mostLogins = 10_000;
// One per open tab. A tab whose session was ended asks for another one by itself.
const mostSessions = 10;

/** The portal's own logins, in memory: they end with the process, and their component sessions end with them. */
export class Visitors {
  /** Whoever was seen longest ago comes first. */
  readonly #logins = new Map<string, Login>();
  readonly #endSession: (sessionId: string) => Promise<void>;
  readonly #now: () => number;

  constructor({endSession, now = Date.now}: VisitorsOptions) {
    this.#endSession = endSession;
    this.#now = now;
  }

  /** Begins a login and gives the value of its cookie. */
  login(visitor: Visitor): string {
    this.#endIdle(mostLogins - 1);
    const id = randomBytes(24).toString('base64url');
    this.#logins.set(id, {visitor, componentSessions: [], lastSeen: this.#now()});
    return id;
  }

  /** Gives the visitor of a cookie, or undefined when the login is unknown or was idle for 8 hours. */
  find(id: string | undefined): Visitor | undefined {
    this.#endIdle(mostLogins);
    const login = id === undefined ? undefined : this.#logins.get(id);
    if (!login || id === undefined) return undefined;
    login.lastSeen = this.#now();
    this.#logins.delete(id);
    this.#logins.set(id, login);
    return login.visitor;
  }

  /**
   * Keeps a component session with its login, to be ended with it. False when the login is over, for example because
   * the visitor logged out while the session was minted: then the session has been ended.
   */
  async keepSession(id: string, sessionId: string): Promise<boolean> {
    const sessions = this.#logins.get(id)?.componentSessions;
    if (!sessions) {
      await this.#end([sessionId]);
      return false;
    }
    sessions.push(sessionId);
    void this.#end(sessions.splice(0, sessions.length - mostSessions));
    return true;
  }

  /** Ends a login, if there is one. Resolves when its component sessions have been ended. */
  async logout(id: string | undefined): Promise<void> {
    const login = id === undefined ? undefined : this.#logins.get(id);
    if (!login || id === undefined) return;
    this.#logins.delete(id);
    await this.#end(login.componentSessions);
  }

  /** Ends the logins that were idle for too long, and the idlest of those that are more than `most`. */
  #endIdle(most: number): void {
    for (const [id, {lastSeen}] of this.#logins) {
      if (this.#now() - lastSeen <= idleLimit && this.#logins.size <= most) return;
      void this.logout(id);
    }
  }

  async #end(sessionIds: readonly string[]): Promise<void> {
    await Promise.allSettled(sessionIds.map((id) => this.#endSession(id)));
  }
}

/**
 * Names a login to the account service without giving the cookie away: codes and proofs of identity that are asked
 * for in one login are worth nothing in another.
 */
export function visitIdOf(sessionId: string): string {
  return createHash('sha256').update(`account-kit visit ${sessionId}`).digest('base64url');
}
