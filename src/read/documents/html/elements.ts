/** What the elements of HTML mean for the text in them. */
import type { BlockKind } from '../../../domain.js';

/** The attributes of an element, names in lower case. */
export type HtmlAttributes = Readonly<Record<string, string | undefined>>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a block. Everything else stands inside a line, unknown elements too. */
const blockNames = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing ' +
    'main menu nav ol optgroup option p plaintext pre search section select summary table tbody td ' +
    'tfoot th thead tr ul xmp',
);

/** What is no text to a reader: of `ruby`, the base stays. */
const skippedNames = words(
  'head script style template title rp rt rtc annotation annotation-xml iframe noembed noframes object ' +
    'audio video canvas datalist',
);

const preformattedNames = words('pre listing plaintext xmp');

const kindsByName: Readonly<Record<string, BlockKind | undefined>> = {
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  td: 'table-cell',
  th: 'table-cell',
  caption: 'caption',
  figcaption: 'caption',
  blockquote: 'quotation',
};

const chromeNames = words('nav button select textarea label dialog noscript svg menu search');
const chromeRoles = words(
  'navigation banner contentinfo search menu menubar toolbar tablist alertdialog dialog alert button ' +
    'tooltip',
);

/** Names and classes that the parts of a page around its text go by. */
const chromeWords =
  /(?:^|[\s_-])(?:nav|navigation|navbar|menu|breadcrumbs?|sidebar|footer|cookies?|consent|gdpr|share|sharing|sharebar|social|related|recommended|recommendations|newsletter|subscribe|subscription|signup|comments?|disqus|promo|adverts?|advertisement|advertising|sponsored|banner|popup|modal|toolbar|pagination|pager|paywall|login|skip-link|skiplink|outbrain|taboola|editsection|headerlink|navbox|catlinks|jump-link|masthead|infolinks|trending|toc|tag-list|tags|byline|dateline|entry-meta|post-meta|posted-on|postprofile|user-?info|site-description|site-title|site-name|menu-title|author-(?:info|box|bio|card))(?=$|[\s_-])/i;

/** Inside a line, only what is surely no part of it is taken out. */
const inlineChromeWords =
  /(?:^|[\s_-])(?:editsection|headerlink|anchor-link|sr-only|visually-hidden|screen-reader-text|skip-link|pagenum|page-?number|page-?break)(?=$|[\s_-])/i;

const noteWords =
  /(?:^|[\s_-])(?:footnotes?|endnotes?|rearnotes?|doc-footnote|doc-endnotes?)(?=$|[\s_-])/i;
const noteId = /^(?:_?ftn|_?edn|fn|footnote|endnote|sdfootnote|sdendnote|cite_note)[-:_]?\d+$/i;
const noteNames = words('aside section div ol ul li p dd dl');

/** Whether an element begins and ends a block. */
export function isBlock(name: string, { style }: HtmlAttributes): boolean {
  return blockNames.has(name) || (style !== undefined && /display\s*:\s*block/i.test(style));
}

/** Whether nothing in an element is text. */
export function isSkipped(name: string): boolean {
  return skippedNames.has(name);
}

/** Whether white space in an element means what it says. */
export function isPreformatted(name: string): boolean {
  return preformattedNames.has(name);
}

/** The level of a heading, 0 for anything else. */
export function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

/** What the blocks of an element are; undefined if the element doesn't say. */
export function kindOf(name: string, attributes: HtmlAttributes): BlockKind | undefined {
  return isNote(name, attributes) ? 'footnote' : kindsByName[name];
}

function isNote(name: string, attributes: HtmlAttributes): boolean {
  if (!noteNames.has(name)) return false;
  const { role = '', class: classes = '', id = '' } = attributes;
  const type = attributes['epub:type'] ?? '';
  return noteWords.test(`${type} ${role} ${classes}`) || noteId.test(id);
}

/** Whether an element's text is part of the page around the text, or not shown. */
export function isChrome(name: string, attributes: HtmlAttributes, isInline: boolean): boolean {
  const { role, style, hidden, class: classes } = attributes;
  if (chromeNames.has(name) || (role !== undefined && chromeRoles.has(role))) return true;
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  if (!isInline) return false;
  const meaning = `${classes ?? ''} ${role ?? ''} ${attributes['epub:type'] ?? ''}`;
  return inlineChromeWords.test(meaning);
}

const wholeNames = words('html body main article');

const siteTitle = /(?:^|[\s_-])(?:site-title|site-name|menu-title|logo)(?=$|[\s_-])/i;

/**
 * Whether an element's name or class is one of those that what stands around a text goes by. Pages use
 * such words for their text as well: it takes more to be sure.
 */
export function isLikelyChrome(name: string, attributes: HtmlAttributes): boolean {
  if (wholeNames.has(name)) return false;
  const { id = '', class: classes = '', role = '' } = attributes;
  if (headingLevel(name) > 0) return siteTitle.test(classes);
  if (role.startsWith('doc-') || isNote(name, attributes)) return false;
  if (name === 'footer' || name === 'aside' || role === 'complementary') return true;
  return chromeWords.test(`${id} ${classes}`);
}

/** Whether a list of contents, which documents without anything around their text have too. */
export function isContents(name: string, { id = '', role = '' }: HtmlAttributes): boolean {
  return name === 'nav' && (role === 'doc-toc' || /^toc$/i.test(id));
}

const markWords =
  /(?:^|[\s_-])(?:noteref|doc-noteref|doc-backlink|footnote-?ref|footnote-?back|fn-?ref|reversefootnote|backlink|sdfootnote(?:anc|sym)|sdendnote(?:anc|sym)|mw-cite-backlink|cite-?bracket)(?=$|[\s_-])/i;
const markHref =
  /#_?(?:ftn|edn|fn|fnref|ftnref|ednref|note|noteref|footnote|endnote|cite_note|cite_ref)/i;
const markText =
  /^[\s[({]*(?:\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶#]+|[↩↑^⏎](?:\ufe0e|\ufe0f)?)[\s\])}.:]*$/iu;
const markSymbol = /^\s*[↩↑^⏎][\ufe0e\ufe0f]?\s*$/u;

/** An element that may be the mark of a note. */
export interface MarkElement {
  readonly name: string;
  readonly attributes: HtmlAttributes;
  /** Whether it or an element around it, or one in it, is raised. */
  readonly isRaised: boolean;
  /** Whether there is a link to a place in it. */
  readonly hasLink: boolean;
}

/** Longest text of a note's mark. */
export const longestMark = 16;

/** Whether the text of an element is the mark of a note or leads back from one, and no part of a sentence. */
export function isNoteMark(
  text: string,
  { name, attributes, isRaised, hasLink }: MarkElement,
): boolean {
  if (!markText.test(text)) return false;
  const { role = '', class: classes = '', href = '', rel = '' } = attributes;
  if (markWords.test(`${role} ${classes} ${rel} ${attributes['epub:type'] ?? ''}`)) return true;
  if (name === 'a' && href.includes('#')) {
    return isRaised || markHref.test(href) || markSymbol.test(text);
  }
  if (name !== 'sup') return false;
  return hasLink || /(?:^|\s)(?:reference|footnote)(?=$|\s)/.test(classes);
}
