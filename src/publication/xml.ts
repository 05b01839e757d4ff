/** An element with attributes, and text or elements in it. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: string | readonly Xml[];
}

export const element = (name: string, attributes: Xml["attributes"], content: Xml["content"]): Xml => ({
  name,
  attributes,
  content,
});

/** An XML document with this element at its root. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, "")}`;

function write({ name, attributes, content }: Xml, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  const inner =
    typeof content === "string"
      ? escaped(content)
      : `\n${content.map((child) => write(child, `${indent}  `)).join("")}${indent}`;
  return `${indent}<${name}${given.join("")}>${inner}</${name}>\n`;
}

const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => names[char] ?? char);
