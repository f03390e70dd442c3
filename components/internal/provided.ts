import {ContextConsumer} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import {providedContext} from './contexts.js';

/** Finds what the nearest provider gives, also when the provider is defined after its host. */
export function consumeProvided(host: ReactiveControllerHost & HTMLElement) {
  const consumer = new ContextConsumer(host, {context: providedContext, subscribe: true});
  const tag = 'account-provider';
  if (!customElements.get(tag)) void customElements.whenDefined(tag).then(() => consumer.hostConnected());
  return consumer;
}
