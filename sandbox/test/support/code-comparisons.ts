import {codeComparisons} from '../../domain/redeem.ts';

/** Counts how often a code of one challenge is compared with the right one, until it is disposed of. */
export function countComparisons(challengeId: string): {readonly count: number} & Disposable {
  let count = 0;
  const listen = (message: unknown) => {
    if ((message as {challengeId: string}).challengeId === challengeId) count += 1;
  };
  codeComparisons.subscribe(listen);
  return {
    get count() {
      return count;
    },
    [Symbol.dispose]: () => {
      codeComparisons.unsubscribe(listen);
    },
  };
}
