import type * as StepsModule from './steps/steps.js';
import {registerTexts} from '../internal/texts.js';

type Steps = typeof StepsModule;

let steps: Steps | undefined;
let fetching: Promise<boolean> | undefined;

/** Gives what draws the steps after the first screen, as soon as it is here. */
export const laterSteps = (): Steps | undefined => steps;

/** Fetches it. Gives false when it could not be reached; asked again, it tries again. */
export function fetchLaterSteps(): Promise<boolean> {
  fetching ??= (async () => {
    try {
      const loaded = await import('./steps/steps.js');
      registerTexts(loaded.en);
      steps = loaded;
      return true;
    } catch {
      fetching = undefined;
      return false;
    }
  })();
  return fetching;
}
