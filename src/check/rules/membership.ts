import type { Diagnostic } from "../../diagnostics.js";
import { modelRule, placeOf } from "../rule.js";

/** What has a file of its own also has a place in the plan: nothing falls out of the documents unseen. */
export const membership = modelRule(({ content }, loaded): Diagnostic[] => {
  const { plan } = content;
  const left = (
    kind: string,
    things: readonly { id: string; title: string }[],
    listed: readonly string[],
    key: string,
  ): Diagnostic[] =>
    things
      .filter(({ id }) => !listed.includes(id))
      .map(({ id, title }) => ({
        code: "IVP504",
        severity: "error",
        ...placeOf(loaded, kind, id),
        message: `“${title}” heeft een bestand, maar staat niet in het plan.`,
        hint: `Zet ${id} in plan.yaml onder ${key}, of haal het bestand weg.`,
      }));
  return [
    ...left("section", content.introduction, plan.introduction, "introduction"),
    ...left("priority", content.priorities, plan.priorities, "priorities"),
  ];
});
