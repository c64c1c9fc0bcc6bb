import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { factsOf } from '#server/link-previews/page-facts.js';
import { textOf } from '#server/link-previews/page-text.js';

describe('what a page says of itself', () => {
  it('is what it says for previews, before what it says for others', async () => {
    const html = `<!doctype html><html><head><title>Short</title><meta name="description" content="For engines">
      <meta property="og:title" content="Tea &amp; cake"><meta property="og:description" content="For people">
      <meta property="og:site_name" content="The Kitchen"><meta property="og:image" content="/tea.png"></head>`;
    expect(await factsOf(html)).toEqual({
      title: 'Tea & cake',
      description: 'For people',
      siteName: 'The Kitchen',
      picture: '/tea.png',
    });
  });

  it.each([
    ['<title>Tea</title>', { title: 'Tea' }],
    ['<TITLE>\n  Tea\n and   cake </TITLE>', { title: 'Tea and cake' }],
    ['<title></title><meta name="twitter:title" content="Tea">', { title: 'Tea' }],
    ["<meta name='OG:TITLE' content='Tea'>", { title: 'Tea' }],
    ['<meta content="Tea" property=og:title>', { title: 'Tea' }],
    ['<meta property="og:title" content=" "><title>Tea</title>', { title: 'Tea' }],
    ['<meta property="og:title" content="One"><meta property="og:title" content="Two">', { title: 'One' }],
    ['<title>Tea &lt;b&gt; &#x1F375;</title>', { title: 'Tea <b> 🍵' }],
    ['<title>Tea <b>and</b> cake</title>', { title: 'Tea <b>and</b> cake' }],
    ['<script>"<title>Not this</title>"</script><title>Tea</title>', { title: 'Tea' }],
    ['<!-- <title>Not this</title> --><title>Tea</title>', { title: 'Tea' }],
    ['<title>Half', { title: 'Half' }],
    ['<link rel="shortcut image_src" href="/tea.png">', { picture: '/tea.png' }],
    ['<meta name="description" content="Words">', { description: 'Words' }],
    ['<meta name="application-name" content="Kitchen">', { siteName: 'Kitchen' }],
    ['', {}],
    ['no markup at all', {}],
  ])('is found in %j', async (html, facts) => {
    expect(await factsOf(html)).toEqual({ title: null, description: null, siteName: null, picture: null, ...facts });
  });

  it('is not what its readers write below', async () => {
    const html = '<head></head><body><p>Hello</p><meta property="og:title" content="Of a reader"><title>Too</title>';
    expect((await factsOf(html)).title).toBeNull();
  });

  it.each([
    ['what turns the direction of writing', 'photo\u202Egpj.exe', 'photo gpj.exe'],
    ['what nobody sees', 'Te\u200Ba\u0000', 'Te a'],
    ['piles of marks', `a${'\u0301'.repeat(50)}`, '\u00E1\u0301\u0301\u0301'],
    ['several lines', 'one\r\n\u2028two', 'one two'],
  ])('is in one line, without %s', async (_, written, shown) => {
    expect((await factsOf(`<title>${written}</title>`)).title).toBe(shown);
  });

  it('is of bounded length', async () => {
    const long = '👍'.repeat(5000);
    const { title, description, siteName } = await factsOf(
      `<title>${long}</title><meta name=description content=${long}><meta name=application-name content=${long}>`,
    );
    expect([title, description, siteName].map((text) => Array.from(text ?? '').length)).toEqual([200, 400, 80]);
    expect(title?.endsWith('👍…')).toBe(true);
  });
});

describe('the text of a page', () => {
  const title = (bytes: Buffer, charset?: string) => textOf({ bytes, charset }).replace(/^.*<title>/s, '');

  it.each([
    ['UTF-8, where nothing is said', Buffer.from('<title>Tee für zwei'), undefined],
    ['its header', Buffer.from('<title>Tee für zwei', 'latin1'), 'iso-8859-1'],
    ['its own first lines', Buffer.from('<meta charset="windows-1252"><title>Tee für zwei', 'latin1'), undefined],
    [
      'its own first lines, as they were written once',
      Buffer.from(
        '<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1"><title>Tee für zwei',
        'latin1',
      ),
      undefined,
    ],
    ['its mark, before its header', Buffer.from('\uFEFF<title>Tee für zwei', 'utf16le'), 'iso-8859-1'],
    ['UTF-8, where nobody knows what is said', Buffer.from('<title>Tee für zwei'), 'klingon'],
  ])('is read by %s', (_, bytes, charset) => {
    expect(title(bytes, charset)).toBe('Tee für zwei');
  });

  it('in other scripts too', () => {
    const shiftJis = Buffer.from([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd]);
    expect(textOf({ bytes: shiftJis, charset: 'shift_jis' })).toBe('こんにちは');
  });

  it('is something, whatever the bytes are', () => {
    expect(typeof textOf({ bytes: gzipSync('tea'), charset: undefined })).toBe('string');
  });
});
