import type {BrowserContext, Page} from 'playwright-core';

/** What a page's witness noted. */
interface Seen {
  readonly places: string[];
}

/**
 * Notes everything that a secret could leak into on a page, from its first moment on: every attribute and text node
 * that ever was, in shadow roots too, and every property of every event of the elements.
 */
export async function witness(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const places: string[] = [];
    Object.assign(globalThis, {witnessed: {places}});

    const asText = (value: unknown): string => {
      try {
        return JSON.stringify([value]);
      } catch {
        // An element, or something else that leads back to itself.
        return String(value);
      }
    };
    const note = (node: Node): void => {
      if (node instanceof CharacterData) places.push(`text: ${node.data}`);
      if (node instanceof Element) {
        for (const {name, value} of node.attributes) places.push(`attribute ${name}: ${value}`);
      }
      for (const child of node.childNodes) note(child);
    };
    const watch = (root: Node): void => {
      new MutationObserver((records) => {
        for (const {type, target, attributeName, addedNodes} of records) {
          if (type === 'childList') addedNodes.forEach(note);
          else if (target instanceof CharacterData) places.push(`text: ${target.data}`);
          else if (target instanceof Element && attributeName) {
            places.push(`attribute ${attributeName}: ${target.getAttribute(attributeName) ?? ''}`);
          }
        }
      }).observe(root, {attributes: true, characterData: true, childList: true, subtree: true});
    };
    watch(document);
    const attachShadow = Reflect.get(Element.prototype, 'attachShadow');
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      watch(root);
      return root;
    };

    const dispatch = Reflect.get(EventTarget.prototype, 'dispatchEvent');
    EventTarget.prototype.dispatchEvent = function (event) {
      for (const name of Reflect.ownKeys(event)) {
        places.push(`event ${event.type}.${String(name)}: ${asText(Reflect.get(event, name))}`);
      }
      return dispatch.call(this, event);
    };
  });
}

/** Everything that the page shows, keeps and noted, one place a line. */
export async function testimony(page: Page): Promise<readonly string[]> {
  const inPage = await page.evaluate(async () => {
    const {places} = Reflect.get(globalThis, 'witnessed') as Seen;
    const kept = [...places];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const {name, value} of element.attributes) kept.push(`attribute ${name} now: ${value}`);
        kept.push(`text now: ${element.textContent}`);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    kept.push(`localStorage: ${JSON.stringify(Object.entries(localStorage))}`);
    kept.push(`sessionStorage: ${JSON.stringify(Object.entries(sessionStorage))}`);
    kept.push(`document.cookie: ${document.cookie}`);
    kept.push(`location: ${location.href}`);
    kept.push(`history.state: ${JSON.stringify(history.state)}`);
    kept.push(`window.name: ${window.name}`);
    for (const {name} of performance.getEntries()) kept.push(`performance: ${name}`);
    for (const {name} of await indexedDB.databases()) kept.push(`IndexedDB: ${name ?? ''}`);
    for (const name of await caches.keys()) kept.push(`cache: ${name}`);
    return kept;
  });
  const cookies = await page.context().cookies();
  return [...inPage, ...cookies.map(({name, value}) => `cookie ${name}: ${value}`)];
}
