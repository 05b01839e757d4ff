import type { Content, Open, Path, PlanGroup } from "../content/index.js";
import type { WholeContent } from "./defaults.js";
import type { StoryHeading } from "./headings.js";
import type { Part, PartName } from "./parts.js";
import type { Terms } from "./terms.js";

/** A thing that a reference can point at. `label` is how a reference to it reads: "paragraaf 3.2", "PGA". */
export interface Target {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly label: string;
  /** The thing around it within which its own id is unique: the programme of an action. The `id` here has both. */
  readonly within?: string;
  /** The thing with which it is shown, where it has no heading of its own. */
  readonly shownWith?: { readonly kind: string; readonly id: string };
}

/** Something with a heading in the plan, at any depth, numbered where the plan numbers it. */
export interface OutlineNode {
  /** What it is to a reference. A page is none: nobody points at the contents. */
  readonly kind: Part["kind"] | "group" | "priority" | "paragraph";
  readonly id: string;
  /** The part of which it is the place, if it is one that `ivp` knows. */
  readonly part?: PartName;
  readonly title: string;
  /** What content says right under this heading; of a part, `ivp` knows where to find it. */
  readonly text?: string;
  /** "3", "3.5.1" or, for an annex, "I". */
  readonly number?: string;
  readonly annex?: true;
  readonly children: readonly OutlineNode[];
}

export type Partner = WholeContent["partners"]["partners"][number];
export type Goal = WholeContent["goals"]["goals"][number];
export type Body = WholeContent["governance"]["bodies"][number];
export type LocalTheme = WholeContent["localThemes"]["themes"][number];
export type Development = WholeContent["finances"]["developments"][number];
export type RegionalTheme = WholeContent["alignment"]["regionalThemes"][number];

type PriorityContent = WholeContent["priorities"][number];
type ParagraphContent = PriorityContent["paragraphs"][number];
type MunicipalityContent = WholeContent["municipalities"][number];
type ProgrammeContent = WholeContent["programmes"][number];
type IndicatorContent = WholeContent["indicators"][number];
type ActionContent = ProgrammeContent["actions"][number];

/** A measure of the plan: defined once, possibly at work in more paragraphs. */
export interface Measure {
  readonly id: string;
  /** "M1", in the order of the plan. */
  readonly number: string;
  readonly text: string;
  readonly priority: Priority;
  readonly paragraphs: readonly Paragraph[];
  readonly actions: readonly Action[];
}

export interface Paragraph extends Omit<ParagraphContent, "measures"> {
  readonly number: string;
  readonly priority: Priority;
  readonly measures: readonly Measure[];
}

export interface Priority extends Omit<PriorityContent, "paragraphs" | "sharedMeasures" | "goals" | "regionalThemes"> {
  readonly number: string;
  /** The group in which the plan puts it. */
  readonly group?: PlanGroup;
  readonly goals: readonly Goal[];
  /** Empty where the regional plan has none for it; missing where nobody said. */
  readonly regionalThemes?: readonly RegionalTheme[];
  readonly paragraphs: readonly Paragraph[];
  /** Those that hold in none of its paragraphs. */
  readonly measures: readonly Measure[];
}

/** Who can lead an action. */
export type Actor = { readonly kind: "municipality" | "partner"; readonly id: string; readonly title: string };

export interface Action
  extends Omit<ActionContent, "measures" | "localThemes" | "partners" | "municipalities" | "lead"> {
  /** The id by which it is known in all of the content: "2019-2020/training". */
  readonly fullId: string;
  /** "A1", in the order of the programme. */
  readonly number: string;
  readonly programme: Programme;
  readonly measures: readonly Measure[];
  readonly localThemes: readonly LocalTheme[];
  readonly partners: readonly Partner[];
  readonly municipalities: readonly Municipality[];
  readonly everyMunicipality: boolean;
  readonly lead?: Actor | Open;
}

export interface Programme extends Omit<ProgrammeContent, "actions"> {
  /** Those that exist when it begins, and any other that an action names. */
  readonly municipalities: readonly Municipality[];
  readonly actions: readonly Action[];
}

export interface Municipality extends Omit<MunicipalityContent, "localThemes"> {
  readonly localThemes: readonly {
    readonly theme: LocalTheme;
    readonly status: "voorstel" | "vastgesteld";
    readonly text?: string;
  }[];
  /** The actions of all programmes in which this municipality takes part. */
  readonly actions: readonly Action[];
}

