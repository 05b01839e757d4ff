/**
 * Writes the content of an invented large team, always the same: 21 municipalities, 12 priorities in two groups, and a programme
 * with an action for every measure. `node test/plans/write-large.js FOLDER`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const starts = ["Ooster", "Wester", "Noorder", "Zuider", "Midden", "Boven", "Beneden"];
const ends = ["dam", "veen", "burg"];
/** The names are invented: none of them is a municipality. */
const municipalities = ends.flatMap((end, row) => starts.map((start) => `${start}${["kwa", "lie", "mo"][row]}${end}`));
/** Each with the group that it is in, and what will be done. */
const subjects = [
  [
    "inbraak",
    "Inbraak",
    "lokaal",
    ["Wijkagenten lopen in donkere maanden extra rondes.", "Bewoners krijgen advies over sloten en lampen."],
  ],
  [
    "fietsen",
    "Diefstal van fietsen",
    "lokaal",
    ["Bij elk station komt een bewaakte stalling.", "Vrijwilligers graveren gratis een postcode in het frame."],
  ],
  [
    "overlast",
    "Overlast in de buurt",
    "lokaal",
    ["Buurtbemiddelaars praten met ruziënde buren.", "Handhavers controleren pleinen na middernacht."],
  ],
  [
    "verkeer",
    "Veilig verkeer",
    "lokaal",
    ["Rond scholen mag niemand harder dan dertig rijden.", "Jonge bestuurders volgen een slipcursus."],
  ],
  [
    "jeugd",
    "Jeugd en veiligheid",
    "lokaal",
    ["Jongerenwerkers zoeken groepen op straat op.", "Leraren leren signalen van mishandeling herkennen."],
  ],
  [
    "zorg",
    "Zorg en veiligheid",
    "lokaal",
    [
      "Een psychiatrisch verpleegkundige rijdt mee in de nacht.",
      "Gezinnen met veel problemen houden één vaste begeleider.",
    ],
  ],
  [
    "ondermijning",
    "Ondermijning",
    "regionaal",
    [
      "Ambtenaren onderzoeken vergunningen van verdachte zaken.",
      "Boeren melden vreemde huurders bij een vertrouwenspersoon.",
    ],
  ],
  [
    "drugs",
    "Drugs",
    "regionaal",
    ["Lege loodsen krijgen onverwacht bezoek van inspecteurs.", "Natuurgebieden worden schoongemaakt na een dumping."],
  ],
  [
    "internet",
    "Misdaad op internet",
    "regionaal",
    ["Bibliotheken geven les over nepmail en valse winkels.", "Slachtoffers van oplichting krijgen hulp bij hun bank."],
  ],
  [
    "brand",
    "Brandveiligheid",
    "regionaal",
    [
      "Rookmelders hangen straks ook in oude huurflats.",
      "Brandweerlieden bezoeken verzorgingshuizen met een checklist.",
    ],
  ],
  [
    "water",
    "Hoogwater",
    "regionaal",
    ["Dijkwachten oefenen het sluiten van de schotten.", "Huishoudens ontvangen een kaart met hoge plekken."],
  ],
  [
    "evenementen",
    "Veilige evenementen",
    "regionaal",
    [
      "Organisatoren leveren hun draaiboek drie maanden vooraf in.",
      "Festivals krijgen een plek waar bezoekers water kunnen tappen.",
    ],
  ],
];
const idOf = (name) => name.toLowerCase();
const open = (what, by) => `{ open: ${what}, by: ${by} }`;
const decision = (body, what) =>
  `state: concept\n    body: ${body}\n    date: ${open(`datum van het ${what}`, body)}\n    reference: ${open(`kenmerk van het ${what}`, body)}`;

const files = {
  "plan.yaml": `id: veiligheidsplan-2027-2030
title: Regionaal veiligheidsplan Delta 2027–2030
shortTitle: Veiligheidsplan Delta
team: team Delta
period:
  from: 2027
  to: 2030
groups:
${["lokaal", "regionaal"]
  .map(
    (group) => `  - id: ${group}
    title: ${group === "lokaal" ? "Wat in elke gemeente speelt" : "Wat we samen aanpakken"}
    priorities: [${subjects
      .filter(([, , own]) => own === group)
      .map(([id]) => id)
      .join(", ")}]`,
  )
  .join("\n")}
introduction: [aanleiding]
`,
  "introduction/aanleiding.yaml": `id: aanleiding
title: Aanleiding
text: |
  Team Delta bestaat niet: alle gemeenten en alle cijfers zijn verzonnen.
`,
  "partners.yaml": `partners:
  - id: politie
    title: Politie
    text: |
      De politie houdt toezicht en spoort op.
`,
  "programmes/2027-2028.yaml": `id: 2027-2028
title: Uitvoeringsprogramma Delta 2027–2028
period:
  from: 2027
  to: 2028
actions:
${subjects
  .flatMap(([id, title, , measures], row) =>
    measures.map((_, column) => {
      const quarter = `${2027 + (row % 2)}-Q${1 + ((row + column) % 4)}`;
      const some = municipalities.filter((_, at) => (at + row + column) % 3 !== 0).map(idOf);
      return `  - id: ${id}-${column + 1}
    title: "${title}: stap ${column + 1}"
    measures: [${id}-${column + 1}]
    effect: Inwoners merken dat er aandacht is voor dit onderwerp.
    lead: ${idOf(municipalities[(row * 3 + column) % municipalities.length])}
    partners: [politie]
    municipalities: ${column === 0 ? "alle" : `[${some.join(", ")}]`}
    planning: { from: ${quarter}, to: 2028-Q4 }
    money: ${column === 1 ? open("kosten per jaar", "college") : (row + 1) * 2500}
    result: ${open("waaraan we het zien", "college")}
    approaches: [preventie]`;
    }),
  )
  .join("\n")}
`,
};
for (const [row, [id, title, , measures]] of subjects.entries())
  files[`priorities/${id}.yaml`] = `id: ${id}
title: ${title}
why:
  - |
    In ${3 + row} van de ${municipalities.length} gemeenten nam dit probleem toe.
ambition: |
  In 2030 is ${title.toLowerCase()} in ${15 + (row % 5)} gemeenten een kleiner probleem dan nu.
measures:
${measures
  .map(
    (measure, column) => `  - id: ${id}-${column + 1}
    text: |
      ${measure}`,
  )
  .join("\n")}
`;
for (const [at, name] of municipalities.entries())
  files[`municipalities/${idOf(name)}.yaml`] = `id: ${idOf(name)}
title: ${name}
decisions:
  plan:
    ${decision("raad", "raadsbesluit")}
  annex:
    ${decision("raad", "raadsbesluit")}
  programme:
    ${decision("college", "collegebesluit")}
emphases:
  - priority: ${subjects[at % subjects.length][0]}
    text: |
      In ${name} is dit het vaakst genoemd, door ${40 + at * 3} inwoners.
contact: ${open("waar inwoners terechtkunnen", "college")}
`;

const [, , folder = "large"] = process.argv;
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
