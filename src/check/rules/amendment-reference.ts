import { addedBy, type Model } from "../../model/index.js";
import { scan } from "../../prose/index.js";
import { ofChange, pending } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentReference = modelRule(
  {
    code: "IVP567",
    severity: "warning",
    title:
      "Een verwijzing in de nieuwe tekst van een amendement wijst naar iets dat er is, of dat het amendement toevoegt.",
    why: "Anders geeft verwerken een dood spoor, en is het amendement niet over te nemen zoals het er staat.",
    mend: "Verbeter de sleutelnaam, of voeg in het amendement toe waarnaar het verwijst.",
  },
  (model, loaded) =>
    pending(loaded).flatMap(({ amendment }) => {
      const added = new Set(addedBy(amendment).flatMap(({ kind, ids }) => ids.map((id) => `${kind}:${id}`)));
      return amendment.changes.flatMap((change, index) =>
        textsIn(change.new)
          .flatMap((text) => scan(text).references)
          .filter(({ reference }) => !reference || !isKnown(model, added, reference))
          .map(({ snippet }) => ({
            ...ofChange(loaded, amendment, index, "new"),
            message: `“${snippet}” wijst naar niets.`,
          })),
      );
    }),
);

function isKnown({ targets }: Model, added: ReadonlySet<string>, { kind, id }: { kind: string; id: string }): boolean {
  const key = `${kind}:${id}`;
  // An action may go by the id that it has within its programme.
  return (
    targets.has(key) ||
    added.has(key) ||
    [...targets.keys()].some((full) => full.startsWith(`${kind}:`) && full.endsWith(`/${id}`))
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
