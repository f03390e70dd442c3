import {ContextProvider} from '@lit/context';
import {LitElement, css, html, type PropertyValues, type TemplateResult} from 'lit';
import {AccountError, createAccountClient, type AccountClient, type FetchClientSecret} from '../../src/index.js';
import {AccountErrorEvent} from '../events.js';
import {providedContext} from '../internal/contexts.js';
import type {Messages} from '../internal/localize.js';
import {AccountSessionExpiredEvent} from './account-provider.events.js';

/**
 * Gives the elements inside it their client, their session and their words. The standard `lang` attribute, here or
 * anywhere above, chooses their language.
 *
 * @fires {AccountSessionExpiredEvent} account-session-expired - When no session could be had, or a fresh one was refused.
 * @fires {AccountErrorEvent} account-error - When `endpoint` or the session source cannot be used.
 *
 * @slot - The elements, and whatever stands between them.
 */
export class AccountProviderElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties = {
    endpoint: {},
    sessionUrl: {attribute: 'session-url'},
    fetchClientSecret: {attribute: false},
    messages: {attribute: false},
  };

  /** Where the account service answers: `https`, or `http` on this machine. */
  declare endpoint: string | undefined;

  /** A path of the portal that gives the component session of the visitor who is logged in there. */
  declare sessionUrl: string | undefined;

  /** Gets the component session in the portal's own way. Goes before `sessionUrl`. */
  declare fetchClientSecret: FetchClientSecret | undefined;

  /** Words of the portal's own, by language. */
  declare messages: Messages | undefined;

  readonly #context = new ContextProvider(this, {context: providedContext, initialValue: undefined});
  #client: AccountClient | undefined;

  /** The client of the elements inside. Absent until `endpoint` and a session source are set, and when they cannot be used. */
  get client(): AccountClient | undefined {
    return this.#client;
  }

  protected override willUpdate(changed: PropertyValues<AccountProviderElement>): void {
    let problem = this.#context.value?.problem;
    if (changed.has('endpoint') || changed.has('sessionUrl') || changed.has('fetchClientSecret')) {
      this.#client?.close();
      [this.#client, problem] = this.#connect();
      if (problem) this.dispatchEvent(new AccountErrorEvent(problem));
    }
    this.#context.setValue({client: this.#client, problem, messages: this.messages});
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #connect(): [AccountClient | undefined, AccountError | undefined] {
    const {endpoint, sessionUrl, fetchClientSecret} = this;
    // Frameworks set one after the other.
    if (!endpoint || (!sessionUrl && !fetchClientSecret)) return [undefined, undefined];
    try {
      const source = fetchClientSecret ? {fetchClientSecret} : {sessionUrl: sessionUrl ?? ''};
      const onSessionExpired = () => this.dispatchEvent(new AccountSessionExpiredEvent());
      return [createAccountClient({endpoint, onSessionExpired, ...source}), undefined];
    } catch (error) {
      // The portal's developer has to see why; the operator sees that it is not the operator's fault.
      if (error instanceof Error) console.warn(`<account-provider>: ${error.message}`);
      return [undefined, new AccountError('UNEXPECTED')];
    }
  }
}
