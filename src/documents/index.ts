/** Stage 5: the checked model → document trees. */

import { one } from "../dutch.js";
import type { Model, Target } from "../model/index.js";
import { withOwnAnchors } from "./anchors.js";
import { definitions, prose, withoutEmpty } from "./blocks.js";
import { changedSince } from "./changed-since.js";
import { dataOf } from "./data.js";
import type { Document, DocumentInfo } from "./document.js";
import { withFigures } from "./figures/index.js";
import type { Adoption } from "./kind.js";
import { kindOf, kinds, municipalityOf } from "./kinds.js";
import { anchorOf, imagesIn, linksFor, nodeOf, referenceTo, termsIn } from "./links.js";
import { dressed } from "./look.js";
import type { Section } from "./tree.js";
import { isSection, walk } from "./walk.js";

export type * from "./chart.js";
export {
  type CouncilGap,
  councilPapers,
  gapsOf,
  meetingAnew,
  meetingOf,
  openForCouncil,
  PROPOSAL,
  whereOpenForCouncil,
} from "./council/index.js";
export type * from "./document.js";
export { composeIndex, type MadeDocument } from "./index-page.js";
export type { Adoption, DocumentType, Published } from "./kind.js";
export { kindNamed, kindOf, kinds, kindTyped, municipalityOf, typedWords, wordFor } from "./kinds.js";
export { nodeOf } from "./links.js";
export type * from "./revision.js";
export type * from "./sign.js";
export type * from "./tree.js";

/** All documents that the model asks for. */
export const listDocuments = (model: Model): DocumentInfo[] => kinds.flatMap(({ list }) => list(model));

/** Composes one document of {@link listDocuments}. Pure. */
export function compose(model: Model, info: DocumentInfo): Document {
  const kind = kindOf(info);
  const told = kind.asOf?.(model, info) ?? model;
  const composition = kind.compose(told, info);
  const town = model.municipalities.find(({ id }) => id === municipalityOf(info));
  const subject = kind.decidedOn?.(model, info);
  const since = subject && changedSince(model, subject);
  const all = [...withFigures(told, town, composition.sections), ...(since ? [since] : [])];
  const sections = withOwnAnchors(withTerms(model, withoutEmpty(all).filter(isSection)));
  const parts = walk(sections);
  return dressed(model, {
    ...info,
    language: "nl",
    ...composition,
    cover: { ...composition.cover, facts: composition.cover.facts.filter(({ value }) => value !== "") },
    sections,
    ...(since && { changed: { anchor: since.anchor, title: since.title } }),
    links: linksFor(model, info.path, homes(model), parts),
    images: new Map(
      [...imagesIn(parts)].flatMap((file) => {
        const bytes = model.assets.get(file);
        return bytes ? [[file, bytes] as const] : [];
      }),
    ),
    data: dataOf(info, kind.data(model, info)),
  });
}

/** Whose a document is and what they decided on it. */
export const adoptionOf = (model: Model, info: DocumentInfo): Adoption => kindOf(info).adoption(model, info);

/** The terms that a document uses, explained at its end, unless it has the whole glossary already. */
function withTerms(model: Model, sections: readonly Section[]): readonly Section[] {
  const parts = walk(sections);
  const glossary = nodeOf(model, "glossary");
  if (glossary && parts.some(({ anchor }) => anchor === anchorOf(glossary.kind, glossary.id))) return sections;
  const used = termsIn(model, parts);
  const terms = model.content.glossary.terms.filter(({ id }) => used.has(id));
  if (terms.length === 0) return sections;
  return [
    ...sections,
    {
      type: "section",
      anchor: "terms",
      title: one(terms.length, "Begrip in dit document", "Begrippen in dit document"),
      blocks: [
        prose(
          [
            `Hier staat de uitleg van ${one(terms.length, "het begrip", "de begrippen")} waarnaar dit document verwijst.`,
            ...(glossary ? [`De hele lijst staat in ${referenceTo(model, "glossary")}.`] : []),
          ].join(" "),
        ),
        definitions(model, terms),
      ],
    },
  ];
}

/** In which document something is shown. */
function homes(model: Model): (target: Target) => string | undefined {
  const shown = kinds.map(({ shows }) => shows(model));
  return (target) => shown.map((home) => home(target)).find((id) => id !== undefined);
}
