/**
 * Ten plans of invented teams, each with the table of contents that a published Dutch safety plan has: what stands where follows
 * those plans; names, texts and figures are made up.
 */
import { parse, stringify } from "yaml";
import { type Answers, readAll } from "../../src/init/answers.js";
import { contentOf } from "../../src/init/content.js";
import { written } from "./hostile.js";

/** A section of the plan's own, by its title; what stands in it. Ids follow from titles. */
interface Sections {
  readonly [title: string]: string | Sections;
}

interface Published {
  readonly municipalities?: string;
  /** By id: the title. */
  readonly priorities: Readonly<Record<string, string>>;
  /** Other keys of plan.yaml, such as `structure` and `groups`. */
  readonly plan: {
    readonly structure: {
      readonly front: readonly unknown[];
      readonly chapters: readonly unknown[];
      readonly [place: string]: unknown;
    };
    readonly [key: string]: unknown;
  };
  /** By the name of its file: the title, and what stands in it. */
  readonly sections?: Readonly<
    Record<
      string,
      { readonly title: string; readonly text?: string; readonly inner?: Sections; readonly summary?: string }
    >
  >;
  /** Other files, by path. */
  readonly files?: Readonly<Record<string, object>>;
  /** What stands under a heading of the plan's own within each priority. */
  readonly heading?: string;
  /** The table of contents that readers find: number and title, deeper ones further to the right. */
  readonly contents: string;
}

const about = (title: string): string => `Hier staat wat er over “${title}” te zeggen is.\n`;

const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** @param stem what comes before the ids, so that no two files have one */
const inner = (sections: Sections, stem: string): object[] =>
  Object.entries(sections).map(([title, content]) => {
    const id = `${stem}-${idOf(title)}`;
    return typeof content === "string" ? { id, title, text: content } : { id, title, sections: inner(content, id) };
  });

/** The content of a plan: files by path. */
export function filesOf({
  municipalities = "Wierdam",
  priorities,
  plan,
  sections = {},
  files = {},
  heading,
}: Published) {
  const names = municipalities.split(";");
  const start = contentOf(
    readAll({
      municipalities: `${municipalities};`,
      team: names.length === 1 ? `gemeente ${names[0]}` : "basisteam Heuvelrand",
      from: "2027",
      to: "2030",
      programme: "uitvoeringsprogramma",
      years: "2",
    }) as Answers,
  );
  const made: Record<string, object> = Object.fromEntries(
    Object.entries(start).map(([path, text]) => [path, parse(text) as object]),
  );
  delete made["priorities/eerste-prioriteit.yaml"];
  const shows = (name: string): boolean => JSON.stringify(plan).includes(`"${name}"`);
  // What a plan doesn't show, its team doesn't write.
  for (const name of ["governance", "glossary"]) if (!shows(name)) delete made[`${name}.yaml`];
  const { bodies: [, , council] = [] } = (made["governance.yaml"] ?? {}) as { bodies?: { decides: string }[] };
  if (council && !shows("glossary")) council.decides = "Overlegt over de politie.\n";
  const own = (id: string, title: string) => ({
    id,
    title,
    description: `Dit gaat over ${title.toLowerCase()}.\n${shows("glossary") ? "De [[term:driehoek]] volgt dit.\n" : ""}`,
    why: [`Inwoners noemen ${title.toLowerCase()} vaak.\n`],
    goals: "goals.yaml" in files ? ["minder"] : [],
    ambition: `In 2030 gaat het beter met ${title.toLowerCase()}.\n`,
    ...(heading !== undefined && { parts: [{ heading, text: `Bij ${title.toLowerCase()} helpen anderen mee.\n` }] }),
    measures: [{ id: `maatregel-${id}`, text: `${title}: ${id}.\n` }],
  });
  for (const [id, title] of Object.entries(priorities)) made[`priorities/${id}.yaml`] = own(id, title);
  const programme = made["programmes/2027-2028.yaml"] as { actions: object[] };
  programme.actions = Object.entries(priorities).map(([id, title]) => ({
    ...programme.actions[0],
    id: `actie-${id}`,
    title: `Aanpak ${title}`,
    measures: [`maatregel-${id}`],
    ...("local-themes.yaml" in files && { localThemes: ["jachthavens"] }),
  }));
  made["plan.yaml"] = { ...(made["plan.yaml"] as object), priorities: Object.keys(priorities), ...plan };
  for (const [id, { title, text = about(title), inner: within, summary }] of Object.entries(sections))
    made[`sections/${id}.yaml`] = {
      id,
      title,
      ...(summary !== undefined && { summary }),
      ...(within && { sections: inner(within, id) }),
      ...(!within || text !== about(title) ? { text } : {}),
    };
  return Object.fromEntries(
    Object.entries({ ...made, ...files }).map(([path, value]) => [path, stringify(value, written)]),
  );
}

