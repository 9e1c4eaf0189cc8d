/** A terminal's screen as SVG: text with its colours, every run as wide as its cells. */
import { createAnsiSequenceParser, createColorPalette } from 'ansi-sequence-parser';
import stringWidth from 'string-width';

const cell = { width: 8.4, height: 18 };
const margin = 14;
const colours = { background: '#1b1f27', text: '#d7dae0' };
const palette = createColorPalette({
  ...{ black: '#1b1f27', red: '#ff7b72', green: '#7ee787', yellow: '#e3b341', blue: '#79c0ff' },
  ...{ magenta: '#d2a8ff', cyan: '#76e3ea', white: '#d7dae0', brightBlack: '#8b949e' },
  ...{ brightRed: '#ffa198', brightGreen: '#aff5b4', brightYellow: '#f2cc60' },
  ...{
    brightBlue: '#a5d6ff',
    brightMagenta: '#e2c5ff',
    brightCyan: '#b3f0ff',
    brightWhite: '#fff',
  },
});

/** `screen`: lines with escape sequences for colour. */
export function terminalAsSvg(screen, columns) {
  const lines = screen.replace(/\n+$/, '').split('\n');
  const parser = createAnsiSequenceParser();
  const width = Math.ceil(columns * cell.width + 2 * margin);
  const height = lines.length * cell.height + 2 * margin;
  const body = lines.flatMap((line, row) => drawLine(parser.parse(line), row));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" rx="8" fill="${colours.background}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`,
    ...body,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawLine(tokens, row) {
  const top = margin + row * cell.height;
  let column = 0;
  return tokens.flatMap((token) => {
    const x = round(margin + column * cell.width);
    const cells = stringWidth(token.value);
    column += cells;
    const { fill, behind, attributes } = look(token);
    const length = round(cells * cell.width);
    const parts = [];
    if (behind !== undefined)
      parts.push(
        `<rect x="${x}" y="${top}" width="${length}" height="${cell.height}" fill="${behind}"/>`,
      );
    if (token.value.trim() !== '')
      parts.push(
        `<text x="${x}" y="${top + 13.5}" fill="${fill}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${attributes}>${escape(token.value)}</text>`,
      );
    return parts;
  });
}

function look({ foreground, background, decorations }) {
  let fill = foreground ? palette.value(foreground) : colours.text;
  let behind = background ? palette.value(background) : undefined;
  if (decorations.has('reverse')) [fill, behind] = [behind ?? colours.background, fill];
  const attributes = [
    decorations.has('bold') ? ' font-weight="bold"' : '',
    decorations.has('italic') ? ' font-style="italic"' : '',
    decorations.has('underline') ? ' text-decoration="underline"' : '',
    decorations.has('dim') ? ' opacity="0.65"' : '',
  ].join('');
  return { fill, behind, attributes };
}

function round(value) {
  return Math.round(value * 10) / 10;
}

/** Blanks stay as many as they are: viewers fold neighbouring ones in SVG, but not these. */
function escape(text) {
  return text
    .replace(/ /g, '\u00a0')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
