import type {HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Outcome} from '../domain/outcomes.ts';

/** How an answer reaches the client, or does not. */
export type Delivery = 'usual' | 'drop' | 'garbage' | 'html' | 'stall';

/** How the answer to a call is delivered when this outcome was ordered for it. */
export function deliveryOf(outcome: Outcome | undefined): Delivery {
  if (outcome === undefined) return 'usual';
  if ('drop' in outcome) return 'drop';
  if ('body' in outcome) return outcome.body;
  return 'stall' in outcome ? 'stall' : 'usual';
}

/** Delivers an answer of the contract, or what a captive portal, a bad proxy or a bad network makes of it. */
export function deliver(
  delivery: Delivery,
  {outgoing}: HttpBindings,
  status: number,
  headers: Record<string, string>,
  body: string,
): Response {
  switch (delivery) {
    case 'usual':
      return new Response(body, {status, headers});
    case 'html':
      return new Response('<!doctype html><title>Welcome</title><p>Please log in to this network.', {
        status: 200,
        headers: {...headers, 'content-type': 'text/html; charset=utf-8'},
      });
    case 'garbage':
      return new Response(body.slice(0, body.length / 2), {status, headers});
    case 'drop':
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'stall':
      outgoing.writeHead(status, {...headers, 'content-length': Buffer.byteLength(body)});
      outgoing.write(body.slice(0, body.length / 2));
      return RESPONSE_ALREADY_SENT;
  }
}
