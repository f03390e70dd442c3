import {css, html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {checkPhone, formatAsTyped, formatNational, type NewPhone, type PhoneRegion} from '../../src/index.js';
import type {Texts} from '../locales/en.js';
import {textField} from '../text-field/text-field.js';

export interface PhoneField {
  /** Where a number may be, most likely first. */
  readonly regions: readonly PhoneRegion[];
  /** The number to begin with. */
  readonly phone?: NewPhone | undefined;
  /** The region that was chosen; the number's own, or the first, when none was. */
  readonly region?: string | undefined;
  readonly choose: (region: string) => void;
  readonly texts: Texts;
  readonly problem?: string | undefined;
}

/** Gives a region's name in the language of the texts. */
export const nameOf = ({name}: PhoneRegion, {tag}: Texts): string => (tag.startsWith('zh') ? name['zh-CN'] : name.en);

/**
 * Draws a region select and a real input for the national number, as `region` and `phone` of their form. A number that
 * is pasted with its calling code chooses its region.
 */
export function phoneField({regions, phone, region, choose, texts, problem}: PhoneField): TemplateResult {
  const chosen = region ?? phone?.region ?? regions[0]?.region ?? '';
  const example = regions.find((listed) => listed.region === chosen)?.example ?? '';
  const format = (event: InputEvent) => {
    const input = event.currentTarget as HTMLInputElement;
    // What an input method has not finished is not touched.
    if (event.isComposing) return;
    const pasted = event.inputType === 'insertFromPaste' && checkPhone(input.value, regions, chosen);
    if (pasted && pasted.ok) {
      choose(pasted.region);
      input.value = formatNational(pasted.number, pasted.region);
      return;
    }
    const {text, caret} = formatAsTyped({text: input.value, caret: input.selectionStart ?? input.value.length}, chosen);
    if (text === input.value) return;
    input.value = text;
    input.setSelectionRange(caret, caret);
  };
  return textField({
    name: 'phone',
    label: texts.phone.number,
    hint: texts.phone.hint(formatNational(example, chosen)),
    problem,
    control: html`
      <div class="phone">
        <select
          name="region"
          part="select"
          autocomplete="country"
          aria-label=${texts.phone.region}
          @change=${({currentTarget}: Event) => choose((currentTarget as HTMLSelectElement).value)}
        >
          ${regions.map(
            (listed) => html`
              <option value=${listed.region} .selected=${live(listed.region === chosen)}>
                +${listed.callingCode} ${nameOf(listed, texts)}
              </option>
            `,
          )}
        </select>
        <input
          id="phone"
          name="phone"
          part="input"
          type="tel"
          autocomplete="tel-national"
          dir="ltr"
          .value=${phone ? formatNational(phone.number, phone.region) : ''}
          aria-describedby="phone-note"
          aria-invalid=${problem ? 'true' : 'false'}
          @input=${format}
        />
      </div>
    `,
  });
}

export const phoneFieldStyles = css`
  .phone {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .phone select {
    flex: 1 1 8em;
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }
  .phone input {
    flex: 3 1 10em;
    font-variant-numeric: tabular-nums;
  }
`;
