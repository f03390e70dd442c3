import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const script = fileURLToPath(new URL('../../server.ts', import.meta.url));

/** The account service as a process of its own, as `npm start --workspace sandbox` runs it. */
export class ServiceProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  #output = '';

  /** Starts it on any free port. Only what `variables` says is configured. */
  constructor(variables: Readonly<Record<string, string>>) {
    const environment = {PATH: process.env.PATH, ACCOUNT_PORT: '0', LOG_LEVEL: 'error', ...variables};
    this.#child = spawn(process.execPath, [script], {env: environment, stdio: ['ignore', 'pipe', 'pipe']});
    this.#exit = once(this.#child, 'exit').then(([code]) => code as number | null);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString('utf8');
      });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** All that it wrote so far. */
  get output(): string {
    return this.#output;
  }

  /** Its address, as soon as it is ready. Throws when it ends instead. */
  async ready(): Promise<string> {
    for (;;) {
      const url = /Account service: (http:\S+)/.exec(this.#output)?.[1];
      if (url !== undefined) return url;
      const [first] = await Promise.race([
        once(this.#child.stderr ?? this.#child, 'data'),
        this.#exit.then((code) => [`ended with ${code}`]),
      ]);
      if (typeof first === 'string') throw new Error(`the service ${first}: ${this.#output}`);
    }
  }

  /** Sends a signal and gives the exit code; null when the signal ended it. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#exit;
  }

  /** Waits until it ends by itself. */
  ended(): Promise<number | null> {
    return this.#exit;
  }
}
