/**
 * The content that a new team begins with: little, valid, and what nobody decided is open. It says what was answered and what
 * the law says; nothing else is filled in as if it were known. Pure.
 */
import { agree, capital, one, paperNoun, period, withArticle } from "../dutch.js";
import { idOfYears, type Terms, termsOf, type Years } from "../model/index.js";
import type { Answers } from "./answers.js";
import { slug } from "./slug.js";
import { value } from "./value.js";

/** Files by their path, with their text. */
export type Files = Readonly<Record<string, string>>;

/** The files of `content/`, by their path in it. */
export function contentOf(answers: Answers): Files {
  const { municipalities, from, years } = answers;
  const span = { from, to: from + years - 1 };
  const several = municipalities.length > 1;
  const files: Record<string, string> = {
    "plan.yaml": plan(answers),
    "governance.yaml": governance(answers),
    "priorities/eerste-prioriteit.yaml": priority,
    [`programmes/${idOfYears(span)}.yaml`]: programme(answers, span),
    "glossary.yaml": glossary,
  };
  for (const [index, name] of municipalities.entries()) {
    const id = slug(name) || `gemeente-${index + 1}`;
    files[`municipalities/${id}.yaml`] = municipality(name, id, several);
  }
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `${modeline(path)}\n${text}`]));
}

/** Leads editors to the schema in the package that `npm install` puts beside the content. */
function modeline(path: string): string {
  const [folder = "", file] = path.split("/");
  const schema = file ? schemaOfFolder[folder] : path.replace(/\.yaml$/, "");
  return `# yaml-language-server: $schema=${file ? "../../" : "../"}node_modules/ivp/schemas/${schema}.schema.json`;
}

const schemaOfFolder: Readonly<Record<string, string>> = {
  municipalities: "municipality",
  priorities: "priority",
  programmes: "programme",
};

/** What the documents are called in sentences. */
export const termsFor = ({ plan, annex, programme }: Answers): Terms =>
  termsOf({ programme, ...(plan && { plan }), ...(annex && { annex }) });

/** The title of the plan, without whose and when it is: "Integraal Veiligheidsplan", "Veiligheidsnota". */
export const planName = ({ plan: own }: Answers): string =>
  own === undefined ? "Integraal Veiligheidsplan" : capital(own.name);

function plan(answers: Answers): string {
  const { team, from, to, municipalities, plan: own } = answers;
  const thePlan = agree("de", termsFor(answers).plan.brief);
  const who = one(municipalities.length, "de raad", "de laatste raad");
  return `\
id: ${own === undefined ? "ivp" : slug(own.name) || "ivp"}-${from}-${to}
title: ${value(`${planName(answers)} ${team} ${period({ from, to })}`)}
shortTitle: ${value(`${own === undefined ? "Veiligheidsplan" : capital(own.name)} ${team} ${period({ from, to })}`)}
team: ${value(team)}
period:
  from: ${from}
  to: ${to}
# Waar open staat, is nog niets besloten. ${one(
    municipalities.length,
    "Wat de raad besloot, zet ivp bij de gemeente: npx ivp adopt plan --help.",
    "Wat elke raad besloot, zet ivp bij zijn gemeente: npx ivp adopt plan --help.",
  )}
decision:
  state: concept
  body: raad
  date: { open: datum waarop ${who} ${thePlan} vaststelt, by: raad }
  reference: { open: ${one(municipalities.length, "kenmerk van het raadsbesluit", "kenmerken van de raadsbesluiten")}, by: raad }
${terms(answers)}\
# De sleutelnamen van de prioriteiten, in volgorde. Elke prioriteit heeft een bestand in priorities/.
priorities:
  - eerste-prioriteit
`;
}

/** What the documents are called, where that isn't what most teams call them. */
function terms(answers: Answers): string {
  const usual = termsOf(undefined);
  const own = (["plan", "annex", "programme"] as const).flatMap((key) => {
    const { name, article } = answers[key] ?? usual[key];
    if (name === usual[key].name) return [];
    const known = paperNoun(name).article === article;
    return [`  ${key}:\n    name: ${value(name)}\n${known ? "" : `    article: ${article}\n`}`];
  });
  if (own.length === 0) return "";
  return `\
# Hoe uw documenten heten. Zijn er van een soort meer, dan kan ook het meervoud erbij: plural.
# Rapportages over de voortgang krijgen hier een eigen naam met progress.
terms:
${own.join("")}`;
}

