import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import type {Db} from '../../store/db.ts';
import {migrate, migrations} from '../../store/migrate.ts';
import type {Engine} from '../../store/transaction.ts';
import {signal} from '../support/signal.ts';
import {openTestEngine} from '../support/empty-engine.ts';

let engine: Engine;
before(async () => {
  engine = await openTestEngine();
  await engine.query('CREATE TABLE items (id integer PRIMARY KEY, count integer NOT NULL DEFAULT 0)');
});
after(() => engine.close());
beforeEach(() => engine.query('DELETE FROM items'));

const items = async (db: Db = engine) =>
  (await db.query<{id: number}>('SELECT id FROM items ORDER BY id')).map(({id}) => id);
const insert = (db: Db, id: number) => db.query('INSERT INTO items (id) VALUES ($1)', [id]);

test('values come back in the same form from both engines', async () => {
  const moment = new Date('2026-11-20T06:46:00.123Z');
  const [row] = await engine.query(
    `SELECT $1::timestamptz AS moment, $2::bigint AS big, count(*) AS counted, $3::bytea AS bytes, $4::text[] AS list,
       '2026-11-20'::date AS day, true AS yes, NULL::text AS nothing, $5::text AS text
     FROM items`,
    [moment, '9007199254740991', Buffer.from([0, 255, 7]), ['a', 'b,"c'], '安全手机 😀'],
  );
  assert.deepEqual(row, {
    moment,
    big: 9_007_199_254_740_991,
    counted: 0,
    bytes: Buffer.from([0, 255, 7]),
    list: ['a', 'b,"c'],
    day: '2026-11-20',
    yes: true,
    nothing: null,
    text: '安全手机 😀',
  });
});

describe('a transaction', () => {
  test('keeps all or nothing', async () => {
    await engine.transaction(async (db) => {
      await insert(db, 1);
      await insert(db, 2);
    });
    await assert.rejects(
      engine.transaction(async (db) => {
        await insert(db, 3);
        throw new Error('no');
      }),
      /^Error: no$/,
    );
    assert.deepEqual(await items(), [1, 2]);
  });

  test('within another is rolled back alone, also after a failed statement', async () => {
    await engine.transaction(async (db) => {
      await insert(db, 1);
      await assert.rejects(
        db.transaction(async (inner) => {
          await insert(inner, 2);
          await inner.transaction((innermost) => insert(innermost, 3));
          await insert(inner, 1);
        }),
      );
      await db.transaction((inner) => insert(inner, 4));
      assert.deepEqual(await items(db), [1, 4]);
    });
    assert.deepEqual(await items(), [1, 4]);
  });

  test('is not seen and not disturbed by what others do meanwhile', async () => {
    await insert(engine, 0);
    await Promise.all(
      Array.from({length: 50}, (_, index) =>
        engine
          .transaction(async (db) => {
            await db.query('UPDATE items SET count = count + 1 WHERE id = 0');
            await insert(db, index + 1);
            if (index % 2 === 0) throw new Error('rolled back');
          })
          .catch(() => undefined),
      ),
    );
    const [zero] = await engine.query<{count: number}>('SELECT count FROM items WHERE id = 0');
    assert.equal(zero?.count, 25);
    assert.equal((await items()).length, 26);
  });

  test('that loses against another is tried again, three times', async () => {
    let tries = 0;
    const losing = (times: number) =>
      engine.transaction(async (db) => {
        tries += 1;
        await insert(db, tries);
        if (tries <= times) throw Object.assign(new Error('deadlock detected'), {code: '40P01'});
        return tries;
      });
    assert.equal(await losing(3), 4);
    assert.deepEqual(await items(), [4]);
    await engine.query('DELETE FROM items');
    tries = 0;
    await assert.rejects(losing(9), {name: 'Unavailable'});
    assert.equal(tries, 4);
  });

  test('of two that wait for each other both succeed', async () => {
    // The embedded engine runs one at a time: there the first one meets nobody.
    const expected = engine.engine === 'pglite' ? 1 : 2;
    await insert(engine, 1);
    await insert(engine, 2);
    let first = true;
    let arrived = 0;
    const met = signal();
    const both = (one: number, other: number) =>
      engine.transaction(async (db) => {
        await db.query('UPDATE items SET count = count + 1 WHERE id = $1', [one]);
        if (first) {
          arrived += 1;
          if (arrived === expected) met.give();
          await met.given;
          first = false;
        }
        await db.query('UPDATE items SET count = count + 1 WHERE id = $1', [other]);
      });
    await Promise.all([both(1, 2), both(2, 1)]);
    assert.deepEqual(await engine.query('SELECT count FROM items'), [{count: 2}, {count: 2}]);
  });
});

describe('migrations', () => {
  test('are applied once, also by several that start at once', async () => {
    const fresh = await openTestEngine();
    try {
      await Promise.all([migrate(fresh), migrate(fresh), migrate(fresh)]);
      const applied = await fresh.query<{name: string}>('SELECT name FROM migrations ORDER BY name');
      assert.deepEqual(
        applied.map(({name}) => name),
        migrations().map(({name}) => name),
      );
    } finally {
      await fresh.close();
    }
  });

  test('are all or nothing, and say what is wrong', async () => {
    const fresh = await openTestEngine();
    const first = {name: '001_first.sql', sql: 'CREATE TABLE one (id int); CREATE TABLE two (id int);'};
    try {
      await assert.rejects(
        migrate(fresh, [first, {name: '002_second.sql', sql: 'CREATE TABLE three (id int); nonsense;'}]),
      );
      assert.deepEqual(
        await fresh.query(`SELECT tablename FROM pg_tables WHERE tablename IN ('one', 'three', 'migrations')`),
        [],
      );
      await migrate(fresh, [first]);
      await assert.rejects(migrate(fresh, [{...first, sql: `${first.sql} `}]), /001_first\.sql was changed/);
      await assert.rejects(migrate(fresh, []), /newer version: 001_first\.sql/);
      await migrate(fresh, [first, {name: '002_second.sql', sql: 'CREATE TABLE three (id int)'}]);
    } finally {
      await fresh.close();
    }
  });
});
