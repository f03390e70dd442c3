import {copyButton} from './copy-button.js';
import {element} from './elements.js';
import {ask} from './requests.js';
import {drawInLanguage, text} from './texts.js';

const interval = 1500;

/** Shows the account's messages in a drawer that stays open beside the page; asks for new ones while it is open. */
export function messageDrawer(drawer, opener) {
  const list = drawer.querySelector('.list');
  const none = drawer.querySelector('#no-messages');
  const status = drawer.querySelector('#messages-status');
  let shown = [];
  let timer;

  const draw = () => {
    none.hidden = shown.length > 0;
    list.replaceChildren(...shown.map(entry));
  };
  const refresh = async () => {
    clearTimeout(timer);
    if (!drawer.open) return;
    if (!document.hidden) {
      const {messages} = await ask('GET', '/messages').catch(() => ({messages: shown}));
      // Drawn only when something changed: a rebuilt list would take the focus from its buttons.
      if (messages[0]?.messageId !== shown[0]?.messageId) {
        shown = messages;
        draw();
        status.textContent = text('messages.new');
      }
    }
    clearTimeout(timer);
    timer = setTimeout(refresh, interval);
  };
  const toggle = (open) => {
    if (open) drawer.show();
    else drawer.close();
    opener.ariaExpanded = String(open);
    if (open) void refresh();
    else {
      status.textContent = '';
      opener.focus();
    }
  };

  opener.addEventListener('click', () => toggle(!drawer.open));
  drawer.querySelector('#close-messages').addEventListener('click', () => toggle(false));
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') toggle(false);
  });
  drawInLanguage(draw);
}

function entry({channel, to, subject, text: content, code, sentAt}) {
  const meta = element(
    'p',
    {className: 'message-meta'},
    element('span', {textContent: text(channel === 'sms' ? 'messages.sms' : 'messages.email', {to})}),
    element('time', {
      dateTime: sentAt,
      textContent: new Date(sentAt).toLocaleTimeString(document.documentElement.lang),
    }),
  );
  const item = element('li', {}, meta);
  if (code) {
    const digits = element('output', {textContent: code});
    digits.ariaLabel = `${text('messages.code')} ${[...code].join(' ')}`;
    item.append(element('div', {className: 'message-code'}, digits, copyButton(code, text('copyCode'))));
  }
  item.append(element('p', {className: 'message-text', textContent: subject ? `${subject}\n${content}` : content}));
  return item;
}
