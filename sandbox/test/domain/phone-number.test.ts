import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkPhone, describeRegions, prefixOf} from '../../domain/phone-number.ts';
import {Refusal} from '../../domain/refusal.ts';
import {magicNumbers} from '../../personas/magic-numbers.ts';

const regions = ['CN', 'HK', 'MO', 'TW'];
const check = (phone: string, of = regions): string => {
  try {
    checkPhone(phone, of);
    return 'ok';
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.field, 'phone');
    return error.reason;
  }
};

describe('phone numbers', () => {
  it('are accepted when they are mobile numbers of a region that is served', () => {
    for (const phone of ['+8613800138000', '+8619912345678', '+8615412345678', '+8617912345678']) {
      assert.equal(check(phone), 'ok', phone);
    }
    for (const phone of ['+85291234567', '+85366123456', '+886912345678']) assert.equal(check(phone), 'ok', phone);
  });
  it('are refused when they are no mobile numbers', () => {
    for (const phone of ['+861062345678', '+864006151212', '+861064812345678', '+8612345678901', '+86013800138000']) {
      assert.equal(check(phone), 'PHONE_INVALID', phone);
    }
    for (const phone of ['+85221234567', '+886223456789', '+8860912345678', '+853123456']) {
      assert.equal(check(phone), 'PHONE_INVALID', phone);
    }
  });
  it('are refused when their region is not served', () => {
    for (const phone of ['+19005550100', '+88216123456', '+979123456789', '+999123456789', '+447700900123']) {
      assert.equal(check(phone), 'PHONE_REGION_NOT_ALLOWED', phone);
    }
    assert.equal(check('+85291234567', ['CN']), 'PHONE_REGION_NOT_ALLOWED');
    assert.equal(check('+8613800138000', ['HK']), 'PHONE_REGION_NOT_ALLOWED');
  });
  it('share a prefix with those that were handed out together', () => {
    assert.equal(prefixOf('+8613800138000'), '+861380013');
  });
  it('have a region with a name, a pattern and an example that fits it', () => {
    for (const {region, callingCode, pattern, example, name} of describeRegions([...regions, 'SG'])) {
      assert.match(example, new RegExp(pattern));
      assert.equal(check(`+${callingCode}${example}`, [region]), 'ok');
      assert.ok(name.en && name['zh-CN']);
    }
  });
  it('of the sandbox do what they are listed for', () => {
    for (const {phone, effect} of magicNumbers) {
      const expected =
        effect === 'regionNotAllowed' ? 'PHONE_REGION_NOT_ALLOWED' : effect === 'notMobile' ? 'PHONE_INVALID' : 'ok';
      assert.equal(check(phone), expected, phone);
    }
  });
});
