import {createHash, randomBytes} from 'node:crypto';

/** Who is logged in at the portal, and as which account of JD Cloud. */
export interface Visitor {
  readonly accountId: string;
  readonly loginName: string;
  /** The sample account that the visitor chose. */
  readonly persona: string;
  /** Component sessions that were minted for this login, to be ended with it. */
  readonly componentSessions: Set<string>;
}

interface Login {
  readonly visitor: Visitor;
  lastSeen: number;
}

const idleLimit = 8 * 60 * 60 * 1000;
const mostLogins = 10_000;

/** The portal's own logins, in memory: they end with the process. */
export class Visitors {
  readonly #logins = new Map<string, Login>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Begins a login and gives the value of its cookie. */
  login(visitor: Omit<Visitor, 'componentSessions'>): string {
    this.#forgetIdle();
    const id = randomBytes(24).toString('base64url');
    this.#logins.set(id, {visitor: {...visitor, componentSessions: new Set()}, lastSeen: this.#now()});
    return id;
  }

  /** Gives the visitor of a cookie, or undefined when the login is unknown or was idle for 8 hours. */
  find(id: string | undefined): Visitor | undefined {
    const login = id === undefined ? undefined : this.#logins.get(id);
    if (!login || this.#now() - login.lastSeen > idleLimit) return undefined;
    login.lastSeen = this.#now();
    return login.visitor;
  }

  /** Ends a login and gives its visitor. */
  logout(id: string | undefined): Visitor | undefined {
    if (id === undefined) return undefined;
    const visitor = this.#logins.get(id)?.visitor;
    this.#logins.delete(id);
    return visitor;
  }

  #forgetIdle(): void {
    for (const [id, {lastSeen}] of this.#logins) {
      if (this.#now() - lastSeen > idleLimit || this.#logins.size >= mostLogins) this.#logins.delete(id);
    }
  }
}

/**
 * Names a login to the account service without giving the cookie away: codes and proofs of identity that are asked
 * for in one login are worth nothing in another.
 */
export function visitIdOf(sessionId: string): string {
  return createHash('sha256').update(`account-kit visit ${sessionId}`).digest('base64url');
}
