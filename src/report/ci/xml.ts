import { escapeXml } from '../escape.js';

/** Attributes of an element; null ones are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element of XML whose content is markup already. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== null);
  const start = `<${name}${given.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}
