import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {maskEmail, maskPhone} from '../../domain/mask.ts';
import {changeNotice, codeEmail, codeSms, type CodeMessage} from '../../domain/message-text.ts';

/** Reads an origin-bound code as the WICG text says: the last line, `@host #code`, an embedded host at most. */
const readOriginBoundCode = (text: string) => {
  const last = text.split('\n').at(-1) ?? '';
  return /^@(?<host>[^\s#@]+) #(?<code>\S+)$/.exec(last)?.groups;
};

const identity: CodeMessage = {
  purpose: 'changeSecurityPhone',
  code: '012345',
  lifetime: 300,
  pageHost: 'portal.example.com',
  supportPhone: '400-615-1212',
};
const message: CodeMessage = {...identity, purpose: 'newSecurityPhone', newPhone: '139*****678'};

describe('masks', () => {
  it('show three digits at either end of a mainland number', () => {
    assert.equal(maskPhone('+8613800138000'), '138*****000');
  });
  it('show the calling code and two digits at either end of other numbers', () => {
    assert.equal(maskPhone('+85291234567'), '+852 91****67');
    assert.equal(maskPhone('+85366123456'), '+853 66****56');
    assert.equal(maskPhone('+886912345678'), '+886 91*****78');
  });
  it('show the first letters and the domain of an email', () => {
    assert.equal(maskEmail('lin@example.com'), 'li*****@example.com');
    assert.equal(maskEmail('sample@example.com'), 'sa*****@example.com');
    assert.equal(maskEmail('ab@example.com'), 'a*****@example.com');
    assert.equal(maskEmail('"a@b"@example.com'), '"a*****@example.com');
  });
});

describe('text messages with a code', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    for (const newPhone of ['139*****678', '+852 91****67', '+886 91*****78']) {
      it(`say what is signed, in one part, ending in the origin-bound code (${language}, ${newPhone})`, () => {
        const {text} = codeSms(language, {...message, newPhone});
        assert.ok(text.includes(newPhone));
        assert.deepEqual({...readOriginBoundCode(text)}, {host: 'portal.example.com', code: '012345'});
        assert.ok(text.length <= 70, `${text.length} units: ${text}`);
      });
    }
    it(`name the action also where the new number is not known yet (${language})`, () => {
      const {text} = codeSms(language, identity);
      assert.match(text, language === 'en' ? /change security phone/ : /修改安全手机/);
      assert.match(text, language === 'en' ? /5 min/ : /5分钟/);
      assert.ok(text.length <= 70);
      assert.ok(readOriginBoundCode(text));
    });
  }
  it('have no last line where no page is known', () => {
    assert.equal(codeSms('en', {...message, pageHost: ''}).text, '012345: new phone 139*****678. 5 min.');
  });
});

describe('emails and notices', () => {
  it('carry the code in the text and not in the subject', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const {subject, text} = codeEmail(language, message);
      assert.ok(text.includes('012345') && text.includes('400-615-1212'));
      assert.ok(!subject?.includes('012345'));
      assert.equal(readOriginBoundCode(text), undefined);
    }
  });
  it('say the new number, when, and how to object', () => {
    const notice = {newPhone: '139*****678', at: new Date('2026-11-20T16:46:59.999Z'), supportPhone: '400-615-1212'};
    assert.equal(
      changeNotice('en', notice).text,
      'JD Cloud: your security phone is 139*****678 since 2026-11-21 00:46 (UTC+8). Not you? Call 400-615-1212 at once.',
    );
    assert.equal(
      changeNotice('zh-CN', notice).text,
      '京东云：您的安全验证手机已于2026-11-21 00:46 (UTC+8)改为139*****678。如非本人操作，请立即致电400-615-1212。',
    );
  });
});
