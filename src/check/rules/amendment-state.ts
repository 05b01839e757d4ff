import type { Amendment } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { isOfOther, onlyOne } from "../../model/index.js";
import { ofAmendment, ofChange } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentState = modelRule(
  {
    code: "IVP565",
    severity: "error",
    title: "Wat een amendement van zichzelf zegt, kan allemaal waar zijn.",
    why: "Een verworpen amendement verandert niets, een uitslag heeft een datum, en een raad gaat niet over een andere gemeente.",
    mend: "Pas state, applied, scope of date aan.",
  },
  ({ municipalities, terms: { plan, annex } }, loaded) => {
    const thePlan = agree("de", plan.brief);
    return (loaded.content?.amendments ?? []).flatMap((amendment) => {
      const told = (key: keyof Amendment, message: string, hint: string) => [
        { ...ofAmendment(loaded, amendment, key), message, hint },
      ];
      const { state = "ingediend", applied, scope, date } = amendment;
      return [
        ...(applied === "ja" && state !== "aangenomen"
          ? told(
              "applied",
              `Dit amendement is ${state} en kan dan niet verwerkt zijn.`,
              "Zet state op aangenomen, of haal applied weg en leg de oude tekst terug.",
            )
          : []),
        ...((state === "aangenomen" || state === "verworpen") && typeof date !== "string"
          ? told(
              "state",
              `Dit amendement is ${state}, maar er staat niet wanneer.`,
              "Vul bij date de dag van de stemming in.",
            )
          : []),
        ...(scope === "afwijking" && onlyOne(municipalities)
          ? told(
              "scope",
              `Met één gemeente is er geen ${annex.name} om een afwijking in te zetten.`,
              `Haal scope weg: het amendement wijzigt dan ${thePlan} zelf.`,
            )
          : []),
        ...ofOthers(amendment).map((index) => ({
          ...ofChange(loaded, amendment, index, "target"),
          message: `Over wat in ${thePlan} van een andere gemeente is, gaat haar eigen raad.`,
          hint: "Laat deze wijziging weg, of controleer bij municipality van welke raad het amendement is.",
        })),
      ];
    });
  },
);

/** The changes that are about another municipality. */
const ofOthers = ({ municipality, changes }: Amendment): number[] =>
  changes.flatMap((change, index) => (isOfOther(change, municipality) ? [index] : []));
