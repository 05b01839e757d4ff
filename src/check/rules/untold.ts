import type { Path } from "../../content/index.js";
import { nodeOf } from "../../documents/index.js";
import { agree } from "../../dutch.js";
import { type Model, onlyOne, type PartName, says } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

/** Something that is written and that no document shows: what it is, why not, and how it would be. */
interface Untold {
  readonly file: string;
  readonly path: Path;
  readonly what: string;
  readonly because: string;
  readonly hint: string;
}

export const untold = modelRule(
  {
    code: "IVP542",
    severity: "warning",
    title: "Wat geschreven is, staat in een document.",
    why: "Anders denkt een schrijver dat lezers iets lezen wat nergens staat.",
    mend: "Geef het een plaats, zoals de melding zegt, of haal het weg.",
  },
  (model, loaded) =>
    [
      ...ofPoster(model),
      ...ofSummary(model),
      ...ofOnlyMunicipality(model),
      ...ofLocalThemes(model),
      ...ofGoals(model),
      ...ofAlignment(model),
      ...emptyHeadings(model),
      ...ofOnlyParagraphs(model),
    ].map(({ file, path, what, because, hint }) => ({
      ...ofValue(loaded, file, path, `${file}:${path.join(".")}`),
      message: `${what} in geen document: ${because}.`,
      hint,
    })),
);

/** That the plan hasn't got a part in which something would stand. */
const leftOut = (model: Model, part: PartName): Pick<Untold, "because" | "hint"> => ({
  because: `${agree("de", model.terms.plan.brief)} laat “${part}” weg`,
  hint: `Noem “${part}” in structure in plan.yaml, of haal het weg.`,
});

function ofPoster(model: Model): Untold[] {
  if (nodeOf(model, "poster")) return [];
  const { motto, pillars } = model.content.plan;
  return [
    ...(motto === "" ? [] : [{ path: ["motto"], what: "Het motto staat" }]),
    ...(pillars.length === 0 ? [] : [{ path: ["pillars"], what: "De pijlers staan" }]),
  ].map((own) => ({ file: "plan.yaml", ...own, ...leftOut(model, "poster") }));
}

const ofSummary = (model: Model): Untold[] =>
  nodeOf(model, "summary")
    ? []
    : model.content.sections.flatMap(({ id, summary }) =>
        summary === undefined
          ? []
          : [{ file: `sections/${id}.yaml`, path: ["summary"], what: "Dit staat", ...leftOut(model, "summary") }],
      );

/** What the only municipality writes stands in the plan: it has no annex. */
function ofOnlyMunicipality(model: Model): Untold[] {
  const town = onlyOne(model.municipalities);
  if (!town) return [];
  const all: readonly (readonly [PartName, "introduction" | "emphases" | "localThemes" | "finances"])[] = [
    ["municipality", "introduction"],
    ["municipality", "emphases"],
    ["local-themes", "localThemes"],
    ["finances", "finances"],
  ];
  return all.flatMap(([part, key]) =>
    says({ value: town[key] }) && !nodeOf(model, part)
      ? [
          {
            file: `municipalities/${town.id}.yaml`,
            path: [key],
            what: `Wat ${town.title} bij ${key} schrijft, staat`,
            ...leftOut(model, part),
          },
        ]
      : [],
  );
}

/** Local themes stand in the annexes of those who chose them. */
function ofLocalThemes({ content: { localThemes }, municipalities, terms }: Model): Untold[] {
  if (onlyOne(municipalities)) return [];
  const chosen = new Set(municipalities.flatMap((town) => town.localThemes.map(({ theme }) => theme.id)));
  const file = "local-themes.yaml";
  const hint = "Noem het thema bij localThemes van een gemeente, of haal het weg.";
  return [
    ...(localThemes.annexText !== undefined && chosen.size === 0
      ? [
          {
            file,
            path: ["annexText"],
            what: `De tekst voor ${agree("de", terms.annex, municipalities.length)} staat`,
            because: "geen gemeente kiest een lokaal thema",
            hint: "Noem thema's bij localThemes van een gemeente, of haal de tekst weg.",
          },
        ]
      : []),
    ...localThemes.themes.flatMap(({ id, title }, index) =>
      chosen.has(id)
        ? []
        : [
            {
              file,
              path: ["themes", index],
              what: `Het lokale thema “${title}” staat`,
              because: "geen gemeente kiest het",
              hint,
            },
          ],
    ),
  ];
}