const governance = ({ programme }: Answers): string => `\
id: governance
title: Wie beslist waarover
# Wie iets beslist, heeft een sleutelnaam (id). Bij een open punt staat die achter by.
bodies:
  - id: raad
    title: gemeenteraad
    level: gemeente
    decides: |
      Stelt minstens eens in de vier jaar de doelen voor veiligheid vast (Politiewet 2012).
  - id: college
    title: college van burgemeester en wethouders
    level: gemeente
    decides: |
      Stelt ${withArticle(programme)} vast.
  - id: driehoek
    title: driehoek
    level: team
    decides: |
      In de [[term:driehoek]] overleggen burgemeester, officier van justitie en politie.
`;

const priority = `\
# Dit is een voorbeeld: maak er uw eerste prioriteit van. Geef het bestand en de sleutelnaam (id) een eigen naam, en zet die ook in plan.yaml.
# Haal de hekjes weg voor wat u wilt invullen. Elke zin komt op een eigen regel.
id: eerste-prioriteit
title: Eerste prioriteit
# description: |
#   Waar gaat deze prioriteit over?
# why:
#   - |
#     Waarom krijgt dit onderwerp extra aandacht?
# now: |
#   Wat gebeurt er nu?
ambition: |
  Hier komt wat er aan het einde van de looptijd anders is.
measures:
  - id: eerste-maatregel
    text: |
      Hier komt wat we gaan doen.
# Cijfers waaraan te zien is of het lukt, komen in indicators/. Ze komen uit een bestand van CBS of politie met:
# npx ivp import figures --help
`;

const programme = ({ team, programme: { name } }: Answers, span: Years): string => `\
id: ${value(idOfYears(span))}
title: ${value(`${capital(name)} ${team} ${period(span)}`)}
shortTitle: ${value(`${capital(name)} ${period(span)}`)}
period:
  from: ${span.from}
  to: ${span.to}
decision:
${undecided("college", "besluit", "  ")}
# Hoe ver de acties zijn, komt per datum in progress/. Begin zo'n bestand met: npx ivp progress new ${span.from}-12-31
actions:
  # Dit is een voorbeeld. Vervang een open punt door wat er is besloten, zoals: result: Elke wijk heeft een toezichthouder.
  - id: eerste-actie
    title: Eerste actie
    status: voorstel
    measures: [eerste-maatregel]
    municipalities: alle
    effect: { open: wat inwoners van de actie merken, by: college }
    # De sleutelnaam van een gemeente, of van een partner in partners.yaml.
    lead: { open: wie de actie trekt, by: driehoek }
    # Met kwartalen: planning: { from: ${span.from}-Q1, to: ${span.to}-Q4 }
    planning: { open: wanneer de actie begint en eindigt, by: college }
    capacity: { open: hoeveel mensen en uren nodig zijn, by: college }
    # In hele euro's per jaar, zonder punt: money: 12500
    money: { open: wat de actie per jaar kost, by: college }
    result: { open: waaraan we zien dat de actie werkt, by: college }
`;

const glossary = `\
# Verwijs in een tekst met [[term:driehoek]]: lezers krijgen dan de uitleg erbij.
terms:
  - id: driehoek
    term: driehoek
    meaning: Overleg van burgemeester, officier van justitie en politie (Politiewet 2012, artikel 13)
`;

/** @param several whether there are more: then its council decides apart, and it may choose emphases of its own */
const municipality = (name: string, id: string, several: boolean): string => `\
id: ${value(id)}
title: ${value(name)}
# De CBS-code is nodig om volgens de Woo te publiceren. Zet hier code: met de letters gm en vier cijfers.
contact: { open: waar inwoners met vragen terechtkunnen, by: college }
${several ? ownDecisions : ""}`;

/** A decision that nobody took yet. @param what as it is called after "het" */
const undecided = (body: "raad" | "college", what: string, indent: string): string =>
  [
    "state: concept",
    `body: ${body}`,
    `date: { open: datum van het ${what}, by: ${body} }`,
    `reference: { open: kenmerk van het ${what}, by: ${body} }`,
  ]
    .map((line) => `${indent}${line}`)
    .join("\n");

const ownDecisions = `\
# Wat raad en college van deze gemeente besluiten, zet ivp hier neer: npx ivp adopt --help
decisions:
  plan:
${undecided("raad", "raadsbesluit", "    ")}
  annex:
${undecided("raad", "raadsbesluit", "    ")}
  programme:
${undecided("college", "collegebesluit", "    ")}
emphases: { open: welke prioriteiten hier extra aandacht krijgen, by: raad }
`;
