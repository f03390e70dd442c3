import {describeUser, getAccount, listVerificationMethods} from './account-operations.ts';
import {
  createChallenge,
  getChallenge,
  listChallenges,
  resendChallenge,
  verifyChallenge,
} from './challenge-operations.ts';
import type {Operations} from './operation.ts';
import {confirmSecurityPhone, proposeSecurityPhone} from './security-phone.ts';

/** What this service does of the contract. */
export const operations: Operations = {
  confirmSecurityPhone,
  createChallenge,
  describeUser,
  getAccount,
  getChallenge,
  listChallenges,
  listVerificationMethods,
  proposeSecurityPhone,
  resendChallenge,
  verifyChallenge,
};
