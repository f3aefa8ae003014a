const computed = window.getComputedStyle.bind(window);
const NEVER_SHOWN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'META', 'LINK', 'TITLE']);

/** The style that stands at an element, or the computed one of what is not shown. */
export function cheapStyle(element: Element, pseudo?: string | null): CSSStyleDeclaration {
  const plain = (element instanceof HTMLElement && !element.hidden && !NEVER_SHOWN.has(element.tagName)) || element instanceof SVGElement;
  return plain && !pseudo ? element.style : computed(element, pseudo);
}
