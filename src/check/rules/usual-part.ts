import { type Content, contentParts, startOf } from "../../content/index.js";
import { agree, capital } from "../../dutch.js";
import { outcomeOf } from "../../model/index.js";
import { modelRule } from "../rule.js";

/** What most plans have, and what readers miss where it isn't there. */
const usual: readonly (readonly [part: keyof Content, what: string])[] = [
  ["foreword", "voorwoord"],
  ["vision", "visie"],
  ["goals", "doelen"],
  ["governance", "tekst over wie beslist en stuurt"],
  ["monitoring", "tekst over hoe de uitvoering wordt gevolgd"],
  ["finances", "hoofdstuk over geld"],
  ["partners", "lijst van partners"],
  ["glossary", "begrippenlijst"],
];

export const usualPart = modelRule(
  {
    code: "IVP539",
    severity: "note",
    title: "Een plan dat voorligt of vastgesteld is, heeft wat plannen gewoonlijk hebben.",
    why: "Zonder deze onderdelen is een plan geldig, maar mist een lezer vaak iets; zonder uitvoeringsprogramma is niet te zien wie wat wanneer doet.",
    mend: "Schrijf het bestand, of zeg in check.yaml waarom het zo blijft (accepted).",
  },
  (model) => {
    const { source, programmes, terms } = model;
    // A draft may still get them.
    if (outcomeOf(model, { kind: "plan" }).state === "concept") return [];
    const plan = capital(agree("de", terms.plan.brief));
    const absent = (name: string, what: string) => ({
      place: () => startOf(name),
      subject: `part:${name}`,
      message: `${plan} heeft geen ${what}: ${name} ontbreekt.`,
      hint: `Schrijf ${name}, of zeg in check.yaml waarom het zo blijft (accepted).`,
    });
    const parts = usual.flatMap(([part, what]) => {
      const { file } = contentParts.find(({ key }) => key === part) ?? {};
      return file && source[part] === undefined ? [absent(file, what)] : [];
    });
    return programmes.length > 0 ? parts : [...parts, absent("programmes/", terms.programme.name)];
  },
);