const text = (title: string, more: object = {}): object => ({ title, text: about(title), ...more });
const partners = (title = "Partners"): object => ({
  title,
  introduction: "Met deze partners werken we samen: [[partner:politie]] en [[partner:brandweer]].\n",
  partners: [
    { id: "politie", title: "Politie", text: "De politie houdt toezicht.\n" },
    { id: "brandweer", title: "Brandweer", text: "De brandweer blust en geeft advies.\n" },
  ],
});
const goals = (title = "Doelen"): object => ({
  title,
  introduction: "Deze doelen hebben we.\n",
  goals: [{ id: "minder", title: "Minder overlast" }],
});
const otherThemes = (title: string): object => ({
  title,
  text: "Deze thema's gaan door zoals nu.\n",
  themes: [
    { id: "evenementen", title: "Evenementen", text: "De aanpak van evenementen gaat door.\n" },
    { id: "verkeer", title: "Verkeer", text: "De aanpak van het verkeer gaat door.\n" },
  ],
});

const fiveFields = [
  "Veilige woon- en leefomgeving",
  "Bedrijvigheid en veiligheid",
  "Jeugd en veiligheid",
  "Fysieke veiligheid",
  "Integriteit en veiligheid",
] as const;
const fields: Sections = Object.fromEntries(fiveFields.map((title) => [title, about(title)]));

const matrix =
  "Tabel: De risico's die we zien\n\n" +
  "| Risico | Kans | Gevolg | Wie | Bekeken in | Vorige keer | Trend | Bron |\n" +
  "| --- | --- | --- | --- | ---: | ---: | --- | --- |\n" +
  "| Overstroming | klein | zeer groot | waterschap | 2026 | 2022 | gelijk | risicoprofiel |\n" +
  "| Natuurbrand | groot | groot | brandweer | 2026 | 2022 | stijgt | risicoprofiel |\n";