const ofGoals = ({ content: { goals }, priorities }: Model): Untold[] =>
  goals.contributionNote === undefined || priorities.some((priority) => priority.number !== "" && priority.goals.length)
    ? []
    : [
        {
          file: "goals.yaml",
          path: ["contributionNote"],
          what: "Dit staat",
          because: "geen prioriteit noemt doelen",
          hint: "Noem bij een prioriteit onder goals aan welke doelen zij bijdraagt, of haal het weg.",
        },
      ];

/** Themes of the regional plan stand at the priorities that name them. */
function ofAlignment({ content: { alignment }, priorities }: Model): Untold[] {
  const named = new Set(priorities.flatMap(({ regionalThemes = [] }) => regionalThemes.map(({ id }) => id)));
  const file = "alignment.yaml";
  return [
    ...(alignment.regionalPlan === "" || priorities.some(({ regionalThemes }) => regionalThemes)
      ? []
      : [
          {
            file,
            path: ["regionalPlan"],
            what: "De naam van het regionale plan staat",
            because: "geen prioriteit noemt regionale thema's",
            hint: "Noem bij prioriteiten de regionalThemes, of haal de naam weg.",
          },
        ]),
    ...alignment.regionalThemes.flatMap(({ id, title }, index) =>
      named.has(id)
        ? []
        : [
            {
              file,
              path: ["regionalThemes", index],
              what: `Het regionale thema “${title}” staat`,
              because: "geen prioriteit noemt het",
              hint: "Noem het bij regionalThemes van een prioriteit, of haal het weg.",
            },
          ],
    ),
  ];
}

interface Headed {
  readonly title: string;
  readonly text?: string;
  readonly sections?: readonly Headed[];
}

/** Headings within a text under which nothing stands: these fall away. */
function emptyHeadings({ content }: Model): Untold[] {
  const { introduction, vision, monitoring, prioritising, sections } = content;
  const empty = (file: string, key: string, things: readonly Headed[], at: Path = []): Untold[] =>
    things.flatMap(({ title, text = "", sections: inner = [] }, index) => {
      const path = [...at, key, index];
      return text.trim() === "" && inner.length === 0
        ? [
            {
              file,
              path: [...path, "title"],
              what: `De kop “${title}” staat`,
              because: "er staat geen tekst onder",
              hint: "Zet er text bij, of haal de kop weg.",
            },
          ]
        : empty(file, key, inner, path);
    });
  return [
    ...introduction.flatMap(({ id, parts }) => empty(`introduction/${id}.yaml`, "parts", parts)),
    ...empty("vision.yaml", "parts", vision.parts),
    ...empty("monitoring.yaml", "parts", monitoring.parts),
    ...empty("prioritising.yaml", "parts", prioritising.parts),
    ...sections.flatMap(({ id, sections: inner = [] }) => empty(`sections/${id}.yaml`, "sections", inner)),
  ];
}

/** A priority with one paragraph is that paragraph, under its own title. */
const ofOnlyParagraphs = ({ content: { priorities } }: Model): Untold[] =>
  priorities.flatMap(({ id, title, paragraphs }) => {
    const only = onlyOne(paragraphs);
    return only?.kind !== "paragraph" || only.title === title
      ? []
      : [
          {
            file: `priorities/${id}.yaml`,
            path: ["paragraphs", 0, "title"],
            what: `De kop “${only.title}” staat`,
            because: `het is de enige paragraaf van “${title}”`,
            hint: "Geef haar de titel van de prioriteit, of laat paragraphs weg en schrijf alles in de prioriteit zelf.",
          },
        ];
  });
