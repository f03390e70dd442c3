import type {LaterState, View} from '../view.js';
import {choose} from './choose.js';
import {confirm} from './confirm.js';
import {jdAccount, locked, noMethod} from './dead-ends.js';
import {done} from './done.js';
import {identify} from './identify.js';
import {propose} from './propose.js';

/** Draws a state of the conversation after its first screen. */
export function drawStep(view: View, state: LaterState) {
  switch (state.step) {
    case 'choose':
      return choose(view, state);
    case 'identify':
      return identify(view, state);
    case 'propose':
      return propose(view, state);
    case 'confirm':
      return confirm(view, state);
    case 'done':
      return done(view, state);
    case 'jdAccount':
      return jdAccount(view, state);
    case 'noMethod':
      return noMethod(view, state);
    case 'locked':
      return locked(view, state);
    default:
      return state satisfies never;
  }
}
