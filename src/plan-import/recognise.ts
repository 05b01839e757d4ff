/** What a heading usually means in a safety plan. */
import type { StoryPart } from "../model/index.js";
import type { Chapter } from "./outline.js";

/** What a chapter can be, besides a section of the team's own. */
export type Meaning =
  | "vision"
  | "goals"
  | "starting-points"
  | "monitoring"
  | "finances"
  | "foreword"
  | "priorities"
  | "partners"
  | "glossary"
  | "contents";

const meanings: readonly (readonly [Meaning, RegExp])[] = [
  ["contents", /^(?:inhoud|inhoudsopgave)$/],
  ["foreword", /^(?:voorwoord|woord vooraf|ten geleide)$/],
  [
    "glossary",
    /^(?:(?:verklarende )?(?:begrippen|woorden|afkortingen)(?:lijst)?|(?:begrippen|afkortingen) en (?:begrippen|afkortingen)|lijst (?:met|van) (?:begrippen|afkortingen).*|definities)$/,
  ],
  [
    "partners",
    /^(?:(?:onze |de |strategische |veiligheids)?(?:partners|samenwerkingspartners|netwerkpartners|ketenpartners)|(?:overzicht (?:van )?)partners|partners (?:in|en) .{0,30})$/,
  ],
  [
    "priorities",
    /^(?:(?:onze |de |gezamenlijke |strategische |lokale |bovenlokale )*(?:veiligheids)?prioriteiten|(?:de |onze )?(?:\w+ )?prioriteiten (?:voor |van )?(?:de periode )?\d{4}.*|thema's en prioriteiten|prioriteiten en (?:thema's|doelen|ambities))$/,
  ],
  [
    "vision",
    /^(?:(?:onze |de |gezamenlijke |strategische )*visie(?: op veiligheid)?|missie en visie|visie en missie)$/,
  ],
  ["goals", /^(?:(?:onze |de |algemene |strategische |hoofd)*(?:doelen|doelstellingen|hoofddoelen))$/],
  ["starting-points", /^(?:(?:onze |de |strategische |algemene )*uitgangspunten|kernwaarden)$/],
  [
    "monitoring",
    /^(?:(?:uitvoering,? (?:en )?)?(?:monitoring|evaluatie)(?: en (?:evaluatie|monitoring|verantwoording))?|sturing en monitoring)$/,
  ],
  ["finances", /^(?:financiën|financien|middelen|geld|financiële (?:paragraaf|middelen|gevolgen)|financieel kader)$/],
];

const plain = (title: string): string => title.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, " ").trim();

const meaningIn = (title: string): Meaning | undefined => meanings.find(([, words]) => words.test(plain(title)))?.[0];
export const meaningOf = ({ title }: Chapter): Meaning | undefined => meaningIn(title);

export const isContents = ({ title }: Pick<Chapter, "title">): boolean => meaningIn(title) === "contents";

const stories: readonly (readonly [StoryPart, RegExp])[] = [
  ["why", /^(?:waarom\b.*|aanleiding|reden(?:en)?|urgentie|motivering|noodzaak)$/],
  [
    "now",
    /^(?:waar staan we(?: nu)?\??|(?:huidige )?(?:stand van zaken|situatie)|hoe staan we ervoor\??|wat (?:doen|gebeurt).{0,20}nu.*|(?:cijfers|trends) en (?:trends|ontwikkelingen|cijfers)|analyse|veiligheidsbeeld|wat is het probleem\??)$/,
  ],
  [
    "ambition",
    /^(?:(?:onze |de )?ambities?|(?:onze |de )?doel(?:en|stelling(?:en)?)?|wat willen we(?: bereiken)?\??|gewenste situatie|wat is (?:onze|de) ambitie\??|beoogd(?:e)? (?:resultaat|resultaten|effect(?:en)?))$/,
  ],
  [
    "measures",
    /^(?:(?:onze |de )?(?:aanpak|maatregelen|acties|inzet|activiteiten)|wat gaan we(?: (?:er(?:aan|voor)? )?)?(?:doen)?\??|hoe (?:gaan we dat|pakken we (?:dat|het)|doen we dat).*|wat (?:doen we|gaan we) .*|(?:plan van )?aanpak)$/,
  ],
  [
    "description",
    /^(?:beschrijving|omschrijving|inleiding|wat is het\??|waar gaat het over\??|toelichting|definitie)$/,
  ],
];

/** What a heading within a priority is. */
export const storyOf = ({ title }: Chapter): StoryPart | undefined =>
  stories.find(([, words]) => words.test(plain(title)))?.[0];

/** Whether a chapter is written as priorities are: under headings that say why, what for and how. */
export const isStory = (chapter: Chapter): boolean => {
  // An introduction has reasons and an approach too.
  if (isAboutPriorities(chapter)) return false;
  const { inner } = chapter;
  const found = new Set(inner.map(storyOf).filter((part) => part !== undefined && part !== "description"));
  return found.size >= 2 || (found.size === 1 && inner.length === 1);
};

/** "Prioriteit 1: Jeugd" → "Jeugd". */
const PRIORITY = /^(?:prioriteit|thema|speerpunt)\s*(?:\d+|[IVX]+|[A-Z])?\s*[.:–-]\s*(?=\S)/i;
export const isPriority = (chapter: Chapter): boolean => PRIORITY.test(chapter.title);
export const priorityTitle = ({ title }: Chapter): string => title.replace(PRIORITY, "");

/** A heading beside the priorities that is none. */
export const isAboutPriorities = ({ title }: Chapter): boolean =>
  /^(?:inleiding|algemeen|(?:proces|totstandkoming|keuze|selectie|werkwijze|leeswijzer|overzicht|samenhang|prioritering|methode|van .* naar).*|(?:overige|andere) .*|hoe .*\?|wat is een prioriteit.*|aansluiting.*|samenvatting)$/i.test(
    plain(title),
  );
