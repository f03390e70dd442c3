import {report} from './elements.js';
import {logEvents} from './event-log.js';
import {messageDrawer} from './messages.js';
import {preferences} from './preferences.js';
import {ask} from './requests.js';
import {sampleData} from './sample-data.js';
import {text} from './texts.js';

// First, so that no event is missed.
logEvents(document.querySelector('account-provider'), document.querySelector('#events'));
await preferences();
messageDrawer(document.querySelector('#messages'), document.querySelector('#open-messages'));

const {persona} = document.querySelector('#sample-account').dataset;
const on = (id, action) =>
  document.querySelector(id).addEventListener('click', () => action().catch(() => report(text('unavailable'))));

on('#log-out', logOut);
on('#other-account', logOut);
on('#start-over', async () => {
  await ask('POST', '/login', {persona, language: document.documentElement.lang});
  location.reload();
});
await sampleData(persona).catch(() => report(text('unavailable')));

async function logOut() {
  await ask('POST', '/logout');
  location.assign('/');
}
