const computed = window.getComputedStyle.bind(window);
const NEVER_SHOWN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'META', 'LINK', 'TITLE']);
let thorough = false;

/** The style that stands at an element, or that of one that is not shown; while something needs it, the computed one. */
export function cheapStyle(element: Element, pseudo?: string | null): CSSStyleDeclaration {
  if (!thorough && !pseudo && element instanceof HTMLElement && !element.hidden && !NEVER_SHOWN.has(element.tagName)) {
    return element.style;
  }
  return computed(element, pseudo);
}

/** Does something for which the computed style of elements matters. */
export async function withComputedStyle<T>(act: () => Promise<T>): Promise<T> {
  thorough = true;
  try {
    return await act();
  } finally {
    thorough = false;
  }
}
