/** A cookie as a server sets it: its value, and its attributes in lower case. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: readonly string[];
}

export function cookiesIn(headers: Headers): SetCookie[] {
  return headers.getSetCookie().map((line) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=');
    return { name, value, attributes: attributes.map((attribute) => attribute.toLowerCase()).toSorted() };
  });
}

/** What a browser sends after it was given these. */
export function cookieHeader(cookies: readonly SetCookie[]): Record<string, string> {
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}
