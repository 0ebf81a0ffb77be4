import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

/** An element of XML. */
export interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  text: string;
}

/** Reads XML strictly: what is not well-formed throws. */
export function readJunit(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: { ...attributes } as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  expect(open.length).toBe(1);
  return root.children[0] as Node;
}

/** The children of a name. */
export const named = (node: Node, name: string): Node[] => node.children.filter((child) => child.name === name);
export const casesOf = (root: Node): Node[] => named(root, 'testsuite').flatMap((suite) => named(suite, 'testcase'));

/** What the readers of Jenkins and GitLab count on. */
export function expectSound(root: Node): void {
  expect(root.name).toBe('testsuites');
  const totals = { tests: 0, failures: 0, errors: 0 };
  const suites = named(root, 'testsuite');
  for (const suite of suites) {
    const cases = named(suite, 'testcase');
    const having = (name: string): number => cases.filter((each) => named(each, name).length > 0).length;
    const counted = { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') };
    for (const [key, count] of Object.entries(counted))
      expect(suite.attributes[key], `${suite.attributes['name']} ${key}`).toBe(String(count));
    for (const each of cases) {
      expect(each.attributes['name']).toBeTruthy();
      expect(each.attributes['classname']).toBeTruthy();
      expect(each.children.length).toBeLessThanOrEqual(1);
    }
    const names = cases.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`);
    expect(new Set(names).size).toBe(names.length);
    totals.tests += counted.tests;
    totals.failures += counted.failures;
    totals.errors += counted.errors;
  }
  expect(new Set(suites.map(({ attributes }) => attributes['name'])).size).toBe(suites.length);
  for (const [key, count] of Object.entries(totals)) expect(root.attributes[key]).toBe(String(count));
}

/** Failures and errors together. */
export const bad = (root: Node): number => Number(root.attributes['failures']) + Number(root.attributes['errors']);
