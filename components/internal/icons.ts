import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** Draws a picture of lines, 16 by 16, in the colour of the text. */
export const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg>`;

/** A shield with a check: can prove identity. */
export const shieldIcon = icon(
  svg`<path d="M8 1.6l5 1.8v3.9c0 3.2-2.1 5.7-5 7-2.9-1.3-5-3.8-5-7V3.4z" /><path d="M5.7 8l1.7 1.7 3-3.2" />`,
);

/** An arrow into a circle: can log in. */
export const loginIcon = icon(svg`<path d="M4.2 3.3a6 6 0 1 1 0 9.4" /><path d="M1.5 8h7.8M6.7 5.3L9.4 8l-2.7 2.7" />`);

/** An exclamation mark in a circle: something needs attention. */
export const attentionIcon = icon(svg`<circle cx="8" cy="8" r="6.4" /><path d="M8 4.6v4M8 11v.4" />`);
