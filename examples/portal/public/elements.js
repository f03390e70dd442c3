/** Makes an element with properties and children. Text is only ever set as text. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Says in the page's status line what went wrong; without a text, clears it. */
export function report(problem = '') {
  const status = document.querySelector('#status');
  status.classList.toggle('failed', problem !== '');
  status.textContent = problem;
}
