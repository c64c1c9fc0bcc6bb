/** How a file is shown on its own: over the whole window, called by its name. */
export function wholeWindow(nameId: string) {
  return {
    closeOnNavigation: false,
    ariaLabelledBy: nameId,
    panelClass: 'lightbox-panel',
    backdropClass: 'lightbox-backdrop',
    width: '100vw',
    height: '100dvh',
    maxWidth: '100vw',
    autoFocus: 'dialog',
  } as const;
}
