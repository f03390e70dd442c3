import {html} from 'hono/html';
import type {Message} from '../domain/message.ts';

/** Languages of the inbox page. */
export type InboxLanguage = 'en' | 'zh-CN';

const texts = {
  en: {
    title: 'Inbox',
    intro: 'Every message that this sandbox would have sent. Nothing leaves this machine.',
    account: 'Account ID',
    show: 'Show',
    all: 'Show all',
    refresh: 'Refresh',
    empty: 'No messages yet.',
    emptyFor: 'No messages for this account yet.',
    sms: 'Text message',
    email: 'Email',
    code: 'Code',
    notice: 'Notice',
    to: 'to',
    other: '中文',
  },
  'zh-CN': {
    title: '收件箱',
    intro: '沙箱本应发出的全部消息。消息不会离开本机。',
    account: '账号 ID',
    show: '查看',
    all: '查看全部',
    refresh: '刷新',
    empty: '暂无消息。',
    emptyFor: '该账号暂无消息。',
    sms: '短信',
    email: '邮件',
    code: '验证码',
    notice: '通知',
    to: '发送至',
    other: 'English',
  },
} as const;

type Texts = (typeof texts)[InboxLanguage];

const address = (language: InboxLanguage, accountId: string | undefined): string =>
  `/sandbox/inbox?${new URLSearchParams({lang: language, ...(accountId !== undefined && {accountId})}).toString()}`;

const time = (at: Date, language: InboxLanguage): string =>
  new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai'}).format(at);

const card = (message: Message, language: InboxLanguage, t: Texts) => html`
  <li class="message">
    <p class="head">
      <span class="kind">${message.kind === 'code' ? t.code : t.notice}</span>
      <span>${t[message.channel]} ${t.to} <bdi>${message.to}</bdi></span>
      <time datetime="${message.createdAt.toISOString()}">${time(message.createdAt, language)} (UTC+8)</time>
    </p>
    ${message.code === undefined ? '' : html`<p class="code"><output>${message.code}</output></p>`}
    ${message.subject === undefined ? '' : html`<h2>${message.subject}</h2>`}
    <p class="text">${message.text}</p>
    <p class="account">${t.account} ${message.accountId}</p>
  </li>
`;

/** The inbox as a page: newest first, every value escaped, without script or inline style. */
export function inboxPage(
  messages: readonly Message[],
  {language, accountId}: {language: InboxLanguage; accountId: string | undefined},
) {
  const t = texts[language];
  const other = language === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${t.title}</title>
        <link rel="stylesheet" href="/sandbox/inbox.css" />
      </head>
      <body>
        <main>
          <header>
            <h1>${t.title}</h1>
            <nav>
              <a href="${address(language, accountId)}">${t.refresh}</a>
              <a href="${address(other, accountId)}" lang="${other}">${t.other}</a>
            </nav>
          </header>
          <p class="intro">${t.intro}</p>
          <form action="/sandbox/inbox" method="get">
            <input type="hidden" name="lang" value="${language}" />
            <label for="accountId">${t.account}</label>
            <input id="accountId" name="accountId" inputmode="numeric" autocomplete="off" value="${accountId ?? ''}" />
            <button>${t.show}</button>
            ${accountId === undefined ? '' : html`<a href="${address(language, undefined)}">${t.all}</a>`}
          </form>
          ${
            messages.length === 0
              ? html`<p class="empty">${accountId === undefined ? t.empty : t.emptyFor}</p>`
              : html`<ul>
                  ${messages.map((message) => card(message, language, t))}
                </ul>`
          }
        </main>
      </body>
    </html>`;
}
