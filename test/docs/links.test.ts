import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import GithubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'models', 'models/aligner', 'models/training'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

describe('the documentation', () => {
  test.each(pages)('%s: every link leads somewhere', (page) => {
    const broken = linksOf(parse(page)).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });

  test('every page of docs/ can be reached from the README', () => {
    const reached = new Set<string>();
    const follow = (page: string): void => {
      if (reached.has(page)) return;
      reached.add(page);
      for (const link of linksOf(parse(page))) {
        const target = targetOf(page, link);
        if (target?.path.endsWith('.md') && existsSync(join(root, target.path)))
          follow(target.path);
      }
    };
    follow('README.md');
    for (const page of pages.filter((name) => name.startsWith('docs/')))
      expect(reached).toContain(page);
  });

  test('the README is short, and its first two commands are where scripts look for them', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    expect(readme.split('\n').length).toBeLessThanOrEqual(151);
    const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
    expect(blocks[0]).toContain(' align seeds/*.txt -o ');
    expect(blocks[1]).toContain('npm test');
  });
});

function parse(page: string): Nodes {
  return fromMarkdown(readFileSync(join(root, page), 'utf8'), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

function linksOf(node: Nodes): string[] {
  const here = node.type === 'link' || node.type === 'image' ? [node.url] : [];
  return 'children' in node ? [...here, ...node.children.flatMap(linksOf)] : here;
}

/** Where a link inside the repository leads; nothing for one that leads out of it. */
function targetOf(page: string, link: string): { path: string; anchor: string } | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor = ''] = link.split('#');
  const target = path === '' ? page : relative(root, resolve(root, dirname(page), path));
  return { path: target, anchor };
}

function leadsSomewhere(page: string, link: string): boolean {
  const target = targetOf(page, link);
  if (target === undefined) return true;
  if (!existsSync(join(root, target.path))) return false;
  return target.anchor === '' || anchorsOf(parse(target.path)).includes(target.anchor);
}

/** The anchors that headings get on the code hosts. */
function anchorsOf(tree: Nodes): string[] {
  const slugger = new GithubSlugger();
  const headings = (node: Nodes): string[] => {
    if (node.type === 'heading') return [slugger.slug(textOf(node))];
    return 'children' in node ? node.children.flatMap(headings) : [];
  };
  return headings(tree);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
