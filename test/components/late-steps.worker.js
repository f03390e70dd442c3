// Stands between its pages and the network: the page that registered it says what becomes of the later steps.
let outcome = 'hold';
let decide = () => undefined;
let decided = new Promise((resolve) => (decide = resolve));

globalThis.addEventListener('install', () => globalThis.skipWaiting());
globalThis.addEventListener('activate', (event) => event.waitUntil(globalThis.clients.claim()));
globalThis.addEventListener('message', ({data}) => {
  outcome = data;
  decide();
  decided = new Promise((resolve) => (decide = resolve));
});
globalThis.addEventListener('fetch', (event) => {
  if (!/\/steps\/steps\.[jt]s$/.test(new URL(event.request.url).pathname)) return;
  event.respondWith(
    (async () => {
      if (outcome === 'hold') await decided;
      return outcome === 'fail' ? Response.error() : fetch(event.request);
    })(),
  );
});
