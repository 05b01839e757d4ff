/** Stage 5: the checked model → document trees. */

import { one } from "../dutch.js";
import { type Model, programmeName, type Target } from "../model/index.js";
import { annex } from "./annex/index.js";
import { definitions, prose, withoutEmpty } from "./blocks.js";
import { dataOf } from "./data.js";
import type { Adoption, DocumentKind } from "./kind.js";
import { imagesIn, linksFor, termsIn } from "./links.js";
import { plan } from "./plan/index.js";
import { programme } from "./programme/index.js";
import type { Document, DocumentInfo, Section } from "./tree.js";
import { isSection, walk } from "./walk.js";

export { composeIndex, type MadeDocument } from "./index-page.js";
export type { Adoption } from "./kind.js";
export type * from "./tree.js";

/** Every kind of document that there is. */
const kinds: readonly DocumentKind[] = [plan, annex, programme];

/** All documents that the model asks for. */
export const listDocuments = (model: Model): DocumentInfo[] => kinds.flatMap(({ list }) => list(model));

/** Composes one document of {@link listDocuments}. Pure. */
export function compose(model: Model, info: DocumentInfo): Document {
  const kind = kindOf(info);
  const composition = kind.compose(model, info);
  const sections = withTerms(model, withoutEmpty(composition.sections).filter(isSection));
  const parts = walk(sections);
  return {
    ...info,
    language: "nl",
    ...composition,
    sections,
    links: linksFor(model, info.path, homes(model), parts),
    images: new Map(
      [...imagesIn(parts)].flatMap((file) => {
        const bytes = model.assets.get(file);
        return bytes ? [[file, bytes] as const] : [];
      }),
    ),
    data: dataOf(info, kind.data(model, info)),
  };
}

/** Whose a document is and what they decided on it. */
export const adoptionOf = (model: Model, info: DocumentInfo): Adoption => kindOf(info).adoption(model, info);

function kindOf(info: DocumentInfo): DocumentKind {
  const kind = kinds.find((candidate) => candidate.kind === info.kind);
  if (!kind) throw new Error(`no kind of document ${info.kind}`);
  return kind;
}

/** The terms that a document uses, explained at its end, unless it has the whole glossary already. */
function withTerms(model: Model, sections: readonly Section[]): readonly Section[] {
  const parts = walk(sections);
  if (parts.some(({ anchor }) => anchor === "chapter-glossary")) return sections;
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
          `Hier staat de uitleg van ${one(terms.length, "het begrip", "de begrippen")} waarnaar dit document verwijst. De hele lijst staat in [[chapter:glossary]].`,
        ),
        definitions(model, terms),
      ],
    },
  ];
}

/** Actions and milestones are shown in their programme, everything else in the plan. */
function homes(model: Model): (target: Target) => string | undefined {
  const programmes = new Map(
    model.programmes.flatMap((source) => [...source.actions.map(({ id }) => [id, programmeName(source.id)] as const)]),
  );
  return ({ kind, id }) => {
    if (kind === "action") return programmes.get(id);
    if (kind === "municipality") return undefined;
    return shownInPlan.has(kind) ? model.content.plan.id : undefined;
  };
}

const shownInPlan = new Set([
  "chapter",
  "section",
  "priority",
  "paragraph",
  "measure",
  "partner",
  "goal",
  "starting-point",
  "term",
  "body",
  "development",
]);
