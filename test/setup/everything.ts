import { stringify } from "yaml";
import { contentParts, expand, type Path, type RawFile, type Schema } from "../../src/content/index.js";

/** A value in the content, and the word by which it is known wherever it comes out, if it is a text. */
export interface Said {
  readonly file: string;
  readonly path: Path;
  readonly mark?: string;
}

/** By `file:path` of a value, or by file: what it shall be instead; `undefined` leaves it out. */
export type Given = Readonly<Record<string, unknown>>;

export interface Options {
  /** Whether what may be open, is. */
  readonly open?: boolean;
  /** Whether nothing is said but what must be, and titles. */
  readonly titles?: boolean;
}

/** What there is one of, to refer to. */
const known: Readonly<Record<string, string>> = {
  action: "2027-2028/action-0",
  body: "raad",
  development: "development-0",
  goal: "goal-0",
  heading: "own-heading",
  "local-theme": "local-theme-0",
  measure: "measure-apart-0",
  municipality: "town-0",
  paragraph: "paragraph-rich-0",
  partner: "partner-0",
  priority: "rich",
  programme: "2029-2030",
  "regional-theme": "regional-theme-0",
  section: "origin",
};

/** Values of forms that the schemas only describe, by the name of the form. */
const forms: Readonly<Record<string, string>> = {
  isoDate: "2027-05-01",
  quarter: "2027-Q2",
  fullId: "2027-2028/action-0",
  icon: "anchor",
  colour: "brick",
  code: "en",
  url: "https://example.org/",
};

/** The parts of a plan; how documents look and how strict a check is, are none. */
const parts = new Set(
  "plan manifest foreword introduction vision goals startingPoints monitoring governance prioritising alignment priorities sections localThemes otherThemes finances partners glossary municipalities programmes".split(
    " ",
  ),
);

/** The names of the files in each folder. */
const namesIn = (folder: string, municipalities: number): readonly string[] => {
  const names: Readonly<Record<string, readonly string[]>> = {
    introduction: ["origin"],
    sections: ["free"],
    priorities: ["rich", "apart"],
    programmes: ["2027-2028", "2029-2030"],
    municipalities: Array.from({ length: municipalities }, (_, index) => `town-${index}`),
  };
  return names[folder] ?? [];
};

/** A heading of the plan's own within each priority. */
export const ownHeading = { id: "own-heading", title: "Onze kop" };

/** What the schemas alone don't tell. */
const usual: Given = {
  "plan.yaml:id": "veiligheidsplan",
  "plan.yaml:period": { from: 2027, to: 2030 },
  "plan.yaml:introduction": undefined,
  "plan.yaml:priorities": ["apart"],
  "plan.yaml:groups.0.priorities": ["rich"],
  "plan.yaml:terms": undefined,
  "plan.yaml:structure": { priority: ["description", "why", "now", "ambition", "measures", ownHeading] },
  // A priority tells by itself, or in paragraphs.
  ...Object.fromEntries(
    ["description", "why", "now", "ambition", "measures", "parts"].map((key) => [
      `priorities/rich.yaml:${key}`,
      undefined,
    ]),
  ),
  "priorities/apart.yaml:paragraphs": undefined,
  "priorities/apart.yaml:sharedMeasures": undefined,
  "governance.yaml:bodies.0.id": "raad",
  "programmes/2027-2028.yaml:period": { from: 2027, to: 2028 },
  "programmes/2027-2028.yaml:actions.0.continues": undefined,
  "programmes/2029-2030.yaml:period": { from: 2029, to: 2030 },
  ...Object.fromEntries([0, 1, 2].map((index) => [`municipalities/town-${index}.yaml:code`, `gm000${index}`])),
};

/** Content in which everything is said that the schemas know, each text by a word of its own. */
export function everything(municipalities: number, given: Given = {}, options: Options = {}) {
  const maker = new Maker({ ...usual, ...given }, options);
  const files = contentParts
    .filter(({ key }) => parts.has(key))
    .flatMap(({ file, folder = "", schema }) =>
      (file ? [file] : namesIn(folder, municipalities).map((name) => `${folder}/${name}.yaml`))
        .filter((path) => !(Object.hasOwn(given, path) && given[path] === undefined))
        .map((path): RawFile => {
          const value = maker.make({ $ref: schema }, path, []);
          return { path, bytes: Buffer.from(stringify(value, { aliasDuplicateObjects: false })) };
        }),
    );
  return { files, said: maker.said };
}

const numbers = new Map<string, number>();

/** A number of its own for each place, the same whatever else is said. */
function numberOf(key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

class Maker {
  readonly said: Said[] = [];

  constructor(
    private readonly given: Given,
    private readonly options: Options,
  ) {}

  make(schema: Schema, file: string, path: Path, around?: string): unknown {
    const key = `${file}:${path.join(".")}`;
    if (Object.hasOwn(this.given, key)) return this.given[key];
    const whole = expand(schema);
    const [form] = (whole.anyOf ?? []).filter((one) => isOpenForm(one) === (this.options.open ?? false));
    if (whole.anyOf) return this.make(form ?? whole.anyOf[0] ?? {}, file, path);
    const refers = around ?? whole["x-refers"];
    if (whole.type === "object") return this.object(whole, file, path);
    if (whole.type === "array") return [this.make(whole.items ?? {}, file, [...path, 0], refers)];
    const mark = whole["x-prose"] && !refers ? `Merk${numberOf(key)}e` : undefined;
    this.said.push({ file, path, ...(mark !== undefined && { mark }) });
    if (mark !== undefined) return mark;
    if (refers) return known[refers.split("|")[0] ?? ""];
    if (whole.type === "integer") return 1000 + numberOf(key);
    if (whole.enum) return whole.enum.at(-1);
    // A form that nobody described here is left out: where it must be there, the content isn't valid and the test says so.
    return path.at(-1) === "id" ? nameOf(file) : forms[schema.$ref?.split("/").at(-1) ?? ""];
  }

  private object(schema: Schema, file: string, path: Path): object {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([name, property]) => this.isWanted(schema, name, property, path))
        .map(([name, property]) => [
          name,
          name === "id" && path.length > 0 && !Object.hasOwn(this.given, `${file}:${[...path, name].join(".")}`)
            ? idOf(schema["x-defines"] ?? "part", file, path)
            : this.make(property, file, [...path, name]),
        ])
        .filter(([, value]) => value !== undefined),
    );
  }

  private isWanted({ required = [] }: Schema, name: string, property: Schema, path: Path): boolean {
    // Sections hold sections.
    if (name === "sections" && path.length > 3) return false;
    // What holds for a decision has tests of its own.
    if (name === "decisions" || property.$ref?.endsWith("/decision")) return false;
    return !this.options.titles || name === "title" || required.includes(name) || !isText(property);
  }
}

const nameOf = (file: string): string => file.replace(/^.*\//, "").replace(/\.yaml$/, "");

/** "measure-apart-0"; an action of any programme is "action-0". */
function idOf(kind: string, file: string, path: Path): string {
  const inFile = file.startsWith("programmes/") || !file.includes("/") ? [] : [nameOf(file)];
  return [kind, ...inFile, ...path.filter((step) => typeof step === "number")].join("-");
}

const isOpenForm = ({ $ref }: Schema): boolean => $ref === "common.schema.json#/$defs/open";

const isText = (schema: Schema): boolean => {
  const { anyOf = [], "x-prose": prose = false } = expand(schema);
  return prose || anyOf.some(isText);
};
