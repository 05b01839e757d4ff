/** What the council of one municipality gets: which papers, and the list of them. */

import { documentId } from "../documents/amendment/index.js";
import { prose, withoutEmpty } from "../documents/blocks.js";
import {
  adoptionOf,
  type CouncilGap,
  councilPapers,
  type Document,
  type DocumentInfo,
  kindOf,
  listDocuments,
  municipalityOf,
  openForCouncil,
  type Section,
  whereOpenForCouncil,
} from "../documents/index.js";
import { dressed } from "../documents/look.js";
import { isSection } from "../documents/walk.js";
import { bodyName } from "../documents/wording.js";
import { capital, counted, one } from "../dutch.js";
import type { Model, Municipality } from "../model/index.js";

/** What a council does with a paper. */
type Use = "Ter besluitvorming" | "Ter vaststelling" | "Ter kennisneming" | "Ter informatie";

/** A paper in a pack. */
export interface Paper {
  readonly info: DocumentInfo;
  readonly use: Use;
}

/**
 * The papers of a pack that the content gives: the proposal and the resolution, what the council adopts, and what it is told of.
 * @param changes the overview of what changed since the council decided before, if there is one
 */
export function papersOf(model: Model, town: Municipality, changes: Document | undefined): Paper[] {
  const own = councilPapers(model, town);
  const others = listDocuments(model).filter(
    (info) => !own.some(({ id }) => id === info.id) && isFor(model, town, info),
  );
  return [
    ...own.map((info): Paper => ({ info, use: "Ter besluitvorming" })),
    ...others.map((info): Paper => ({ info, use: useOf(model, info) })),
    ...(changes ? [{ info: changes, use: "Ter informatie" } as const] : []),
  ];
}

/** Whether a document is one on which this municipality decides, or one of its own. */
const isFor = (model: Model, { id }: Municipality, info: DocumentInfo): boolean =>
  [undefined, id].includes(municipalityOf(info)) &&
  adoptionOf(model, info).municipalities.some((municipality) => municipality.id === id);

/** What boards adopt and report is told to councils; on their own amendments they vote. */
function useOf(model: Model, info: DocumentInfo): Use {
  if (kindOf(info).audience !== "participants") return "Ter vaststelling";
  return isToVote(model, info) ? "Ter besluitvorming" : "Ter kennisneming";
}

/** Whether it is an amendment on which is left to vote: not decided, not withdrawn, and not in the text of the plan already. */
const isToVote = ({ content }: Model, info: DocumentInfo): boolean =>
  content.amendments.some(
    ({ id, state, applied }) => info.id === documentId(id) && state === "ingediend" && applied !== "ja",
  );

/** The name of the list of papers, beside them. */
export const CONTENTS = "inhoud";

/**
 * The list of what is in a pack: the papers and what the council does with each, what is open for this council, and what the
 * papers still lack. Pure.
 */
export function composeContents(
  model: Model,
  town: Municipality,
  papers: readonly (Paper & { readonly files: readonly string[] })[],
  gaps: readonly CouncilGap[],
): Document {
  const { plan } = model.content;
  const open = openForCouncil(model, town);
  const title = `Stukken voor de raad van ${town.title}`;
  return dressed(model, {
    id: CONTENTS,
    kind: CONTENTS,
    path: CONTENTS,
    title,
    shortTitle: `${title}: ${plan.shortTitle}`,
    language: "nl",
    // The list itself is adopted by nobody.
    status: { state: "vastgesteld", label: "" },
    cover: { kicker: `Gemeente ${town.title}`, title, subtitle: plan.title, facts: [], style: "band" },
    sections: withoutEmpty([
      section("papers", "Stukken", [
        prose(`In dit pakket ${one(papers.length, "zit", "zitten")} ${counted(papers.length, "stuk", "stukken")}.`),
        {
          type: "table",
          caption: "Stukken, en wat de raad ermee doet",
          // The names of files are long, and break nowhere well.
          columns: [
            { title: "Stuk", width: 24 },
            { title: "Voor de raad", width: 19 },
            { title: "Status", width: 18 },
            { title: "Bestand", width: 39 },
          ],
          rows: papers.map(({ info, use, files }) => ({
            cells: [info.title, use, info.status.label || "Geen besluit", files],
          })),
        },
      ]),
      section("open-points", "Wat nog open is voor deze raad", [
        prose(
          open.length === 0
            ? `In ${whereOpenForCouncil(model)} staat geen open punt voor deze raad.`
            : `Over ${one(open.length, "dit punt", `deze ${open.length} punten`)} moet de raad nog beslissen.`,
        ),
        {
          type: "table",
          caption: one(open.length, "Open punt", "Open punten"),
          columns: [{ title: "Onderwerp", width: 40 }, { title: "Wat is open" }],
          rows: open.map(({ about, what }) => ({ cells: [about || plan.shortTitle, what] })),
        },
      ]),
      section("gaps", "Wat in de raadsstukken nog ontbreekt", [
        prose(gaps.length === 0 ? "Aan het raadsvoorstel en het raadsbesluit ontbreekt niets." : ""),
        {
          type: "table",
          caption: "Wat ontbreekt, en wie het geeft",
          columns: [{ title: "Wat ontbreekt" }, { title: "Wie beslist", width: 40 }],
          rows: gaps.map(({ what, by }) => ({ cells: [capital(what), capital(bodyName(model, by, town.title))] })),
        },
      ]),
    ]).filter(isSection),
    links: new Map(),
    images: new Map(),
    data: {},
  });
}

const section = (anchor: string, title: string, blocks: Section["blocks"]): Section => ({
  type: "section",
  anchor,
  title,
  blocks,
});
