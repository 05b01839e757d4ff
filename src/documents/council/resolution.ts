import type { Decision } from "../../content/index.js";
import { agree, day, enumeration } from "../../dutch.js";
import { isDecided, isOpen, type Model, type Municipality, onlyOne } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Section } from "../tree.js";
import { thePlan } from "../wording.js";
import { councilKind, facts } from "./kind.js";
import { points } from "./sections.js";
import { type CouncilSettings, type FactName, factOf, meetingAnew, notedBy, pointsOf } from "./settings.js";

/** What a council decides, in the form that it signs (Gemeentewet, artikel 32a; Politiewet 2012, artikel 38b). */
export const resolution = councilKind({
  kind: "resolution",
  name: "raadsbesluit",
  plural: "raadsbesluiten",
  rank: 6,
  anchor: "resolutions",
  type: "besluit",
  kicker: ({ title }) => `Raadsbesluit van de gemeente ${title}`,
  facts: [
    ["Raadsvergadering", "meeting"],
    ["Kenmerk voorstel", "reference"],
  ],
  sections: (model, town, settings) =>
    town.decisions.plan.state === "ingetrokken" ? [withdrawn] : sections(model, town, settings),
});

/** A proposal that was taken back, or a decision that no longer holds: which of the two, content doesn't say. */
const withdrawn: Section = {
  type: "section",
  anchor: "resolution",
  title: "Besluit",
  blocks: [prose("Er geldt geen besluit: het voorstel is teruggenomen, of het besluit is ingetrokken.")],
};

function sections(model: Model, town: Municipality, settings: CouncilSettings): Section[] {
  return [
    {
      type: "section",
      anchor: "resolution",
      title: "Besluit",
      blocks: [
        prose(
          [
            `De raad van de gemeente ${town.title};`,
            `gelezen het voorstel van burgemeester en wethouders van ${dayOf(settings, "date")};`,
            `gelet op ${settings.basis ?? "artikel 38b van de Politiewet 2012"};`,
            "**besluit:**",
          ].join("\n\n"),
        ),
        points(decisionsOf(model, town)),
      ],
    },
    {
      type: "section",
      anchor: "signatures",
      title: "Ondertekening",
      blocks: [
        prose(
          `Aldus besloten in de openbare vergadering van de raad van de gemeente ${town.title} van ${dayOf(settings, "meeting")}.`,
        ),
        {
          type: "facts",
          items: facts(model, town, settings, [
            ["De griffier", "clerk"],
            ["De voorzitter", "chair"],
          ]),
        },
      ],
    },
  ];
}

/** What the council decided; as long as it didn't, what it is asked to decide. */
function decisionsOf(model: Model, town: Municipality): readonly string[] {
  const { plan, annex } = town.decisions;
  const own = model.content.council.municipalities.find(({ municipality }) => municipality === town.id);
  const written = own?.points ?? model.content.council.points;
  // What the team wrote asks to adopt the plan as it was proposed.
  if (meetingAnew(model, town) || !isDecided(plan.state) || (plan.state === "vastgesteld" && written))
    return pointsOf(model, town);
  const together = annex.date === undefined || isOpen(annex.date) || annex.date === plan.date;
  return [
    decided(`${thePlan(model)} “${model.content.plan.title}”`, plan.state, amendmentsOf(model, town)),
    ...(onlyOne(model.municipalities) || !isDecided(annex.state) || annex.state === "ingetrokken" || !together
      ? []
      : [decided(`${agree("de", model.terms.annex)} van ${town.title}`, annex.state)]),
    ...(plan.state === "verworpen" ? [] : notedBy(model)),
  ];
}

/** A point of what was decided. */
function decided(name: string, state: Decision["state"], amendments: readonly string[] = []): string {
  if (state === "verworpen") return `${name} niet vast te stellen`;
  if (state !== "gewijzigd-vastgesteld") return `${name} vast te stellen`;
  return `${name} gewijzigd vast te stellen${amendments.length > 0 ? `, met ${enumeration(amendments)}` : ""}`;
}

/** The amendments of a council that change the plan. */
const amendmentsOf = ({ content }: Model, { id }: Municipality): string[] =>
  content.amendments
    .filter(({ municipality, state, scope }) => municipality === id && state === "aangenomen" && scope === "plan")
    .map((amendment) => `[[amendment:${amendment.id}]]`);

/** A date within a sentence; what isn't known is told there. */
function dayOf(settings: CouncilSettings, name: FactName): string {
  const value = factOf(settings, name);
  return isOpen(value) ? `*(nog open: ${value.open})*` : day(value);
}
