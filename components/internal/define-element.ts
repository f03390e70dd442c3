declare const __VERSION__: string | undefined;

/** The version of this copy of the kit; `source` when it runs unbuilt. */
export const version = typeof __VERSION__ === 'string' ? __VERSION__ : 'source';

const key = Symbol.for('@jdcloud/account-kit.version');

/**
 * Registers an element. When another copy of the kit was first, that one stays and the console says so: a tag can
 * be defined only once, and half of two copies is worse than one whole.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const first = customElements.get(tag);
  if (first === element) return;
  if (first) {
    const theirs: unknown = Reflect.get(first, key);
    console.warn(
      `<${tag}> is defined already by ${typeof theirs === 'string' ? `account-kit ${theirs}` : 'something else'}; ` +
        `account-kit ${version} leaves it as it is.`,
    );
    return;
  }
  Reflect.set(element, key, version);
  customElements.define(tag, element);
}
