/**
 * Why a text is no code:
 * - `empty` nothing was typed.
 * - `characters` something else than digits, and no code stands out of it.
 * - `length` digits, but not as many as a code has.
 * - `ambiguous` several codes: nobody can say which one is meant.
 */
export type OneTimeCodeProblem = 'empty' | 'characters' | 'length' | 'ambiguous';

export type OneTimeCodeCheck =
  {readonly ok: true; readonly code: string} | {readonly ok: false; readonly problem: OneTimeCodeProblem};

/** Characters. No message with a code is longer, and nothing longer is looked at. */
const longestText = 1000;

/**
 * Reads a one-time code as a person types or pastes it: alone, in groups, with the full-width digits of an input
 * method, or within the whole message that brought it. Never guesses, and keeps leading zeros.
 */
export function checkOneTimeCode(text: string, length: number): OneTimeCodeCheck {
  if (text.length > longestText) return {ok: false, problem: 'length'};
  // Only these two kinds of digits: a compatibility normalisation would also turn ① and 𝟏 into 1.
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
  if (plain === '') return {ok: false, problem: 'empty'};
  if (/^[0-9]+(?:[\s-][0-9]+)*$/.test(plain)) {
    const code = plain.replace(/[\s-]/g, '');
    return code.length === length ? {ok: true, code} : {ok: false, problem: 'length'};
  }
  // A message: digits that belong to a word, to a decimal or to an exponent are no code.
  const runs = plain.match(/(?<![\w.+])[0-9]+(?!\w|\.[0-9])/g) ?? [];
  const codes = new Set(runs.filter((run) => run.length === length));
  const [code] = codes;
  if (code === undefined) return {ok: false, problem: 'characters'};
  return codes.size === 1 ? {ok: true, code} : {ok: false, problem: 'ambiguous'};
}
