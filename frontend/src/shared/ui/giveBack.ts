const options = { preventScroll: true };

/** Gives the focus to what had it, unless something else has taken it; where that is gone, or nothing had it, to the page's heading. */
export function giveBack(holder: Element | null): void {
  if (document.activeElement === document.body && holder instanceof HTMLElement) {
    holder.focus(options);
  }
  if (document.activeElement === document.body) {
    document.querySelector('h1')?.focus(options);
  }
}
