import { partOfFile } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { hasText, isPart, parts } from "../../model/index.js";
import { scan } from "../../prose/index.js";
import { inText, modelRule } from "../rule.js";

/** What has a heading in the plan, or hasn't. */
const headings = new Set(["chapter", "section", "group"]);

export const outOfPlan = modelRule(
  {
    code: "IVP533",
    severity: "error",
    title: "Een verwijzing naar een hoofdstuk of paragraaf wijst naar iets dat in het plan staat.",
    why: "Anders stuurt een tekst de lezer naar een plaats die er niet is.",
    mend: "Zet wat bedoeld is in structure in plan.yaml, of haal de verwijzing weg.",
  },
  ({ content, openPoints, targets, terms }, loaded) =>
    loaded.texts.flatMap((text) =>
      scan(text.text).references.flatMap(({ reference, snippet, at }) => {
        if (!reference || !headings.has(reference.kind)) return [];
        const { kind, id } = reference;
        if (targets.has(`${kind}:${id}`)) return [];
        const empty = isPart(id) && parts[id].kind !== "page";
        const file = empty && !hasText(id, content, openPoints) ? partOfFile(`${id}.yaml`)?.file : undefined;
        return [
          inText(text, {
            snippet,
            at,
            subject: `${kind}:${id}`,
            message: `“${id}” staat niet in ${agree("de", terms.plan.brief)}${empty ? ": de opbouw laat het weg, of het heeft geen inhoud" : ""}.`,
            ...(file && {
              hint: `Schrijf ${file}, dan komt het in ${agree("de", terms.plan.brief)}; of haal de verwijzing weg.`,
            }),
          }),
        ];
      }),
    ),
);
