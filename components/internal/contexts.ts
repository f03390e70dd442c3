import {createContext} from '@lit/context';
import type {AccountClient, AccountError} from '../../src/index.js';
import type {Messages} from './localize.js';

/** What a provider gives to the elements inside it. */
export interface Provided {
  /** Where requests go. Absent while the provider is not configured, or cannot be. */
  readonly client?: AccountClient | undefined;
  /** Why there is no client. */
  readonly problem?: AccountError | undefined;
  /** The portal's own words. */
  readonly messages?: Messages | undefined;
}

/** Found by name, so that an element and a provider of two copies of the kit understand each other. */
export const providedContext = createContext<Provided | undefined>(Symbol.for('@jdcloud/account-kit'));
