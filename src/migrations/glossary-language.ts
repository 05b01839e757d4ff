import { isMap, isScalar, isSeq, Scalar, YAMLMap } from "yaml";
import type { Migration } from "./migration.js";

/** `english: term` became `language: {term: en}`, as a glossary may hold words of other languages too. */
export const glossaryLanguage: Migration = {
  title: "zegt nu met language in welke taal een begrip of zijn betekenis is",
  concerns: (path, text) => path === "glossary.yaml" && /^\s+english:/m.test(text),
  mend: (document) => {
    const terms = document.get("terms");
    const old = isSeq(terms) ? terms.items.filter(isMap).filter((term) => term.has("english")) : [];
    for (const term of old) {
      const pair = term.items.find(({ key }) => String(key) === "english");
      if (!pair) continue;
      const language = new YAMLMap();
      const code = new Scalar("en");
      if (isScalar(pair.value)) code.comment = pair.value.comment ?? null;
      language.set(String(pair.value), code);
      pair.key = document.createNode("language");
      pair.value = language;
    }
    return old.length > 0;
  },
};
