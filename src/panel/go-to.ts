/** Scrolls to the heading with that id and moves the focus there, so that the next Tab key goes on from it. */
export function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
