import type { Amendment, AmendmentChange } from "../../content/index.js";
import { fieldOf, inside, type Model, targetOf } from "../../model/index.js";
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
      const added = addedBy(amendment);
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

/** The things that an amendment adds, by `kind:id`. */
const addedBy = ({ changes }: Amendment): Set<string> => new Set(changes.flatMap(addedIn));

function addedIn({ target, field, new: fresh }: AmendmentChange): string[] {
  const about = targetOf(target);
  const id = (fresh as { readonly id?: unknown } | null | undefined)?.id;
  if (!about || field === undefined || typeof id !== "string") return [];
  const list = fieldOf(about, field);
  const kind = "unknown" in list ? undefined : inside(list.schema, 0)?.schema["x-defines"];
  return kind === undefined ? [] : [`${kind}:${id}`, ...("id" in about ? [`${kind}:${about.id}/${id}`] : [])];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
