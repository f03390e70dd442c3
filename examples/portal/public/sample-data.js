import {copyButton} from './copy-button.js';
import {element} from './elements.js';
import {ask} from './requests.js';
import {drawInLanguage, inPageLanguage, text} from './texts.js';

/** The name of a kind of sample account. */
export const nameOf = (persona) => text(`persona.${persona}`) || persona;

/** Draws what the visitor's sample account shows, and the numbers to try with it. */
export async function sampleData(persona) {
  const {personas, magicNumbers} = await ask('GET', '/sample-data');
  const mine = personas.find((one) => one.persona === persona);
  const effects = Object.values(Object.groupBy(magicNumbers, ({effect}) => effect)).map((numbers) =>
    numbers.slice(0, 4),
  );
  drawInLanguage(() => {
    document.querySelector('#persona-name').textContent = nameOf(persona);
    document.querySelector('#persona-description').textContent = mine ? inPageLanguage(mine.description) : '';
    document.querySelector('#test-numbers tbody').replaceChildren(...effects.map(row));
  });
}

/** One row for all numbers that do the same. */
function row(numbers) {
  const buttons = numbers.map(({phone}) => copyButton(phone, phone, text('copyNumber', {number: phone})));
  return element(
    'tr',
    {},
    element('td', {textContent: inPageLanguage(numbers[0].description)}),
    element('td', {className: 'numbers'}, ...buttons),
  );
}
