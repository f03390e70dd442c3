import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {Bench} from '../support/bench.ts';
import {engines} from '../support/engines.ts';
import {refused, wrongCode} from '../support/visit.ts';

/** The forms in which a secret would be found by somebody who looks for it. */
const formsOf = (secret: string): string[] => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    Array.from(secret).reverse().join(''),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    createHash('sha256').update(secret).digest('hex'),
    createHash('sha1').update(secret).digest('hex'),
  ];
};

for (const engine of engines) {
  describe(`the database at rest on ${engine.name}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await Bench.open(engine, {sendsPerAddress: 1000});
    });
    after(async () => {
      await bench.database.close();
    });

    /** Everything in every table, binary values in hex. */
    const dump = async (): Promise<string> => {
      const tables = await bench.database.query<{name: string}>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      );
      assert.ok(tables.length > 12);
      const parts = [];
      for (const {name} of tables) {
        for (const row of await bench.database.query(`SELECT * FROM ${name}`)) {
          const values = Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
          parts.push(
            values.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : JSON.stringify(value))).join(' '),
          );
          // What is binary might hold text as it is.
          parts.push(...values.filter((value) => Buffer.isBuffer(value)).map((value) => value.toString('latin1')));
        }
      }
      return parts.join('\n');
    };

    it('holds no code, number, email, token or message after 20 conversations', async () => {
      const secrets = new Set<string>();
      const codes = new Set<string>();
      for (let count = 0; count < 20; count++) {
        const phone = bench.freshPhone();
        const email = `somebody-${count}@example.com`;
        const newPhone = bench.freshPhone();
        const visit = await bench.visit(await bench.account('new-account', {phone, email}));
        const challenge = await visit.asksForCode(count % 2 ? 'email' : 'phone');
        const code = await visit.newestCode();
        await refused(visit.enters(challenge, wrongCode(code)), 'CODE_INCORRECT');
        visit.securityToken = (await visit.enters(challenge, code)).securityToken;
        const proposal = await visit.proposes(newPhone);
        const newCode = await visit.newestCode();
        if (count % 4) await visit.confirms(proposal, newCode);
        for (const secret of [phone.slice(3), newPhone.slice(3), email, visit.securityToken]) secrets.add(secret);
        secrets.add('Your security phone was changed').add('change security phone').add('is your code to change');
        codes.add(code).add(newCode);
      }
      const everything = await dump();
      assert.ok(everything.includes('securityPhoneChanged'), 'the dump has the audit trail');
      for (const secret of secrets) {
        for (const form of formsOf(secret))
          assert.ok(!everything.includes(form), `${form} of ${secret} is in the dump`);
      }
      // Six digits may be part of anything by chance: an ID, a hash. As a value of their own they may not be there.
      for (const code of codes) {
        assert.ok(
          !new RegExp(`(^|[^0-9a-f])${code}([^0-9a-f]|$)`, 'm').test(everything.replaceAll(/\d{4}-\d\d-\d\dT\S+/g, '')),
        );
        for (const form of formsOf(code).slice(4)) assert.ok(!everything.includes(form));
      }
    });

    it('cannot be read or confused by moving what is sealed to another row', async () => {
      const [one, other] = [await bench.account('phone-only'), await bench.account('phone-only')];
      await bench.database.query(
        `UPDATE verification_methods SET destination =
           (SELECT destination FROM verification_methods WHERE account_id = $1) WHERE account_id = $2`,
        [one.accountId, other.accountId],
      );
      await assert.rejects(bench.reads(other.accountId));
    });
  });
}
