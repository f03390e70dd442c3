/** The configuration cannot be used. `message` has a line for every problem, so that all can be cured at once. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration has problems:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** Bounds of a number, both included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Reads variables and collects what is wrong with them. Problems name the variable and never quote a secret. */
export class Environment {
  readonly problems: string[] = [];
  readonly #variables: NodeJS.ProcessEnv;

  constructor(variables: NodeJS.ProcessEnv) {
    this.#variables = variables;
  }

  /** The value; `undefined` when it is not set or empty. */
  text(name: string): string | undefined {
    const value = this.#variables[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(name: string, usual: number, {min, max}: Bounds): number {
    const text = this.text(name);
    if (text === undefined) return usual;
    const value = Number(text);
    if (/^\d{1,15}$/.test(text) && value >= min && value <= max) return value;
    this.problems.push(`${name} must be a whole number from ${min} to ${max}`);
    return usual;
  }

  oneOf<Value extends string>(name: string, usual: Value, values: readonly Value[]): Value {
    const text = this.text(name);
    if (text === undefined) return usual;
    const value = values.find((one) => one === text);
    if (value === undefined) this.problems.push(`${name} must be one of ${values.join(', ')}`);
    return value ?? usual;
  }

  url<Usual extends string | undefined>(name: string, usual: Usual, protocols: readonly string[]): string | Usual {
    const text = this.text(name);
    if (text === undefined) return usual;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    this.problems.push(`${name} must be a URL that begins with ${protocols.map((one) => `${one}//`).join(' or ')}`);
    return usual;
  }

  /** Parts between commas; `undefined` when it is not set. */
  list(name: string): string[] | undefined {
    return this.text(name)
      ?.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** Throws an `InvalidConfiguration` when there was any problem. */
  finish(): void {
    if (this.problems.length > 0) throw new InvalidConfiguration(this.problems);
  }
}
