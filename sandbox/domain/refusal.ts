import type {components} from '../../src/contract.ts';

export type Reason = components['schemas']['Reason'];
export type Metadata = NonNullable<components['schemas']['Failure']['error']['details'][number]['metadata']>;

/**
 * The service will not do what was asked, for a reason of the contract. HTTP code, status and message
 * of a reason stand in `openapi.yaml`, under `components.examples`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: Reason;
  readonly field: string | undefined;
  readonly metadata: Metadata | undefined;
  /** True when what was written before the refusal must stay: a wrong code costs an attempt. */
  readonly keepsEffect: boolean;

  constructor(
    reason: Reason,
    options: {field?: string | undefined; metadata?: Metadata | undefined; keepsEffect?: boolean} = {},
  ) {
    super(reason);
    this.reason = reason;
    this.field = options.field;
    this.metadata = options.metadata;
    this.keepsEffect = options.keepsEffect ?? false;
  }
}
