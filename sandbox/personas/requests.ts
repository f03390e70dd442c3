import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import {reasons} from '../../src/contract.ts';
import {operations} from '../domain/operations.ts';
import type {OperationId} from '../domain/operation.ts';
import type {Outcome} from '../domain/outcomes.ts';
import {personaNames} from './personas.ts';
import type {SampleOrder} from './sample-account.ts';

/** A request of the sandbox's own API is not of its form. The message says what is wrong. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** What `PUT /sandbox/clock` takes. */
export type ClockRequest =
  {readonly now: string; readonly frozen?: boolean} | {readonly advanceSeconds: number} | {readonly reset: true};

/** What `POST /sandbox/outcomes` takes. */
export interface OutcomeRequest {
  readonly accountId: string;
  readonly operationId: OperationId;
  readonly outcome: Outcome;
  readonly times?: number;
}

const only = (properties: Record<string, object>, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const accountId = {type: 'string', pattern: String.raw`^\d{12}$`};

const ajv = new Ajv2020({strict: true, strictRequired: false, allErrors: false});

const check =
  <Body>(validate: ValidateFunction<Body>) =>
  (value: unknown): Body => {
    if (validate(value)) return value;
    // Of a choice that fails, the last error is about the choice as a whole.
    const error = validate.errors?.at(-1);
    const unknown = error?.params.additionalProperty as string | undefined;
    const missing = error?.params.missingProperty as string | undefined;
    const path = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
    const field = [path, unknown ?? missing ?? ''].filter((part) => part !== '').join('.');
    const allowed = error?.params.allowedValues as readonly string[] | undefined;
    const hint = allowed ? `: ${allowed.join(', ')}` : '';
    throw new InvalidRequest(
      `${field === '' ? 'the body' : field} ${unknown === undefined ? (error?.message ?? 'is wrong') : 'is not known here'}${hint}`,
      field === '' ? undefined : field,
    );
  };

/** Checks the body of `POST /sandbox/accounts`. */
export const checkSampleOrder = check(
  ajv.compile<SampleOrder>(
    only(
      {
        persona: {enum: personaNames},
        language: {enum: ['en', 'zh-CN']},
        phone: {type: 'string', pattern: String.raw`^\+[1-9]\d{5,14}$`},
        email: {type: 'string', pattern: String.raw`^[^@\s]{1,64}@[^@\s]{1,189}$`},
        accessKeyId: {type: 'string', minLength: 1, maxLength: 128},
      },
      ['persona'],
    ),
  ),
);

/** Checks the body of `PUT /sandbox/clock`. */
export const checkClockRequest = check(
  ajv.compile<ClockRequest>({
    ...only(
      {
        now: {
          type: 'string',
          pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$`,
        },
        frozen: {type: 'boolean'},
        advanceSeconds: {type: 'number', minimum: -1e9, maximum: 1e9},
        reset: {const: true},
      },
      [],
    ),
    oneOf: [{required: ['now']}, {required: ['advanceSeconds']}, {required: ['reset']}],
    dependentRequired: {frozen: ['now']},
  }),
);

/** Checks the body of `POST /sandbox:reset`: `{}`. */
export const checkReset = check(ajv.compile<object>(only({})));

/** Checks the body of `POST /sandbox/outcomes`. */
export const checkOutcomeRequest = check(
  ajv.compile<OutcomeRequest>(
    only(
      {
        accountId,
        operationId: {enum: Object.keys(operations)},
        outcome: {
          type: 'object',
          oneOf: [
            only({reason: {enum: reasons}, metadata: {type: 'object'}}, ['reason']),
            only({delayMs: {type: 'integer', minimum: 0, maximum: 60_000}}),
            only({drop: {enum: ['before', 'after']}}),
            only({body: {enum: ['garbage', 'html']}}),
            only({stall: {const: true}}),
          ],
        },
        times: {type: 'integer', minimum: 1, maximum: 1000},
      },
      ['accountId', 'operationId', 'outcome'],
    ),
  ),
);
