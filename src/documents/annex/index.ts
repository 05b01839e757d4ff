import { agree, capital, day } from "../../dutch.js";
import { asFileName, type Model, type Municipality, onlyOne, outcomeOf, type Terms } from "../../model/index.js";
import { decisionFacts, statusOf } from "../adoption.js";
import { contactFact, successorOf, withoutEmpty } from "../blocks.js";
import { actionNumbers, numbersOf, relatedTo } from "../data.js";
import { townIndicators } from "../figures/index.js";
import type { DocumentKind } from "../kind.js";
import type { Section } from "../tree.js";
import { thePlan } from "../wording.js";
import { participation } from "./actions.js";
import { decisions, finances, openPoints } from "./decisions.js";
import { deviations } from "./deviations.js";
import { inTown, localThemes } from "./town.js";

/** The folder of the annexes, in which each is called as its municipality. */
const folder = ({ annex }: Terms): string => asFileName(annex.brief.plural);

/** The local annex: what the plan means for one municipality. */
export const annex: DocumentKind = {
  kind: "annex",
  words: ({ annex: { brief, name, plural } }) => [brief.name, brief.plural, name, plural],
  noun: (terms) => terms.annex,
  audience: "municipality",
  source: { kind: "municipality", documentId: (id) => id, folder },
  onIndex: {
    rank: 3,
    anchor: "annexes",
    title: (annexes, terms) => capital(agree("de", terms.annex, annexes)),
    columns: 2,
  },
  // What it repeats has its home elsewhere.
  shows: () => () => undefined,
  // What is of the only municipality, stands in the plan.
  list: (model) =>
    (onlyOne(model.municipalities) ? [] : model.municipalities).map(({ id, title }) => ({
      id,
      kind: "annex",
      path: `${folder(model.terms)}/${id}`,
      title: `${capital(model.terms.annex.name)} ${title}`,
      status: statusOf(model, { kind: "annex", id }),
    })),
  compose: (model, info) => {
    const town = model.municipalities.find(({ id }) => id === info.id) as Municipality;
    const { plan } = model.content;
    return {
      shortTitle: `${info.title} bij ${plan.shortTitle}`,
      cover: {
        kicker: `${capital(model.terms.annex.name)} bij ${plan.shortTitle}`,
        title: info.title,
        subtitle: `Wat ${thePlan(model)} van ${plan.team} betekent voor de gemeente ${town.title}`,
        facts: [
          ...decisionFacts(model, town.decisions.annex, town.title),
          { term: "Basisteam", value: capital(town.team ?? "") },
          { term: "Bestaat", value: existence(model, town) },
          contactFact(model, town),
        ],
        style: "band",
      },
      sections: [
        { title: `${capital(thePlan(model))} in ${town.title}`, anchor: "plan", blocks: inTown(model, town) },
        {
          title: `Afwijkingen van ${thePlan(model)}`,
          anchor: "deviations",
          blocks: deviations(model, town),
        },
        { title: model.content.localThemes.title, anchor: "local-themes", blocks: localThemes(model, town) },
        { title: `Waar ${town.title} aan meedoet`, anchor: "actions", blocks: participation(model, town) },
        { title: `Cijfers van ${town.title}`, anchor: "figures", blocks: townIndicators(model, town) },
        { title: "Geld", anchor: "finances", blocks: finances(model, town) },
        { title: "Wie stelt wat vast", anchor: "decisions", blocks: decisions(model, town) },
        { title: "Wat nog open is", anchor: "open-points", blocks: openPoints(model, town) },
      ]
        .map((section) => ({ ...section, blocks: withoutEmpty(section.blocks) }))
        .filter(({ blocks }) => blocks.length > 0)
        .map((section, index): Section => ({ type: "section", number: String(index + 1), ...section })),
    };
  },
  decidedOn: (_, { id }) => ({ kind: "annex", id }),
  adoption: (model, info) => {
    const town = model.municipalities.find(({ id }) => id === info.id) as Municipality;
    return {
      outcome: outcomeOf(model, { kind: "annex", id: town.id }),
      period: model.content.plan.period,
      publisher: town,
      municipalities: [town],
    };
  },
  published: { type: () => "plan", partOf: ({ content: { plan } }) => plan.id },
  data: (model, info) => {
    const town = model.municipalities.find(({ id }) => id === info.id) as Municipality;
    const measures = model.measures.filter((measure) =>
      town.actions.some((action) => action.measures.includes(measure)),
    );
    return {
      content: { municipalities: model.source.municipalities.filter(({ id }) => id === town.id) },
      numbers: { ...numbersOf("measure", measures), ...actionNumbers(town.actions) },
      related: relatedTo(model, measures, town.actions),
    };
  },
};

/** Until when a municipality exists, and what comes after it; nothing for one that stays. */
function existence(model: Model, town: Municipality): string {
  const { until, successor } = town;
  if (until === undefined) return "";
  return `Tot ${day(until)}${successor === undefined ? "" : `; daarna gemeente ${successorOf(model, town)}`}`;
}
