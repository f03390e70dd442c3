import {element} from './elements.js';

const types = [
  'account-step',
  'account-error',
  'account-session-expired',
  'account-upgrade-requested',
  'before-security-phone-change',
  'security-phone-changed',
];
const most = 50;

/** Lists what the elements inside `source` tell the page, newest first. */
export function logEvents(source, panel) {
  const list = panel.querySelector('ol');
  const none = panel.querySelector('#no-events');
  const clear = panel.querySelector('#clear-events');
  const show = () => {
    list.hidden = clear.hidden = list.childElementCount === 0;
    none.hidden = !list.hidden;
  };

  for (const type of types) {
    source.addEventListener(type, (event) => {
      list.prepend(entry(event));
      while (list.childElementCount > most) list.lastElementChild.remove();
      show();
    });
  }
  clear.addEventListener('click', () => {
    list.replaceChildren();
    show();
    panel.querySelector('h2').scrollIntoView({block: 'nearest'});
  });
}

function entry(event) {
  const time = element('time', {textContent: new Date().toLocaleTimeString(document.documentElement.lang)});
  const details = Object.entries(event)
    .filter(([name, value]) => name !== 'isTrusted' && value !== undefined)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return element(
    'li',
    {},
    element('code', {textContent: event.type}),
    ' ',
    time,
    element('span', {className: 'details', textContent: details.join(' · ')}),
  );
}
