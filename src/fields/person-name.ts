/**
 * Why a text is no name:
 * - `empty` nothing that can be seen was typed.
 * - `tooLong` more than 50 characters.
 * - `broken` half a character: something on the way cut the text.
 * - `privateUse` a character that only the font of one device knows. Old ones wrote rare names so: the current
 *   character has to be typed.
 * - `control` a control character, or one that turns the direction of what follows.
 * - `radical` a radical or a repetition mark that looks like, or stands for, a character.
 * - `space` a space between the parts, where a dot belongs.
 * - `dot` a dot at an end, or two in a row.
 * - `digits` a digit.
 * - `latin` a Latin letter, in a name that has to be in Chinese characters.
 * - `characters` any other sign.
 */
export type PersonNameProblem =
  | 'empty'
  | 'tooLong'
  | 'broken'
  | 'privateUse'
  | 'control'
  | 'radical'
  | 'space'
  | 'dot'
  | 'digits'
  | 'latin'
  | 'characters';

/** A character that was not kept as it was typed, so that the person can be told. */
export interface Replacement {
  readonly from: string;
  /** Empty when it was dropped: it could not be seen. */
  readonly to: string;
}

export type PersonNameCheck =
  | {
      readonly ok: true;
      /** In normalisation form C, with U+00B7 between the parts. */
      readonly name: string;
      /** In the order of the text; each once. */
      readonly replaced: readonly Replacement[];
    }
  | {
      readonly ok: false;
      readonly problem: PersonNameProblem;
      /** What was probably meant, for `space` and `radical`, where it can be told. */
      readonly suggestion?: string;
    };

export interface PersonNameOptions {
  /** Whether the document may give the name in Latin letters, as a passport does. */
  readonly latin?: boolean;
}

/** UTF-16 units. No name is longer in any spelling, and nothing longer is looked at. */
const longestText = 300;

const longestName = 50;

/** A suggestion is made only when it would pass. */
const failed = (problem: PersonNameProblem, suggestion = ''): PersonNameCheck =>
  suggestion === '' || notHan.test(suggestion) ? {ok: false, problem} : {ok: false, problem, suggestion};

/** Planes 2 and 3 hold nothing else: a browser must not refuse a name for being older than its character. */
const han = '\\p{Unified_Ideograph}\u3007\\u{20000}-\\u{3fffd}';
const notHan = new RegExp(`[^${han}· ]`, 'u');
const notLatin = new RegExp(`[^${han}· \\p{Script=Latin}\\p{M}'’.-]`, 'u');

/** What keyboards give for U+00B7, and what looks like it. */
const dots = /[.\u2022\u2024\u2027\u2219\u22c5\u2e31\u30fb\ua78f\uff0e\uff65]/;

/** Format characters and variation selectors. Not U+202E: what it reverses is not what was seen. */
const invisible = /(?!\u202e)[\p{Cf}\p{Variation_Selector}]/u;

const kinds: readonly (readonly [RegExp, PersonNameProblem])[] = [
  [/\p{Co}/u, 'privateUse'],
  [/[\p{Cc}\u202e]/u, 'control'],
  [/[\u2e80-\u2fdf\u3005]/, 'radical'],
  [/\p{Nd}/u, 'digits'],
  [/\p{Script=Latin}/u, 'latin'],
];

/**
 * Reads a personal name as a person types or pastes it. Parts are set apart by U+00B7 and there is room for 50
 * characters, as the notice of twelve ministries on names of 2016 asks; one character is enough, since such names
 * exist. Counts characters, not UTF-16 units, and knows rare ones. Never turns a traditional character into a
 * simplified one: these are different names.
 */
export function checkPersonName(text: string, {latin = false}: PersonNameOptions = {}): PersonNameCheck {
  if (text.length > longestText) return failed('tooLong');
  if (/\p{Cs}/u.test(text)) return failed('broken');
  const replaced = new Map<string, string>();
  const typed = latin && /\p{Script=Latin}/u.test(text);
  const name = Array.from(text, (from) => {
    const to = invisible.test(from) ? '' : !typed && dots.test(from) ? '·' : from.normalize();
    if (to !== from) replaced.set(from, to);
    return to;
  })
    .join('')
    .normalize()
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return failed('empty');
  const stranger = (typed ? notLatin : notHan).exec(name)?.[0];
  if (stranger !== undefined) {
    const problem = kinds.find(([kind]) => kind.test(stranger))?.[1] ?? 'characters';
    return failed(problem, problem === 'radical' ? withoutRadicals(name) : '');
  }
  if (typed ? !/^\p{L}/u.test(name) : /^·|··|·$/.test(name)) return failed(typed ? 'characters' : 'dot');
  if (!typed && name.includes(' ')) return failed('space', name.split(/[ ·]+/).join('·'));
  if (Array.from(name).length > longestName) return failed('tooLong');
  return {ok: true, name, replaced: Array.from(replaced, ([from, to]) => ({from, to}))};
}

/** The character itself for a radical that Unicode holds for the same, and for a mark that repeats it. */
const withoutRadicals = (name: string): string =>
  name.replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC')).replace(/(.)\u3005/gu, '$1$1');

/** Shows the last character of a name only, when there are others: `*明`. */
export const maskPersonName = (name: string): string => name.replace(/.(?=.)/gu, '*').replace(/^.$/u, '*');