type ProgressContent = WholeContent["progress"][number];
type ActionProgressContent = ProgressContent["actions"][number];

/** What a snapshot tells of an action. */
export interface ActionProgress extends Omit<ActionProgressContent, "action" | "municipalities"> {
  readonly action: Action;
  /** Where it differs. */
  readonly municipalities: readonly TownProgress[];
}

/** What a snapshot tells of an action in one municipality. */
export interface TownProgress extends Omit<ActionProgressContent["municipalities"][number], "municipality"> {
  readonly municipality: Municipality;
}

/** How far actions were on a date. */
export interface Progress extends Omit<ProgressContent, "actions"> {
  /** "2019-12-31": also its id. */
  readonly date: string;
  readonly actions: readonly ActionProgress[];
}

/** A figure of one year, in the unit of its indicator. */
export interface Figure {
  readonly year: number;
  readonly value: number | Open;
  /** The bounds of its margin, where the source gives one. */
  readonly low?: number;
  readonly high?: number;
  /** Whether the source may still revise it. */
  readonly provisional: boolean;
}

/** A target or baseline of an indicator. */
export interface Aim {
  readonly year: number;
  readonly value: number | Open;
}

/** What makes goals, priorities and measures measurable. Lists of figures and targets are in the order of their years. */
export interface Indicator
  extends Omit<IndicatorContent, "goals" | "priorities" | "measures" | "values" | "comparisons" | "targets" | "team"> {
  /** How many digits its numbers have behind the comma. */
  readonly decimals: number;
  readonly goals: readonly Goal[];
  readonly priorities: readonly Priority[];
  readonly measures: readonly Measure[];
  /** For all municipalities together; a target of one municipality stands with its figures. Open as a whole, or not said. */
  readonly targets: readonly Aim[] | Open | undefined;
  /** For all municipalities together: those of content, or the sum of the municipalities (see `summed`). */
  readonly team: readonly Figure[];
  /** Whether the figures of the team are the sum of the municipalities' own: of each year in which all that were there have one. */
  readonly summed: boolean;
  /** The municipalities that have figures or a target of their own, in the order of {@link Model.municipalities}. */
  readonly municipalities: readonly {
    readonly municipality: Municipality;
    readonly figures: readonly Figure[];
    readonly targets: readonly Aim[];
  }[];
  readonly comparisons: readonly {
    readonly id: string;
    readonly title: string;
    readonly code?: string;
    readonly figures: readonly Figure[];
  }[];
}

/** A point on which nobody has decided yet. */
export interface OpenPoint {
  readonly what: string;
  readonly by: Body;
  /** The content file that holds it: it tells to which document the point belongs. */
  readonly file: string;
  /** Where it stands in that file. */
  readonly path: Path;
  /** What the point is about: the title of the thing around it. */
  readonly about: string;
}

/** The linked model: valid content with every default in its place, every id resolved and every number given. */
export interface Model {
  readonly content: WholeContent;
  /** The content as it was written, without defaults; each reference has the full id of what it means. */
  readonly source: Content;
  /** The same with references as they were written. */
  readonly written: Content;
  /** Those that content names, and those that the law does. */
  readonly bodies: readonly Body[];
  /** What the team calls its documents. */
  readonly terms: Terms;
  readonly outline: readonly OutlineNode[];
  /** The headings within every priority, in order. */
  readonly headings: readonly StoryHeading[];
  readonly priorities: readonly Priority[];
  readonly measures: readonly Measure[];
  readonly programmes: readonly Programme[];
  readonly municipalities: readonly Municipality[];
  /** The snapshots of how far actions are, the first in time first. */
  readonly progress: readonly Progress[];
  /** In the order of their titles. */
  readonly indicators: readonly Indicator[];
  readonly openPoints: readonly OpenPoint[];
  /** Every thing that has an id, by `kind:id`. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The texts on which was decided, by fingerprint: see `snapshot.ts`. */
  readonly adopted: ReadonlyMap<string, Uint8Array>;
}

/** Whether a value is still open. */
export const isOpen = (value: unknown): value is Open =>
  typeof value === "object" && value !== null && "open" in value && "by" in value;

/** Every open point in a value: itself, or of its parts such as the amount of one year. */
export const opensIn = (value: unknown): Open[] =>
  isOpen(value) ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(opensIn) : [];
