import type { Document } from "../documents/index.js";
import { walk } from "../documents/walk.js";
import { unmarked } from "../prose/marks.js";
import { plainIn } from "./prose.js";

/** What each anchor of a document marks, in words without markup: "3.2 High Impact Crimes". */
export function titlesOf({ sections, links }: Pick<Document, "sections" | "links">): Map<string, string> {
  const plain = plainIn(links);
  return new Map(
    walk(sections).flatMap(({ anchor, labels, title, texts: [text = ""] }): [string, string][] => {
      const name = unmarked([...labels, title ?? plain(text)].filter(Boolean).join(" ")).trim();
      return anchor && name ? [[anchor, name]] : [];
    }),
  );
}
