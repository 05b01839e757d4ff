/**
 * The content that a new team begins with: little, valid, and what nobody decided is open. It says what was answered and what
 * the law says; nothing else is filled in as if it were known. Pure.
 */
import { capital, one, period } from "../dutch.js";
import type { Answers } from "./answers.js";
import { slug } from "./slug.js";
import { startingTexts } from "./starting-texts.js";
import { value } from "./value.js";

/** Files by their path, with their text. */
export type Files = Readonly<Record<string, string>>;

/** The files of `content/`, by their path in it. */
export function contentOf(answers: Answers): Files {
  const { municipalities, from, years } = answers;
  const span = { from, to: from + years - 1 };
  const files: Record<string, string> = {
    "plan.yaml": plan(answers),
    "governance.yaml": governance(answers),
    "priorities/eerste-prioriteit.yaml": priority(),
    [`programmes/${span.from === span.to ? span.from : `${span.from}-${span.to}`}.yaml`]: programme(answers, span),
    "glossary.yaml": glossary(),
    ...startingTexts(answers),
  };
  for (const [index, name] of municipalities.entries()) {
    const id = slug(name) || `gemeente-${index + 1}`;
    files[`municipalities/${id}.yaml`] = municipality(name, id);
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
  introduction: "section",
};

const plan = ({ team, from, to, municipalities }: Answers): string => `\
id: ivp-${from}-${to}
title: ${value(`Integraal Veiligheidsplan ${team} ${period({ from, to })}`)}
shortTitle: ${value(`Veiligheidsplan ${team} ${period({ from, to })}`)}
name: Integraal Veiligheidsplan
team: ${value(team)}
period:
  from: ${from}
  to: ${to}
# Is het plan vastgesteld? Zet hier dan de status, de datum (zoals 2026-12-15) en het kenmerk van het besluit.
decision:
  state: concept
  body: raad
  date: { open: ${one(municipalities.length, "datum waarop de raad het plan vaststelt", "datum waarop de laatste raad het plan vaststelt")}, by: raad }
  reference: { open: ${one(municipalities.length, "kenmerk van het raadsbesluit", "kenmerken van de raadsbesluiten")}, by: raad }
slogan: ${value(`Integraal Veiligheidsplan ${period({ from, to })}`)}
motto: ${value(capital(team))}
pillars:
  - id: aanpak
    title: Aanpak
    motto: Hier komt het motto van de eerste pijler
introduction:
  - algemeen
# De sleutelnamen van de prioriteiten, in de volgorde van het plan. Elke prioriteit heeft een bestand in priorities/.
priorities:
  - eerste-prioriteit
`;

const governance = ({ municipalities }: Answers): string => `\
id: governance
title: Wie beslist waarover
text: |
  ${one(municipalities.length, "De gemeenteraad stelt het plan vast.", "De gemeenteraden stellen het plan vast.")}
# Wie iets beslist, heeft hier een sleutelnaam (id). Bij een open punt staat die achter by.
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
      Stelt het programma met de acties vast.
  - id: driehoek
    title: driehoek
    level: team
    decides: |
      In de [[term:driehoek]] maken gemeente, politie en Openbaar Ministerie afspraken over de politie.
`;

/** The one priority with what every priority has; its words say what to write there. */
const priority = (): string => `\
# Een voorbeeld. Maak er uw eerste prioriteit van: geef het bestand en het id een eigen naam, en noem die ook in plan.yaml.
id: eerste-prioriteit
title: Eerste prioriteit
icon: schild
colour: blauw
goals: [doel]
regionalThemes: []
themes: []
paragraphs:
  - id: eerste-prioriteit
    title: Eerste prioriteit
    description: |
      Hier komt waar deze prioriteit over gaat.
    why:
      - |
        Hier komt waarom dit onderwerp extra aandacht krijgt.
    now: |
      Hier komt wat er nu gebeurt.
    ambition: |
      Hier komt wat er aan het einde van de looptijd anders is.
    measures:
      # Verander een id niet meer als het plan is vastgesteld: acties verwijzen ernaar.
      - id: eerste-maatregel
        text: |
          Hier komt wat we gaan doen.
`;

function programme({ team, programme: name }: Answers, span: { readonly from: number; readonly to: number }): string {
  return `\
id: ${value(period(span).replace("–", "-"))}
title: ${value(`${capital(name)} ${team} ${period(span)}`)}
shortTitle: ${value(`${capital(name)} ${period(span)}`)}
period:
  from: ${span.from}
  to: ${span.to}
decision:
  state: concept
  body: college
  date: { open: datum van het besluit, by: college }
  reference: { open: kenmerk van het besluit, by: college }
introduction: |
  Hier komt wat we ${span.from === span.to ? "in dit jaar" : "in deze twee jaar"} gaan doen.
milestones: []
actions:
  # Een voorbeeld. Vervang een open punt door wat er is besloten, bijvoorbeeld: lead: politie
  - id: eerste-actie
    title: Eerste actie
    status: voorstel
    measures: [eerste-maatregel]
    effect: { open: wat inwoners van de actie merken, by: college }
    lead: { open: wie de actie trekt, by: driehoek }
    partners: [politie]
    municipalities: alle
    # Met kwartalen: planning: { from: ${span.from}-Q1, to: ${span.to}-Q4 }
    planning: { open: wanneer de actie begint en eindigt, by: college }
    capacity: { open: hoeveel mensen en uren nodig zijn, by: college }
    # In hele euro's per jaar, zonder punt: money: 12500
    money: { open: wat de actie per jaar kost, by: college }
    result: { open: waaraan we zien dat de actie werkt, by: college }
    approaches: []
`;
}

const glossary = (): string => `\
title: Begrippen
introduction: |
  Deze begrippen staan in het plan.
# Verwijs in een tekst met [[term:driehoek]]: lezers krijgen dan de uitleg erbij.
terms:
  - id: driehoek
    term: driehoek
    meaning: Overleg van burgemeester, officier van justitie en politie (Politiewet 2012, artikel 13)
`;

const municipality = (name: string, id: string): string => `\
id: ${value(id)}
title: ${value(name)}
# De CBS-code van de gemeente is nodig om de documenten volgens de Woo te publiceren: code: gm gevolgd door vier cijfers.
introduction: |
  Hier komt wat het plan voor ${name} betekent.
decisions:
  plan:
    state: concept
    body: raad
    date: { open: datum van het raadsbesluit, by: raad }
    reference: { open: kenmerk van het raadsbesluit, by: raad }
  annex:
    state: concept
    body: raad
    date: { open: datum van het raadsbesluit, by: raad }
    reference: { open: kenmerk van het raadsbesluit, by: raad }
  programme:
    state: concept
    body: college
    date: { open: datum van het collegebesluit, by: college }
    reference: { open: kenmerk van het collegebesluit, by: college }
emphases: { open: welke prioriteiten hier extra aandacht krijgen, by: raad }
localThemes: []
finances: []
contact: { open: waar inwoners met vragen terechtkunnen, by: college }
`;
