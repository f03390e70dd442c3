import addFormats from 'ajv-formats';
import {Ajv2020, type ErrorObject, type ValidateFunction} from 'ajv/dist/2020.js';
import {Refusal} from '../domain/refusal.ts';
import type {Contract, ContractOperation, Parameter} from './contract.ts';

const root = 'contract';

/** Checks requests and answers against the contract. */
export class Validation {
  readonly #bodies: Ajv2020;
  readonly #parameters: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor({document}: Contract) {
    const options = {strict: true, allErrors: false, useDefaults: true, addUsedSchema: false};
    this.#bodies = new Ajv2020(options);
    // Queries and paths are text: "20" is the number 20 there.
    this.#parameters = new Ajv2020({...options, coerceTypes: true});
    [this.#bodies, this.#parameters].forEach((ajv) => {
      addFormats.default(ajv);
      // To Ajv the whole contract is one schema; its own sections say nothing about a value.
      ajv.addVocabulary(Object.keys(document));
      ajv.addSchema(document, root, false, false);
    });
  }

  /** Gives the path parameters back, or throws `NOT_FOUND`: what is not of the form of a name names nothing. */
  path(operation: ContractOperation, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const validate = this.#schema(operation, 'path');
    if (!validate({...values})) throw new Refusal('NOT_FOUND');
    return values;
  }

  /** The query, with defaults. Throws `REQUEST_INVALID` for an unknown, repeated or malformed parameter. */
  query(operation: ContractOperation, text: string): Readonly<Record<string, unknown>> {
    // An operation without parameters has nothing to refuse with: what it does not read cannot matter.
    if (!operation.reasons.has('REQUEST_INVALID') || operation.parameters.every((one) => one.in !== 'query')) return {};
    const given = new URLSearchParams(text);
    const values: Record<string, unknown> = {};
    for (const [name, value] of given) {
      if (Object.hasOwn(values, name) || name === '__proto__')
        throw new Refusal('REQUEST_INVALID', {field: plainName(name)});
      values[name] = value;
    }
    const validate = this.#schema(operation, 'query');
    if (!validate(values)) throw new InvalidRequest('query', validate.errors);
    return values;
  }

  /** The body, with defaults. Throws `REQUEST_INVALID` that names the field and never its value. */
  body(operation: ContractOperation, value: unknown): unknown {
    const validate = this.#reference(`${operation.pointer}/requestBody/content/application~1json/schema`);
    if (!validate(value)) throw new InvalidRequest('body', validate.errors);
    return value;
  }

  /** What is wrong with an answer of the service, `undefined` when nothing is. */
  answer(operation: ContractOperation, status: number, body: unknown): string | undefined {
    const validate =
      status === 200
        ? this.#reference(`${operation.pointer}/responses/200/content/application~1json/schema`)
        : this.#reference('#/components/schemas/Failure');
    return validate(body) ? undefined : this.#bodies.errorsText(validate.errors);
  }

  #reference(pointer: string): ValidateFunction {
    return this.#cached(pointer, () => this.#bodies.compile({$ref: `${root}${pointer}`}));
  }

  #schema({pointer, parameters}: ContractOperation, place: Parameter['in']): ValidateFunction {
    return this.#cached(`${pointer}/${place}`, () => {
      const here = parameters.filter((parameter) => parameter.in === place);
      return this.#parameters.compile({
        type: 'object',
        additionalProperties: false,
        required: here.filter(({required}) => required).map(({name}) => name),
        properties: Object.fromEntries(here.map(({name, schema}) => [name, schema])),
      });
    });
  }

  #cached(key: string, compile: () => ValidateFunction): ValidateFunction {
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const validate = compile();
    this.#compiled.set(key, validate);
    return validate;
  }
}

/** `REQUEST_INVALID` with a message for developers. */
export class InvalidRequest extends Refusal {
  /** Says what the contract wants at which field; made of the contract's words only. */
  readonly explanation: string | undefined;

  constructor(place: 'body' | 'query', errors: ErrorObject[] | null | undefined) {
    const [error] = errors ?? [];
    const field = error && fieldOf(error);
    super('REQUEST_INVALID', field === undefined ? {} : {field});
    this.explanation = error && `${[place, field].filter(Boolean).join('/')} ${error.message ?? 'is not valid'}`;
  }
}

function fieldOf({instancePath, params}: ErrorObject): string | undefined {
  const {missingProperty, additionalProperty} = params as {missingProperty?: string; additionalProperty?: string};
  const steps = [...instancePath.split('/').slice(1), missingProperty ?? additionalProperty];
  const names = steps.filter((step) => step !== undefined).map(plainName);
  return names.length > 0 && names.every((name) => name !== undefined) ? names.join('/') : undefined;
}

/** A name that the caller made up may hold anything, a number that was put in the wrong place for example. */
function plainName(name: string): string | undefined {
  return /^(?:[A-Za-z][A-Za-z_-]{0,40}|\d{1,2})$/.test(name) ? name : undefined;
}
