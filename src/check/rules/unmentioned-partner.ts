import { modelRule, ofThing } from "../rule.js";

export const unmentionedPartner = modelRule(
  {
    code: "IVP305",
    severity: "warning",
    title: "Elke partner doet mee aan een actie of wordt in een tekst genoemd.",
    why: "Een partner die het plan verder niet noemt, weet niet wat er van hem wordt verwacht.",
    mend: "Noem de partner bij een actie of verwijs ernaar met [[partner:sleutelnaam]].",
  },
  ({ content, programmes }, loaded) => {
    const named = new Set([
      ...loaded.texts.flatMap(({ text }) => [...text.matchAll(/\[\[partner:([a-z0-9-]+)/g)].map(([, id]) => id)),
      ...programmes.flatMap(({ actions }) =>
        actions.flatMap(({ partners, lead }) => [
          ...partners.map(({ id }) => id),
          ...(lead && "id" in lead ? [lead.id] : []),
        ]),
      ),
    ]);
    return content.partners.partners
      .filter(({ id }) => !named.has(id))
      .map(({ id, title }) => ({
        ...ofThing(loaded, "partner", id),
        message: `De partner “${title}” wordt nergens genoemd.`,
      }));
  },
);
