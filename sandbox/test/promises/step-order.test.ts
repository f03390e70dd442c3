import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Refusal} from '../../domain/refusal.ts';
import type {Db} from '../../store/db.ts';
import {Bench} from '../support/bench.ts';
import {engines} from '../support/engines.ts';
import {Visit} from '../support/visit.ts';

const steps = ['start', 'identify', 'propose', 'confirm'] as const;
type Step = (typeof steps)[number];

/** What the operator holds, and whether it is worth something: the model that the service is compared with. */
interface Moment {
  readonly challengeId: string;
  readonly code: string;
  readonly token: string | undefined;
  readonly proposalId: string;
  readonly proposalCode: string;
  readonly started: boolean;
  readonly identified: boolean;
  readonly proposed: boolean;
  readonly changes: number;
}

const beginning: Moment = {
  challengeId: 'ch_none',
  code: '000000',
  token: undefined,
  proposalId: 'ch_none',
  proposalCode: '000000',
  started: false,
  identified: false,
  proposed: false,
  changes: 0,
};

/** What the model expects of a step. */
const isLegal = (moment: Moment, step: Step): boolean =>
  ({
    start: true,
    identify: moment.started,
    propose: moment.identified,
    confirm: moment.identified && moment.proposed,
  })[step];

const undo = new Error('undo');

/** A fingerprint of everything that steps can change. */
const stateOf = async (db: Db): Promise<string> => {
  const tables = [
    'accounts',
    'challenges',
    'security_tokens',
    'verification_methods',
    'messages',
    'sends',
    'audit_events',
  ];
  const parts = tables.map(
    (table) => `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${table} AS t`,
  );
  return JSON.stringify(await db.query(parts.join(' UNION ALL ')));
};

/** The number of sequences of up to `length` steps. */
const sequencesOf = (length: number): number => (length === 0 ? 0 : 4 * (1 + sequencesOf(length - 1)));

describe('the order of the steps', () => {
  it('is the only one that leads to a change, of all sequences of up to six steps', async () => {
    const [engine] = engines;
    assert.ok(engine);
    await using bench = await Bench.open(engine, {
      resendAfter: 1,
      sendsPerHour: 1000,
      sendsPerDay: 1000,
      sendsPerAddress: 1000,
      sendsPerPrefix: 1000,
      failuresBeforeLock: 100,
    });
    const account = await bench.account('phone-only');
    const {session, address} = await bench.visit(account);
    let sequences = 0;

    const take = async (db: Db, before: Moment, step: Step): Promise<Moment> => {
      // Every step runs in a savepoint of the transaction that is undone when the sequence was tried.
      const inside = Object.assign(Object.create(Bench.prototype) as Bench, bench, {database: db, now: bench.now});
      const visit = new Visit(inside, session, address);
      visit.securityToken = before.token;
      if (step === 'start') {
        const {challengeId} = await visit.asksForCode();
        return {...before, challengeId, code: await visit.newestCode(), started: true};
      }
      if (step === 'identify') {
        const {securityToken} = await visit.enters(before, before.code);
        return {...before, token: securityToken, started: false, identified: true};
      }
      if (step === 'propose') {
        const {challengeId} = await visit.proposes(`+861590001000${before.changes}`);
        return {...before, proposalId: challengeId, proposalCode: await visit.newestCode(), proposed: true};
      }
      await visit.confirms({challengeId: before.proposalId}, before.proposalCode);
      return {...before, started: false, identified: false, proposed: false, changes: before.changes + 1};
    };

    const explore = async (db: Db, path: readonly Step[], before: Moment): Promise<void> => {
      for (const step of steps) {
        sequences += 1;
        const left = 6 - path.length - 1;
        const name = [...path, step].join(' ');
        // What is repeated while its code lives is answered with the same challenge; anew needs a new moment.
        const pause = (step === 'start' && !before.started) || (step === 'propose' && !before.proposed) ? 2 : 0;
        bench.passes(pause);
        await db
          .transaction(async (inner) => {
            let next = before;
            let wasRefused = false;
            const state = await stateOf(inner);
            try {
              next = await take(inner, before, step);
              assert.ok(isLegal(before, step), `${name} was let through`);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
              assert.ok(!isLegal(before, step), `${name} was refused: ${error.reason}`);
              wasRefused = true;
            }
            const [row] = await inner.query<{changes: number}>(
              'SELECT phone_version AS changes FROM accounts WHERE account_id = $1',
              [account.accountId],
            );
            assert.equal(row?.changes, next.changes, name);
            // After a refusal that left no trace, what follows is what follows without it: it is tried there.
            if (wasRefused && (await stateOf(inner)) === state) sequences += sequencesOf(left);
            else if (left > 0) await explore(inner, [...path, step], next);
            throw undo;
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        bench.passes(-pause);
      }
    };

    await explore(bench.database, [], beginning);
    assert.equal(sequences, sequencesOf(6));
    assert.equal(sequences, 5460);
  });
});
