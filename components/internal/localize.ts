import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {FirstScreenTexts} from '../locales/en.first-screen.js';
import type {Texts} from '../locales/en.js';
import type {override as overrideTexts} from './override.js';
import {fetchTexts, isWhole, lookup, onTexts, textsOf, type Messages} from './texts.js';

export type {Messages} from './texts.js';

/** Lays a portal's own words over texts. Loaded for the first portal that has some. */
let override: typeof overrideTexts | undefined;

type Host = ReactiveControllerHost & HTMLElement;

/** Speaks the language of the nearest `lang`, also across shadow roots, and redraws its host when that changes. */
export class Localize implements ReactiveController {
  readonly #host: Host;
  readonly #messages: () => Messages | undefined;
  #connection = new AbortController();
  #requested = '';
  /** The language that is spoken: another one only once its texts are here, so that nothing is drawn twice. */
  #tag: string | undefined;
  #memo: {from: FirstScreenTexts | Texts; messages: Messages | undefined; texts: FirstScreenTexts | Texts} | undefined;

  constructor(host: Host, messages: () => Messages | undefined) {
    this.#host = host;
    this.#messages = messages;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    onTexts(() => this.#host.requestUpdate(), signal);
    const observer = new MutationObserver(() => this.#resolve());
    for (let node: Node | undefined = this.#host; node; node = above(node.getRootNode())) {
      observer.observe(node.getRootNode(), {attributes: true, attributeFilter: ['lang'], subtree: true});
    }
    signal.addEventListener('abort', () => observer.disconnect());
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  /** The nearest `lang`, as the page spells it. */
  get requested(): string {
    return this.#requested;
  }

  /** The words of the first screen. Absent while the language is on its way. */
  get firstScreen(): FirstScreenTexts | undefined {
    const from = this.#tag && textsOf(this.#tag);
    if (!from) return undefined;
    const messages = this.#messages();
    if (!messages) return from;
    if (!override) {
      void this.#fetchOverride();
      return undefined;
    }
    if (this.#memo?.from !== from || this.#memo.messages !== messages) {
      this.#memo = {from, messages, texts: override(from, Object.hasOwn(messages, from.tag) && messages[from.tag])};
    }
    return this.#memo.texts;
  }

  /** All words. Absent while they are on their way. */
  get texts(): Texts | undefined {
    const texts = this.firstScreen;
    return isWhole(texts) ? texts : undefined;
  }

  async #fetchOverride(): Promise<void> {
    // Without the network, the kit's own words are better than an empty page.
    override ??= (await import('./override.js').catch(() => ({override: <T>(texts: T) => texts}))).override;
    this.#host.requestUpdate();
  }

  #resolve(): void {
    this.#requested = nearestLanguage(this.#host);
    const tag = lookup(this.#requested);
    const speak = (spoken: string) => {
      if (lookup(this.#requested) !== tag) return;
      this.#tag = spoken;
      this.#host.requestUpdate();
    };
    if (textsOf(tag)) speak(tag);
    // Without the network, English is better than an empty page.
    else
      fetchTexts(tag).then(
        () => speak(tag),
        () => speak('en'),
      );
  }
}

function above(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host : undefined;
}

function nearestLanguage(element: Element): string {
  for (let node: Node | null | undefined = element; node; node = node.parentNode ?? above(node)) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') ?? '';
  }
  return '';
}
