import {element} from './elements.js';
import {text} from './texts.js';

/** Makes a button that copies `value`, and says so for a moment. */
export function copyButton(value, label, accessibleName = label) {
  const button = element('button', {
    type: 'button',
    className: 'button',
    textContent: label,
    ariaLabel: accessibleName,
  });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // The browser refused; the value is there to be read.
      return;
    }
    button.style.minInlineSize = `${button.offsetWidth}px`;
    button.textContent = button.ariaLabel = text('copied');
    setTimeout(() => {
      button.textContent = label;
      button.ariaLabel = accessibleName;
    }, 1500);
  });
  return button;
}
