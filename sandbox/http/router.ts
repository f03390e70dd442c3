import type {ContractOperation} from './contract.ts';

/** What a path and a method lead to. */
export type Found =
  | {readonly kind: 'operation'; readonly operation: ContractOperation; readonly path: Readonly<Record<string, string>>}
  /** The path exists, with these methods. */
  | {readonly kind: 'otherMethods'; readonly allow: readonly string[]; readonly template: string}
  | {readonly kind: 'nothing'};

interface Route {
  readonly operation: ContractOperation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Finds operations by the path templates of the contract. */
export class Router {
  readonly #routes: readonly Route[];

  constructor(operations: readonly ContractOperation[]) {
    this.#routes = operations.map((operation) => ({operation, ...compile(operation.template)}));
  }

  /** `path` is the path of the request as it was sent. */
  find(method: string, path: string): Found {
    // JD Cloud's own Node SDK escapes the colon before a custom verb.
    const plain = path.replaceAll(/%3a/gi, ':');
    const matches = this.#routes.flatMap((route) => {
      const match = route.pattern.exec(plain);
      return match ? [{route, match}] : [];
    });
    const [first] = matches;
    if (first === undefined) return {kind: 'nothing'};
    const wanted = matches.find(({route}) => route.operation.method === method);
    if (wanted === undefined) {
      const allow = [...matches.map(({route}) => route.operation.method), 'OPTIONS'];
      return {kind: 'otherMethods', allow, template: first.route.operation.template};
    }
    const {route, match} = wanted;
    return {
      kind: 'operation',
      operation: route.operation,
      path: Object.fromEntries(route.names.map((name, index) => [name, match[index + 1] ?? ''])),
    };
  }
}

function compile(template: string): {pattern: RegExp; names: string[]} {
  const names: string[] = [];
  const source = template
    .split(/(\{\w+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replaceAll('.', '\\.');
      names.push(part.slice(1, -1));
      return '([^/:]+)';
    })
    .join('');
  return {pattern: new RegExp(`^${source}$`), names};
}
