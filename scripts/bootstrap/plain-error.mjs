/** An error that its message alone explains: people see no stack. */
export function plainError(message) {
  return Object.assign(new Error(message), { plain: true });
}
