import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ClientAddress} from '../../http/client-address.ts';

test('anybody can send X-Forwarded-For: from a peer that is no trusted proxy it is ignored', () => {
  const client = new ClientAddress(['10.0.0.0/8']);
  assert.equal(client.of('203.0.113.7', ['1.1.1.1']), '203.0.113.7');
  assert.equal(new ClientAddress([]).of('127.0.0.1', ['1.1.1.1']), '127.0.0.1');
});

test('behind trusted proxies it is the last address that is none of them', () => {
  const client = new ClientAddress(['10.0.0.0/8', '2001:db8::1']);
  assert.equal(client.of('10.1.1.1', ['198.51.100.9']), '198.51.100.9');
  // What stands before that address was sent by the client itself.
  assert.equal(client.of('10.1.1.1', ['1.1.1.1, 198.51.100.9, 10.2.2.2']), '198.51.100.9');
  assert.equal(client.of('10.1.1.1', ['1.1.1.1', '198.51.100.9']), '198.51.100.9');
  assert.equal(client.of('2001:db8::1', ['2001:db8::99']), '2001:db8::99');
});

test('what is no address is not believed', () => {
  const client = new ClientAddress(['10.0.0.0/8']);
  for (const forwarded of ['', 'unknown', 'fe80::1%eth0 x', '1.1.1', `${'1.1.1.1, '.repeat(50)}garbage`]) {
    assert.equal(client.of('10.1.1.1', [forwarded]), '10.1.1.1', forwarded);
  }
});

test('only addresses and networks can be trusted', () => {
  for (const proxy of ['proxy.example', '10.0.0.0/99', '*', '']) assert.throws(() => new ClientAddress([proxy]), proxy);
});
