import {expect, fixture, html} from '@open-wc/testing';
import type {Messages} from '../../components/index.js';
import {override} from '../../components/internal/override.js';
import {lookup} from '../../components/internal/texts.js';
import {en} from '../../components/locales/en.js';
import {zhCN} from '../../components/locales/zh-CN.js';
import {Page, show} from '../support/browser/page.js';
import {challenge, flowAt, known} from '../support/browser/sample-states.js';

const identify = () => flowAt({step: 'identify', ...known, challenge: challenge()});

describe('Languages', () => {
  it('finds the language that comes closest to a tag', () => {
    for (const [tag, found] of [
      ['en', 'en'],
      ['en-GB', 'en'],
      ['EN_us', 'en'],
      ['zh', 'zh-CN'],
      ['zh-Hans-CN', 'zh-CN'],
      ['zh-Hant-TW-x-sample', 'zh-CN'],
      ['ZH-cn', 'zh-CN'],
      ['fr', 'en'],
      ['', 'en'],
      ['../../x', 'en'],
      ['__proto__', 'en'],
      ['constructor', 'en'],
    ] as const) {
      expect(lookup(tag), tag).to.equal(found);
    }
  });

  it('has every text in every language', () => {
    const keys = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
        typeof part === 'object' && part !== null ? keys(part, `${path}${key}.`) : [`${path}${key}`],
      );
    expect(keys(zhCN).toSorted()).to.deep.equal(keys(en).toSorted());
  });

  it('follows a change of lang anywhere above, also across a shadow root, and keeps what was typed', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const root = outer.attachShadow({mode: 'open'});
    const editor = document.createElement('security-phone-editor');
    editor.flow = identify();
    root.append(editor);
    const page = new Page(editor);
    await page.sees('Enter your code');
    page.types('code', '123');
    outer.lang = 'zh-CN';
    await page.sees('请输入验证码');
    expect(page.field('code').value).to.equal('123');
    outer.lang = 'en-GB';
    await page.sees('Enter your code');
  });

  it('draws no words of another language while its own is on the way', async () => {
    const page = await show(identify(), 'zh-CN');
    await page.sees('请输入验证码');
    expect(page.text).not.to.match(/[a-z]{3}/i);
  });

  it('takes the words of the portal, each in its language', async () => {
    const page = await show(identify());
    const messages: Messages = {en: {securityPhoneChange: {identify: {heading: 'Is it you?'}}}};
    page.editor.messages = messages;
    await page.sees('Is it you?');
    await page.sees('Code from the text message');
    page.editor.lang = 'zh-CN';
    await page.sees('请输入验证码');
  });

  it('passes over words that are no words', () => {
    const hostile = {
      overview: {
        heading: 42,
        intro: '<b>bold</b>',
        get change(): string {
          throw new Error('no');
        },
      },
      code: {
        sentTo: () => {
          throw new Error('no');
        },
        resendIn: () => ({}),
        resent: 'Sent.',
      },
      common: null,
      unknown: {deep: 'x'},
      __proto__: {tag: 'xx'},
    };
    const texts = override(en, hostile);
    expect(texts.overview.heading).to.equal(en.overview.heading);
    expect(texts.overview.intro).to.equal('<b>bold</b>');
    expect(texts.overview.change).to.equal(en.overview.change);
    expect(texts.code.sentTo('x')).to.equal(en.code.sentTo('x'));
    expect(texts.code.resendIn('0:01')).to.equal(en.code.resendIn('0:01'));
    expect(texts.code.resent('x')).to.equal('Sent.');
    expect(texts.common).to.deep.equal(en.common);
    expect(texts.tag).to.equal('en');
    expect(texts).not.to.have.property('unknown');
  });
});
