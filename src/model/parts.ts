import { agree, capital, one, period } from "../dutch.js";
import { decisionsIn, hasDecisions, outcomeOf } from "./adoption.js";
import { onlyOne, type WholeContent } from "./defaults.js";
import { priorityOrder } from "./priority-order.js";
import { says } from "./says.js";
import { termsOf } from "./terms.js";

/** A part of the plan that `ivp` knows by name: `structure` in plan.yaml may name it. */
export interface Part {
  /** What it is to a reference, wherever it stands; a page is none, as nobody points at the contents. */
  readonly kind: "chapter" | "section" | "page";
  /** The content that it shows. Where that says nothing, the part falls away. */
  readonly source?: keyof WholeContent;
  /** Whether it has something to say, where that doesn't follow from its source. */
  readonly says?: (content: WholeContent, openPoints: readonly unknown[]) => boolean;
  readonly title: (content: WholeContent) => string;
  /** What stands in it, unless the structure says so: names of parts, sections, groups or priorities. */
  readonly sections?: (content: WholeContent) => readonly string[];
  /** Parts that tell it too, as long as it has no place of its own. */
  readonly within?: readonly string[];
  /** The kinds of things that it shows with an anchor of their own. */
  readonly tells?: readonly string[];
}

/** A part that shows a file with a title of its own. */
const ofFile = <S extends keyof WholeContent>(
  kind: Part["kind"],
  source: S & (WholeContent[S] extends { readonly title: string } ? S : never),
  tells: readonly string[] = [],
  own: Pick<Part, "says"> = {},
): Part => ({
  kind,
  source,
  tells,
  title: (content) => (content[source] as { readonly title: string }).title,
  ...own,
});

/** With more priorities than this, what shows them all takes more pages than one. */
const ONE_PAGE = 8;

/**
 * Every part, by name. What `documents/plan/parts.ts` writes under it follows this list: the compiler asks for what is missing.
 * Numbers, contents, references and changes follow from it.
 */
const all = {
  poster: {
    kind: "page",
    title: ({ plan, priorities }) =>
      `${capital(agree("de", termsOf(plan.terms).plan.brief))} ${priorities.length > ONE_PAGE ? "in beeld" : "op één pagina"}`,
  },
  contents: { kind: "page", title: () => "Inhoud" },
  manifest: ofFile("chapter", "manifest"),
  foreword: ofFile("chapter", "foreword"),
  summary: { kind: "chapter", title: () => "Samenvatting" },
  introduction: {
    kind: "chapter",
    title: () => "Inleiding",
    sections: ({ plan }) => [...plan.introduction, "municipality", "reading-guide"],
  },
  // With more municipalities, this stands in the annex of each.
  municipality: {
    kind: "section",
    says: ({ municipalities }) => {
      const only = onlyOne(municipalities);
      return only !== undefined && says({ introduction: only.introduction, emphases: only.emphases });
    },
    title: ({ municipalities }) => `De gemeente ${onlyOne(municipalities)?.title}`,
  },
  "reading-guide": { kind: "section", title: () => "Leeswijzer" },
  strategy: {
    kind: "chapter",
    title: () => "Strategische uitgangspunten",
    sections: () => ["vision", "goals", "starting-points", "monitoring", "governance"],
  },
  vision: ofFile("section", "vision"),
  goals: ofFile("section", "goals", ["goal"]),
  "starting-points": ofFile("section", "startingPoints", ["starting-point"]),
  monitoring: ofFile("section", "monitoring"),
  governance: ofFile("section", "governance", ["body"]),
  priorities: {
    kind: "chapter",
    title: ({ plan }) =>
      `${one(priorityOrder(plan).length, "De prioriteit", "De prioriteiten")} voor ${period(plan.period)}`,
    sections: () => ["prioritising", "priorities", "other-themes", "alignment"],
  },
  prioritising: ofFile("section", "prioritising", [], {
    says: ({ prioritising, localThemes }) => says(prioritising) || says(localThemes),
  }),
  "local-themes": { ...ofFile("section", "localThemes"), within: ["prioritising"] },
  "other-themes": ofFile("section", "otherThemes", ["other-theme"]),
  alignment: ofFile("section", "alignment", [], {
    says: ({ alignment, priorities }) =>
      alignment.text.trim() !== "" || priorities.some(({ regionalThemes }) => regionalThemes !== undefined),
  }),
  finances: ofFile("chapter", "finances", ["development"]),
  partners: ofFile("chapter", "partners", ["partner"]),
  glossary: ofFile("chapter", "glossary", ["term"]),
  // Only where the structure asks for it.
  trace: {
    kind: "chapter",
    says: ({ goals, priorities }) => goals.goals.length > 0 && priorities.some(({ goals: own }) => own.length > 0),
    title: () => "Van doel tot actie",
  },
  "open-points": {
    kind: "chapter",
    says: (_, openPoints) => openPoints.length > 0,
    title: () => "Open punten",
  },
  decisions: {
    kind: "chapter",
    says: (content) => hasDecisions(outcomeOf(decisionsIn(content), { kind: "plan" })),
    title: () => "Wie besloot wat, wanneer",
  },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof all;

export const parts: Readonly<Record<PartName, Part>> = all;

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name);

/** Where the parts stand without a structure in plan.yaml. */
export const usual = {
  front: ["poster", "manifest", "contents", "foreword", "summary"],
  chapters: ["introduction", "strategy", "priorities", "finances"],
  annexes: ["partners", "glossary", "open-points", "decisions"],
} as const satisfies Readonly<Record<string, readonly PartName[]>>;

/** Whether a part has something to say: else it is no part of the plan. */
export function hasText(name: PartName, content: WholeContent, openPoints: readonly unknown[]): boolean {
  const { source, says: ownWay }: Part = parts[name];
  if (ownWay) return ownWay(content, openPoints);
  return source === undefined || says(content[source]);
}
