/** What changed in a document after it was adopted: told at its end, so that its status can lead there. */
import { capital, counted, day, enumeration, one } from "../dutch.js";
import { isOpen, type Model, outcomeOf, type SinceDecision, type Subject, sinceDecisions } from "../model/index.js";
import { literal } from "../prose/marks.js";
import { changesTable, marksExplained } from "./amendment/changes.js";
import { done, tellChanges } from "./amendment/telling.js";
import { minor, prose, withoutEmpty } from "./blocks.js";
import type { Block, Section } from "./tree.js";
import { bodyName } from "./wording.js";

const ANCHOR = "changed-since";

/** The section that says what changed since what was adopted; nothing where it is still what was adopted. */
export function changedSince(model: Model, subject: Subject): Section | undefined {
  const texts = sinceDecisions(model, outcomeOf(model, subject));
  if (texts.length === 0) return undefined;
  return {
    type: "section",
    anchor: ANCHOR,
    title: "Wat is gewijzigd na vaststelling",
    blocks: withoutEmpty(
      texts.length === 1
        ? texts.flatMap((since) => [prose(opening(model, subject, since)), ...told(model, since)])
        : [
            prose(
              `Dit document is gewijzigd nadat het was vastgesteld. Niet elke ${kindOfBody(subject)} besloot over dezelfde tekst; daarom staat hier per tekst wat er is gewijzigd.`,
            ),
            ...texts.map((since, index) =>
              minor(`${ANCHOR}-${index + 1}`, heading(since), [
                prose(opening(model, subject, since)),
                ...told(model, since),
              ]),
            ),
          ],
    ),
  };
}

const kindOfBody = ({ kind }: Subject): string => (kind === "programme" ? "college" : "raad");

const heading = ({ by }: SinceDecision): string =>
  `Na ${one(by.length, "het besluit", "de besluiten")} van ${enumeration(by.map(({ municipality: { title } }) => title))}`;

function opening(model: Model, subject: Subject, { by }: SinceDecision): string {
  const who = by.map(({ municipality: { title }, decision: { body = kindOfBody(subject), date } }) => ({
    name: bodyName(model, body, title),
    when: date === undefined || isOpen(date) ? "" : day(date),
  }));
  const [first, ...others] = who;
  const stated =
    first && others.length === 0
      ? `${first.name} stelde${first.when && ` op ${first.when}`} een eerdere tekst vast.`
      : `${enumeration(who.map(({ name, when }) => `${name}${when && ` (${when})`}`))} stelden een eerdere tekst vast.`;
  return literal(`${capital(stated)} Over wat daarna is gewijzigd, is daar niet besloten.`);
}

function told(model: Model, { changes, images }: SinceDecision): Block[] {
  if (!changes)
    return [
      prose(
        "Die eerdere tekst is niet opgeslagen, of is daarna beschadigd. Daarom staat hier niet wat er is gewijzigd.",
      ),
    ];
  const rows = tellChanges(model, changes, done);
  return [
    prose(
      rows.length > 0
        ? `${one(rows.length, "Eén onderdeel is", `${rows.length} onderdelen zijn`)} gewijzigd. ${marksExplained}`
        : images.length === 0
          ? "Wat er is gewijzigd, is niet per onderdeel te zeggen."
          : "",
    ),
    changesTable("Toen het is vastgesteld, en nu", rows, ["Vastgesteld", "Nu"]),
    prose(
      images.length === 0
        ? ""
        : literal(
            `Ook ${one(images.length, "is", "zijn")} ${counted(images.length, "afbeelding", "afbeeldingen")} anders dan toen, of weg: ${enumeration(images)}. Hoe ${one(images.length, "die was", "die waren")}, is niet opgeslagen.`,
          ),
    ),
  ];
}
