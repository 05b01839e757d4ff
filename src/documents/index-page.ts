import { capital, counted, enumeration, one } from "../dutch.js";
import { beside, type Model, type Terms } from "../model/index.js";
import { prose } from "./blocks.js";
import type { Document, DocumentInfo } from "./document.js";
import type { DocumentKind } from "./kind.js";
import { kinds } from "./kinds.js";
import { dressed } from "./look.js";
import type { Card, Section } from "./tree.js";

/** A document as it lies in the output folder. */
export interface MadeDocument extends DocumentInfo {
  /** Without a size where a file isn't made yet. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes?: number;
    readonly pages?: number;
    /** What readers call its format, and whether it opens, so that there is no size to wait for. */
    readonly format: { readonly name: string; readonly opens: boolean };
  }[];
}

/** The page that leads to all documents. It is HTML only. */
export function composeIndex(model: Model, made: readonly MadeDocument[]): Document {
  const { plan } = model.content;
  return dressed(model, {
    id: beside.index,
    kind: beside.index,
    path: beside.index,
    title: `Documenten bij ${plan.shortTitle}`,
    shortTitle: plan.shortTitle,
    language: "nl",
    status: { state: "vastgesteld", label: "" },
    cover: {
      kicker: capital(plan.team),
      title: plan.slogan || plan.title,
      subtitle: plan.slogan ? plan.title : "",
      facts: [],
      style: "band",
    },
    sections: [
      ...[...kinds].sort((a, b) => a.onIndex.rank - b.onIndex.rank).flatMap((kind) => group(kind, made, model.terms)),
      ...about(model, made),
    ],
    links: new Map(),
    images: new Map(),
    data: {},
  });
}

/** The documents of a kind, under a heading of their own. */
function group(
  { kind, onIndex: { anchor, title, columns } }: DocumentKind,
  made: readonly MadeDocument[],
  terms: Terms,
): Section[] {
  const items = made.filter((document) => document.kind === kind).map(card);
  if (items.length === 0) return [];
  return [{ type: "section", anchor, title: title(items.length, terms), blocks: [{ type: "cards", columns, items }] }];
}

function card({ title, status, files }: MadeDocument): Card {
  return {
    title,
    tag: status.label,
    settled: status.caution === undefined,
    links: files.map(({ path, bytes, pages, format: { name, opens } }) => {
      if (opens) return { text: capital(name), href: path };
      const size = [
        ...(pages ? [counted(pages, "bladzijde", "bladzijden")] : []),
        ...(bytes === undefined ? [] : [`${Math.max(1, Math.round(bytes / 1024))} kB`]),
      ].join(", ");
      return { text: `${name}${size && ` (${size})`}`, href: path };
    }),
  };
}

/** In which formats the documents are there, and what the page tells of them. */
function about(model: Model, made: readonly MadeDocument[]): Section[] {
  if (made.length === 0) return [];
  const formats = new Set(made.flatMap(({ files }) => files.map(nameOf)));
  const same = made.every(({ files }) => new Set(files.map(nameOf)).size === formats.size);
  const text = [
    ...(same
      ? [
          `${one(made.length, "Het document is", "Alle documenten op deze pagina zijn")} er als ${enumeration([...formats])}.`,
        ]
      : ["Bij elk document staat in welke bestandsformaten het er is."]),
    `Bij ${one(made.length, "het", "elk")} document staat de status.`,
    ...(model.openPoints.length > 0
      ? ["Een punt waarover nog niet is besloten, heet in de documenten een open punt."]
      : []),
  ];
  return [
    {
      type: "section",
      anchor: "about",
      title: one(made.length, "Over dit document", "Over deze documenten"),
      blocks: [prose(text.join(" "))],
    },
  ];
}

const nameOf = ({ format }: MadeDocument["files"][number]): string => format.name;