export const publishedPlans: Readonly<Record<string, Published>> = {
  "an analysis of five fields, priorities and strategic themes, going concern, and how it is organised": {
    priorities: {
      woninginbraak: "Woninginbraak",
      jeugdoverlast: "Jeugdoverlast",
      ondermijning: "Ondermijning",
      zorg: "Zorg en veiligheid",
    },
    sections: {
      voorwoord: { title: "Voorwoord van de burgemeester" },
      aanleiding: { title: "Aanleiding" },
      totstandkoming: { title: "Hoe dit plan tot stand kwam" },
      analyse: { title: "Veiligheidsanalyse", inner: { ...fields, Conclusie: about("Conclusie") } },
      coordinatie: { title: "Coördinatie" },
      overleg: { title: "Overlegvormen" },
      communicatie: { title: "Communicatie" },
      velden: { title: "Overzicht van veiligheidsvelden en thema's" },
    },
    plan: {
      priorities: [],
      groups: [
        { id: "prioriteiten", title: "Prioriteiten", priorities: ["woninginbraak", "jeugdoverlast"] },
        {
          id: "strategisch",
          title: "Strategische thema's",
          text: "Deze thema's raken elk veld.\n",
          priorities: ["ondermijning", "zorg"],
        },
      ],
      structure: {
        front: ["contents", "voorwoord"],
        chapters: [
          { id: "inleiding", title: "Inleiding", sections: ["aanleiding", "totstandkoming", "reading-guide"] },
          "analyse",
          { id: "keuzes", title: "Prioriteiten en thema's", sections: ["prioriteiten", "strategisch", "other-themes"] },
          {
            id: "borging",
            title: "Organisatorische borging",
            sections: ["coordinatie", "overleg", "communicatie", { part: "finances", title: "Financiën" }],
          },
        ],
        annexes: ["velden", "partners", "glossary", "open-points"],
      },
    },
    files: {
      "other-themes.yaml": otherThemes("Going concern"),
      "check.yaml": { words: ["going"] },
      "finances.yaml": text("Geld"),
      "partners.yaml": partners(),
    },
    contents: `
Voorwoord van de burgemeester
1 Inleiding
  1.1 Aanleiding
  1.2 Hoe dit plan tot stand kwam
  1.3 Leeswijzer
2 Veiligheidsanalyse
  2.1 Veilige woon- en leefomgeving
  2.2 Bedrijvigheid en veiligheid
  2.3 Jeugd en veiligheid
  2.4 Fysieke veiligheid
  2.5 Integriteit en veiligheid
  2.6 Conclusie
3 Prioriteiten en thema's
  3.1 Prioriteiten
    3.1.1 Woninginbraak
    3.1.2 Jeugdoverlast
  3.2 Strategische thema's
    3.2.1 Ondermijning
    3.2.2 Zorg en veiligheid
  3.3 Going concern
4 Organisatorische borging
  4.1 Coördinatie
  4.2 Overlegvormen
  4.3 Communicatie
  4.4 Financiën
Bijlage I Overzicht van veiligheidsvelden en thema's
Bijlage II Partners
Bijlage III Begrippenlijst
Bijlage IV Open punten`,
  },

  "each field with its priorities and its own going concern": {
    priorities: {
      inbraak: "Inbraak",
      winkels: "Veilig winkelen",
      jongeren: "Risicojongeren",
      brand: "Brandveiligheid",
    },
    sections: {
      wonenverder: { title: "Overige thema's wonen" },
      bedrijvenverder: { title: "Overige thema's bedrijven" },
      jeugdverder: { title: "Overige thema's jeugd" },
      integer: {
        title: "Integriteit en veiligheid",
        inner: { Radicalisering: about("Radicalisering"), "Integer bestuur": about("Integer bestuur") },
      },
      terug: { title: "Terugblik op 2023–2026" },
    },
    plan: {
      structure: {
        front: ["summary", "contents"],
        chapters: [
          "terug",
          "vision",
          {
            id: "velden",
            title: "De veiligheidsvelden",
            text: "Elk veld heeft prioriteiten en thema's die doorgaan.\n",
            sections: [
              {
                id: "wonen",
                title: "Veilige woon- en leefomgeving",
                text: "In dit veld gaat het om de buurt.\n",
                sections: ["inbraak", "wonenverder"],
              },
              { id: "bedrijven", title: "Bedrijvigheid en veiligheid", sections: ["winkels", "bedrijvenverder"] },
              { id: "jeugd", title: "Jeugd en veiligheid", sections: ["jongeren", "jeugdverder"] },
              { id: "fysiek", title: "Fysieke veiligheid", sections: ["brand"] },
              "integer",
            ],
          },
          { id: "samen", title: "Samen doen", sections: ["governance", { part: "partners", title: "Wie helpt mee" }] },
        ],
        annexes: ["open-points"],
      },
    },
    files: { "vision.yaml": { id: "vision", ...text("Visie en ambitie") }, "partners.yaml": partners() },
    contents: `
Samenvatting
1 Terugblik op 2023–2026
2 Visie en ambitie
3 De veiligheidsvelden
  3.1 Veilige woon- en leefomgeving
    3.1.1 Inbraak
    3.1.2 Overige thema's wonen
  3.2 Bedrijvigheid en veiligheid
    3.2.1 Veilig winkelen
    3.2.2 Overige thema's bedrijven
  3.3 Jeugd en veiligheid
    3.3.1 Risicojongeren
    3.3.2 Overige thema's jeugd
  3.4 Fysieke veiligheid
    3.4.1 Brandveiligheid
  3.5 Integriteit en veiligheid
    3.5.1 Radicalisering
    3.5.2 Integer bestuur
4 Samen doen
  4.1 Wie beslist waarover
  4.2 Wie helpt mee
Bijlage I Open punten`,
  },

  "a joint plan on top of municipal ones": {
    municipalities: "Oostdorp;'s-Zandhoven;Bergen (H.)",
    priorities: { ondermijning: "Ondermijning", digitaal: "Digitale veiligheid", zorg: "Zorg en veiligheid" },
    sections: {
      burgemeesters: { title: "Voorwoord van de burgemeesters" },
      officier: { title: "Voorwoord van de officier van justitie" },
      waarom: { title: "Waarom een gezamenlijk plan" },
      profiel: {
        title: "Veiligheidsprofiel van het gebied",
        inner: {
          Cijfers: about("Cijfers"),
          "Trends en ontwikkelingen": { Landelijk: about("Landelijk"), Regionaal: about("Regionaal") },
        },
      },
      lokaal: {
        title: "Lokale accenten",
        inner: {
          Oostdorp: about("Oostdorp"),
          "'s-Zandhoven": about("'s-Zandhoven"),
          "Bergen (H.)": about("Bergen (H.)"),
        },
      },
      rollen: { title: "Regie en rollen" },
    },
    plan: {
      priorities: [],
      groups: [{ id: "samen", title: "Gezamenlijke prioriteiten", priorities: ["ondermijning", "digitaal", "zorg"] }],
      structure: {
        front: ["burgemeesters", "officier", "contents", { part: "summary", title: "Bestuurlijke samenvatting" }],
        chapters: [
          "waarom",
          "profiel",
          "samen",
          "lokaal",
          { id: "sturing", title: "Sturing", sections: ["rollen", "governance", "monitoring"] },
        ],
        annexes: [{ part: "partners", title: "Partners per thema" }, "open-points"],
      },
    },
    files: { "partners.yaml": partners(), "monitoring.yaml": { id: "monitoring", ...text("Monitoring en evaluatie") } },
    contents: `
Voorwoord van de burgemeesters
Voorwoord van de officier van justitie
Bestuurlijke samenvatting
1 Waarom een gezamenlijk plan
2 Veiligheidsprofiel van het gebied
  2.1 Cijfers
  2.2 Trends en ontwikkelingen
    2.2.1 Landelijk
    2.2.2 Regionaal
3 Gezamenlijke prioriteiten
  3.1 Ondermijning
  3.2 Digitale veiligheid
  3.3 Zorg en veiligheid
4 Lokale accenten
  4.1 Oostdorp
  4.2 's-Zandhoven
  4.3 Bergen (H.)
5 Sturing
  5.1 Regie en rollen
  5.2 Wie beslist waarover
  5.3 Monitoring en evaluatie
Bijlage I Partners per thema
Bijlage II Open punten`,
  },

  "two parts, each with chapters of their own": {
    priorities: { wijken: "Veilige wijken", weerbaar: "Weerbare inwoners" },
    sections: {
      kaders: {
        title: "Wettelijk kader",
        inner: { Politiewet: about("Politiewet"), Gemeentewet: about("Gemeentewet") },
      },
      beeld: { title: "Veiligheidsbeeld" },
      bronnen: { title: "Bronnen" },
      colofon: { title: "Colofon" },
      contact: { title: "Contact" },
    },
    plan: {
      structure: {
        front: ["colofon", "contents", "reading-guide"],
        chapters: [
          { id: "deel-a", title: "Deel A: waar staan we", sections: ["kaders", "beeld"] },
          {
            id: "deel-b",
            title: "Deel B: wat willen we",
            sections: [
              { id: "koers", title: "Koers", sections: ["vision", "goals"] },
              { id: "keuzes", title: "Onze keuzes", sections: ["wijken", "weerbaar"] },
            ],
          },
          {
            id: "deel-c",
            title: "Deel C: hoe sturen we",
            sections: [{ id: "organisatie", title: "Organisatie", sections: ["governance", "finances"] }],
          },
        ],
        annexes: ["bronnen", "trace", "open-points"],
        back: ["contact"],
      },
    },
    files: {
      "vision.yaml": { id: "vision", ...text("Visie") },
      "goals.yaml": goals(),
      "finances.yaml": text("Geld en mensen"),
    },
    contents: `
Colofon
Leeswijzer
1 Deel A: waar staan we
  1.1 Wettelijk kader
    1.1.1 Politiewet
    1.1.2 Gemeentewet
  1.2 Veiligheidsbeeld
2 Deel B: wat willen we
  2.1 Koers
    2.1.1 Visie
    2.1.2 Doelen
  2.2 Onze keuzes
    2.2.1 Veilige wijken
    2.2.2 Weerbare inwoners
3 Deel C: hoe sturen we
  3.1 Organisatie
    3.1.1 Wie beslist waarover
    3.1.2 Geld en mensen
Bijlage I Bronnen
Bijlage II Van doel tot actie
Bijlage III Open punten
Contact`,
  },

  "a chapter for each priority, with what partners do, and a matrix of risks": {
    priorities: { water: "Water en storm", vuur: "Vuurwerk", drugs: "Drugs" },
    heading: "partnerwerk",
    sections: {
      start: { title: "Vooraf" },
      risico: { title: "Risicomatrix", text: `Dit zijn de risico's.\n\n${matrix}` },
      thema: {
        title: "Partners per thema",
        text: "Tabel: Wie waaraan werkt\n\n| Thema | Partner |\n| --- | --- |\n| Water en storm | [[partner:brandweer]] |\n| Drugs | [[partner:politie]] |\n",
      },
    },
    plan: {
      structure: {
        front: ["poster", "start", "contents"],
        chapters: [
          { part: "summary", title: "In het kort" },
          "reading-guide",
          "water",
          { part: "vuur", title: "Vuurwerk en jaarwisseling" },
          "drugs",
          { id: "slot", title: "Financiën en communicatie", sections: ["finances"] },
        ],
        annexes: ["risico", "thema", "partners", "glossary"],
        priority: [
          "description",
          { part: "why", title: "Waarom dit een prioriteit is" },
          { part: "ambition", title: "Ons doel" },
          { part: "measures", title: "Onze aanpak" },
          { id: "partnerwerk", title: "Wat partners doen" },
        ],
      },
    },
    files: { "finances.yaml": text("Financiën"), "partners.yaml": partners() },
    contents: `
Het plan op één pagina
Vooraf
1 In het kort
2 Leeswijzer
3 Water en storm
4 Vuurwerk en jaarwisseling
5 Drugs
6 Financiën en communicatie
  6.1 Financiën
Bijlage I Risicomatrix
Bijlage II Partners per thema
Bijlage III Partners
Bijlage IV Begrippenlijst`,
  },

  "themes above the municipalities, local ones, and an evaluation of the plan before": {
    municipalities: "Nuenen, Gerwen en Nederwetten;Súdermark",
    priorities: { cyber: "Cybercrime", mensen: "Mensenhandel", overlast: "Overlast", verkeer: "Verkeersveiligheid" },
    sections: {
      evaluatie: {
        title: "Evaluatie van het vorige plan",
        inner: { "Wat ging goed": about("Wat ging goed"), "Wat kan beter": about("Wat kan beter") },
      },
      beleid: { title: "Ander beleid", inner: { Rijk: about("Rijk"), Regio: about("Regio") } },
    },
    plan: {
      priorities: [],
      groups: [
        { id: "boven", title: "Bovenlokale thema's", priorities: ["cyber", "mensen"] },
        {
          id: "lokaal",
          title: "Lokale thema's",
          text: "Deze thema's spelen in elke gemeente anders.\n",
          priorities: ["overlast", "verkeer"],
        },
      ],
      structure: {
        front: ["contents", "foreword"],
        chapters: [
          "evaluatie",
          { part: "alignment", title: "Aansluiting op de regio" },
          "beleid",
          { part: "priorities", title: "Onze thema's", sections: ["prioritising", "priorities", "other-themes"] },
          "finances",
        ],
        annexes: ["glossary", "open-points"],
      },
    },
    files: {
      "foreword.yaml": { title: "Voorwoord", text: "Dit plan is van twee gemeenten.\n" },
      "alignment.yaml": { id: "alignment", title: "Aansluiting", text: "Dit plan sluit aan op de regio.\n" },
      "prioritising.yaml": { id: "prioritising", ...text("Hoe we kozen") },
      "other-themes.yaml": otherThemes("Thema's die doorgaan"),
      "finances.yaml": text("Financiën"),
    },
    contents: `
Voorwoord
1 Evaluatie van het vorige plan
  1.1 Wat ging goed
  1.2 Wat kan beter
2 Aansluiting op de regio
3 Ander beleid
  3.1 Rijk
  3.2 Regio
4 Onze thema's
  4.1 Hoe we kozen
  4.2 Bovenlokale thema's
    4.2.1 Cybercrime
    4.2.2 Mensenhandel
  4.3 Lokale thema's
    4.3.1 Overlast
    4.3.2 Verkeersveiligheid
  4.4 Thema's die doorgaan
5 Financiën
Bijlage I Begrippenlijst
Bijlage II Open punten`,
  },

  "a note of a few pages": {
    priorities: { buurt: "Veilige buurt" },
    plan: {
      structure: {
        front: [],
        chapters: ["vision", "buurt", { part: "governance", title: "Wie wat doet" }],
        annexes: [],
      },
    },
    files: { "vision.yaml": { id: "vision", ...text("Onze ambitie") } },
    contents: `
1 Onze ambitie
2 Veilige buurt
3 Wie wat doet`,
  },

  "fields as groups with a text, between what is unnumbered": {
    priorities: {
      buren: "Burenruzies",
      winkels: "Winkelgebieden",
      ouders: "Ouders",
      crisis: "Crisisbeheersing",
      bestuur: "Veilig bestuur",
    },
    sections: {
      leeswijzer: { title: "Leeswijzer en verantwoording" },
      slotwoord: { title: "Slotwoord" },
      cijfers: {
        title: "Feiten en cijfers",
        inner: {
          "Objectieve cijfers": { Diefstal: about("Diefstal"), Geweld: about("Geweld") },
          Beleving: about("Beleving"),
        },
      },
    },
    plan: {
      priorities: [],
      groups: fiveFields.map((title, index) => ({
        id: `veld-${index + 1}`,
        title,
        text: about(title),
        priorities: [["buren"], ["winkels"], ["ouders"], ["crisis"], ["bestuur"]][index],
      })),
      structure: {
        front: ["foreword", "summary", "contents", "leeswijzer"],
        chapters: [
          "cijfers",
          "veld-1",
          "veld-2",
          { part: "veld-3", title: "Jeugd, school en veiligheid" },
          "veld-4",
          "veld-5",
        ],
        annexes: ["decisions", "open-points"],
        back: ["slotwoord", "partners"],
      },
    },
    files: {
      "foreword.yaml": { title: "Ten geleide", text: "Dit plan geldt vier jaar.\n" },
      "partners.yaml": partners("Contactgegevens"),
    },
    contents: `
Ten geleide
Samenvatting
Leeswijzer en verantwoording
1 Feiten en cijfers
  1.1 Objectieve cijfers
    1.1.1 Diefstal
    1.1.2 Geweld
  1.2 Beleving
2 Veilige woon- en leefomgeving
  2.1 Burenruzies
3 Bedrijvigheid en veiligheid
  3.1 Winkelgebieden
4 Jeugd, school en veiligheid
  4.1 Ouders
5 Fysieke veiligheid
  5.1 Crisisbeheersing
6 Integriteit en veiligheid
  6.1 Veilig bestuur
Bijlage I Open punten
Slotwoord
Contactgegevens`,
  },

  "what is wanted, what is done and by whom, with annexes that have sections": {
    municipalities: "De Fryske Marren;Hof van Twente",
    priorities: { personen: "Personen met onbegrepen gedrag", zwaar: "Zware criminaliteit", huis: "Huiselijk geweld" },
    sections: {
      opgave: {
        title: "De opgave",
        summary: "Dit vraagt de komende jaren aandacht.\n",
        inner: { Bevolking: about("Bevolking"), Veiligheidsbeleving: about("Veiligheidsbeleving") },
      },
      cyclus: {
        title: "Beleidscyclus",
        inner: { "Jaarlijks programma": about("Jaarlijks programma"), Verantwoording: about("Verantwoording") },
      },
      matrix: { title: "Risicomatrix", inner: { "Hoe te lezen": about("Hoe te lezen"), "De matrix": matrix } },
      afkortingen: { title: "Afkortingen" },
    },
    plan: {
      structure: {
        front: ["poster", "contents", "summary"],
        chapters: [
          { part: "introduction", title: "Aanleiding en leeswijzer" },
          "opgave",
          {
            id: "willen",
            title: "Wat we willen",
            sections: ["vision", { part: "goals", title: "Strategische doelen" }, "starting-points"],
          },
          {
            id: "doen",
            title: "Wat we doen",
            text: "Dit zijn de speerpunten.\n",
            sections: ["personen", "zwaar", "huis", { part: "local-themes", title: "Wat lokaal speelt" }],
          },
          { id: "wie", title: "Wie het doet", sections: ["governance", "cyclus", "finances"] },
        ],
        annexes: ["matrix", "afkortingen", "glossary", "open-points"],
      },
    },
    files: {
      "introduction/aanleiding.yaml": { id: "aanleiding", ...text("Aanleiding") },
      "vision.yaml": { id: "vision", ...text("Visie") },
      "goals.yaml": goals(),
      "starting-points.yaml": {
        title: "Uitgangspunten",
        introduction: "Zo werken we.\n",
        points: [{ id: "samen", title: "Samen", text: "We doen het samen.\n" }],
      },
      "finances.yaml": text("Budget"),
      "municipalities/hof-van-twente.yaml": {
        id: "hof-van-twente",
        title: "Hof van Twente",
        localThemes: [{ theme: "jachthavens" }],
      },
      "local-themes.yaml": {
        title: "Lokale thema's",
        text: "Elke gemeente kiest zelf.\n",
        themes: [{ id: "jachthavens", title: "Jachthavens", text: "In de haven wordt gestolen.\n" }],
      },
    },
    contents: `
Het plan op één pagina
Samenvatting
1 Aanleiding en leeswijzer
  1.1 Aanleiding
  1.2 Leeswijzer
2 De opgave
  2.1 Bevolking
  2.2 Veiligheidsbeleving
3 Wat we willen
  3.1 Visie
  3.2 Strategische doelen
  3.3 Uitgangspunten
4 Wat we doen
  4.1 Personen met onbegrepen gedrag
  4.2 Zware criminaliteit
  4.3 Huiselijk geweld
  4.4 Wat lokaal speelt
5 Wie het doet
  5.1 Wie beslist waarover
  5.2 Beleidscyclus
    5.2.1 Jaarlijks programma
    5.2.2 Verantwoording
  5.3 Budget
Bijlage I Risicomatrix
  I.1 Hoe te lezen
  I.2 De matrix
Bijlage II Afkortingen
Bijlage III Begrippenlijst
Bijlage IV Open punten`,
  },

  "part by part down to four numbers": {
    priorities: { hic: "Geweld en diefstal", rust: "Rust in de buurt", weer: "Weerbaarheid" },
    sections: {
      ruimte: { title: "Openbare ruimte", inner: { Verlichting: about("Verlichting"), Toezicht: about("Toezicht") } },
      nazorg: { title: "Nazorg" },
      adressen: { title: "Adressen" },
    },
    plan: {
      priorities: [],
      groups: [{ id: "wonen", title: "Wonen en leven", priorities: ["hic", "rust"] }],
      structure: {
        front: ["contents"],
        chapters: [
          "vision",
          {
            id: "thema",
            title: "Thema's",
            sections: [
              {
                id: "omgeving",
                title: "Veilige omgeving",
                sections: [{ part: "wonen", sections: ["hic", "rust", "nazorg"] }, "ruimte"],
              },
              {
                id: "mens",
                title: "Veilige mensen",
                text: "Mensen helpen elkaar.\n",
                sections: ["weer", { id: "klein", title: "Klein maar belangrijk", text: "Ook dit telt.\n" }],
              },
            ],
          },
        ],
        annexes: [{ id: "achtergrond", title: "Achtergrond", sections: ["glossary", "partners"] }, "open-points"],
        back: ["adressen"],
      },
    },
    files: { "vision.yaml": { id: "vision", ...text("Visie") }, "partners.yaml": partners() },
    contents: `
1 Visie
2 Thema's
  2.1 Veilige omgeving
    2.1.1 Wonen en leven
      2.1.1.1 Geweld en diefstal
      2.1.1.2 Rust in de buurt
      2.1.1.3 Nazorg
    2.1.2 Openbare ruimte
      2.1.2.1 Verlichting
      2.1.2.2 Toezicht
  2.2 Veilige mensen
    2.2.1 Weerbaarheid
    2.2.2 Klein maar belangrijk
Bijlage I Achtergrond
  I.1 Begrippenlijst
  I.2 Partners
Bijlage II Open punten
Adressen`,
  },
};
