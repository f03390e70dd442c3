import type {components} from './contract.js';
import {isCount, isId, isText, isTime, shape} from './shape.js';

/** A code that was sent. All times are by the service's clock. */
export type Challenge = components['schemas']['Challenge'];

/** Says whether a value is a challenge, as far as a conversation uses it. */
export const isChallenge = shape<Challenge>({
  challengeId: isId,
  purpose: isText,
  channel: isText,
  sentTo: isText,
  codeLength: isCount,
  sentAt: isTime,
  expiresAt: isTime,
  resendAt: isTime,
  attemptsLeft: isCount,
});
