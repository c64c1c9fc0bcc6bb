export interface Picture {
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly name: string;
  readonly points: readonly Point[];
}

/** A median, with the least and the most of its runs. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly least: number;
  readonly most: number;
}

const [WIDTH, HEIGHT] = [720, 400];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 680, 60, 340];
const COLOURS = ['#5b7fa6', '#3f9b7f', '#d1495b', '#c98a1b'];

/** Sizes grow by factors, so both axes are logarithmic: what grows in step with them is a straight line. */
export function svgOf({ title, across, up, lines }: Picture): string {
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = lines.flatMap(({ points }) => points.flatMap(({ least, most }) => [least, most]));
  const x = logarithmic(Math.min(...xs), Math.max(...xs), LEFT, RIGHT);
  const steps = stepsAround(Math.min(...ys), Math.max(...ys));
  const y = logarithmic(steps[0] ?? 1, steps.at(-1) ?? 10, BOTTOM, TOP);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${title}</title>`,
    STYLE,
    text(LEFT, 24, title, 'font-weight="600"'),
    text(LEFT, 44, `${up}; across: ${across}`, 'class="faint"'),
    ...steps.map((value) => horizontal(y(value), value)),
    ...[...new Set(xs)].map((value) =>
      text(x(value), BOTTOM + 20, amount(value), 'class="faint" text-anchor="middle"'),
    ),
    ...lines.flatMap((line, at) => drawn(line, COLOURS[at % COLOURS.length] ?? 'gray', x, y)),
    ...lines.map(({ name }, at) => legend(name, COLOURS[at % COLOURS.length] ?? 'gray', at)),
    '</svg>\n',
  ].join('\n');
}

// Transparent, and with its own words for a dark page.
const STYLE =
  '<style>text { fill: #24292f } .faint { fill: #656d76 } .rule { stroke: #d0d7de } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .faint { fill: #8d96a0 } .rule { stroke: #30363d } }</style>';

type Scale = (value: number) => number;

function logarithmic(from: number, to: number, start: number, end: number): Scale {
  const span = Math.log(to / from) || 1;
  return (value) => Math.round((start + (Math.log(value / from) / span) * (end - start)) * 10) / 10;
}

/** 1, 2, 5, 10, 20, …: from the last one below to the first one above. */
function stepsAround(least: number, most: number): number[] {
  const powers = Array.from({ length: 13 }, (_, power) => 10 ** (power - 6));
  const steps = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  return steps.slice(
    steps.findLastIndex((step) => step <= least),
    steps.findIndex((step) => step >= most) + 1,
  );
}

function horizontal(at: number, value: number): string {
  const rule = `<line class="rule" x1="${String(LEFT)}" x2="${String(RIGHT)}" y1="${String(at)}" y2="${String(at)}"/>`;
  return rule + text(LEFT - 8, at + 4, amount(value), 'class="faint" text-anchor="end"');
}

function drawn({ points }: Line, colour: string, x: Scale, y: Scale): string[] {
  const path = points.map((point) => `${String(x(point.x))},${String(y(point.y))}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map((point) => {
      const [at, from, to] = [String(x(point.x)), String(y(point.least)), String(y(point.most))];
      return `<line x1="${at}" x2="${at}" y1="${from}" y2="${to}" stroke="${colour}"/><circle cx="${at}" cy="${String(y(point.y))}" r="3.5" fill="${colour}"/>`;
    }),
  ];
}

function legend(name: string, colour: string, at: number): string {
  const left = LEFT + at * 155;
  const line = `<line x1="${String(left)}" x2="${String(left + 20)}" y1="${String(HEIGHT - 24)}" y2="${String(HEIGHT - 24)}" stroke="${colour}" stroke-width="3"/>`;
  return line + text(left + 26, HEIGHT - 20, name);
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${String(x)}" y="${String(y)}" ${attributes}>${words}</text>`;
}

function amount(value: number): string {
  return value >= 1000 ? value.toLocaleString('en') : String(Number(value.toPrecision(3)));
}
