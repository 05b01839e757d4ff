import type { Model } from "../model/index.js";
import { prose } from "./blocks.js";
import type { Card, Document, DocumentInfo, Section } from "./tree.js";
import { capital } from "./wording.js";

/** A document as it lies in the output folder. */
export interface MadeDocument extends DocumentInfo {
  /** Without a size where a file isn't made yet. */
  readonly files: readonly { readonly path: string; readonly bytes?: number; readonly pages?: number }[];
}

/** The page that leads to all documents. It is HTML only. */
export function composeIndex(model: Model, made: readonly MadeDocument[]): Document {
  const { plan } = model.content;
  const group = (anchor: string, title: string, kind: string, columns: 1 | 2): Section[] => {
    const items = made.filter((document) => document.kind === kind).map(card);
    return items.length > 0 ? [{ type: "section", anchor, title, blocks: [{ type: "cards", columns, items }] }] : [];
  };
  const known = ["plan", "programme", "annex"];
  return {
    id: "index",
    kind: "index",
    path: "index",
    title: `Documenten bij het ${plan.shortTitle}`,
    shortTitle: plan.shortTitle,
    language: "nl",
    status: { state: "vastgesteld", label: "" },
    cover: {
      kicker: capital(plan.team),
      title: plan.slogan,
      subtitle: plan.title,
      facts: [],
      style: "band",
    },
    sections: [
      ...group("plan", "Het plan", "plan", 1),
      ...group("programme", "Het uitvoeringsprogramma", "programme", 1),
      ...group("annexes", "Lokale bijlagen per gemeente", "annex", 2),
      ...made.filter(({ kind }) => !known.includes(kind)).flatMap(({ kind }) => group(kind, kind, kind, 2)),
      {
        type: "section",
        anchor: "about",
        title: "Over deze documenten",
        blocks: [
          prose(
            "Alle documenten zijn er als webpagina en als PDF. Bij elk document staat of het al is vastgesteld. Wat nog niet besloten is, staat in de documenten als open punt.",
          ),
        ],
      },
    ],
    links: new Map(),
    images: new Map(),
    data: {},
  };
}

function card({ title, status, files }: MadeDocument): Card {
  return {
    title,
    tag: status.label,
    links: files.map(({ path, bytes, pages }) => {
      const size = [
        ...(pages ? [`${pages} ${pages === 1 ? "bladzijde" : "bladzijden"}`] : []),
        ...(bytes === undefined ? [] : [`${Math.max(1, Math.round(bytes / 1024))} kB`]),
      ].join(", ");
      return { text: path.endsWith(".pdf") ? `PDF${size && ` (${size})`}` : "Webpagina", href: path };
    }),
  };
}
