import {element, report} from './elements.js';
import {preferences} from './preferences.js';
import {ask} from './requests.js';
import {nameOf} from './sample-data.js';
import {drawInLanguage, inPageLanguage, text} from './texts.js';

const accounts = document.querySelector('#accounts');
const retry = document.querySelector('#retry');

await preferences();
retry.addEventListener('click', load);
await load();

async function load() {
  retry.hidden = true;
  try {
    const {personas} = await ask('GET', '/sample-data');
    drawInLanguage(() => draw(personas));
    accounts.hidden = false;
    report();
  } catch {
    report(text('unavailable'));
    retry.hidden = false;
  }
}

function draw(personas) {
  accounts.querySelector('tbody').replaceChildren(
    ...personas.map(({persona, description}) => {
      const name = nameOf(persona);
      const button = element('button', {type: 'button', className: 'button', textContent: text('login.logIn')});
      button.ariaLabel = text('login.logInAs', {name});
      button.addEventListener('click', () => logIn(persona, button));
      const row = element(
        'tr',
        {},
        element('td', {textContent: name}),
        element('td', {textContent: inPageLanguage(description)}),
        element('td', {}, button),
      );
      row.dataset.persona = persona;
      return row;
    }),
  );
}

async function logIn(persona, button) {
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  button.textContent = text('login.busy');
  try {
    await ask('POST', '/login', {persona, language: document.documentElement.lang});
    location.assign('/security');
  } catch ({status}) {
    report(text(status === 400 ? 'login.unknown' : 'unavailable'));
    button.ariaDisabled = null;
    button.textContent = text('login.logIn');
  }
}
