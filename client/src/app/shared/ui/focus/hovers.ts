/** Whether a mouse or a pen is at hand, and so a keyboard perhaps; taken for true where the browser does not say. */
export function hovers(): boolean {
  try {
    return matchMedia('(hover: hover)').matches;
  } catch {
    return true;
  }
}
