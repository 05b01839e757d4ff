import { modelRule, placeOf } from "../rule.js";

export const unmentionedPartner = modelRule(
  {
    code: "IVP305",
    severity: "warning",
    title: "Elke partner doet mee aan een actie of wordt in een tekst genoemd.",
    why: "Een partner die het plan verder niet noemt, weet niet wat er van hem wordt verwacht.",
    mend: "Noem de partner bij een actie of verwijs ernaar met [[partner:sleutelnaam]].",
  },
  ({ content, programmes }, loaded) =>
    content.partners.partners
      .filter(
        ({ id }) =>
          !loaded.texts.some(({ text }) => text.includes(`[[partner:${id}`)) &&
          !programmes.some(({ actions }) =>
            actions.some(
              ({ partners, lead }) => partners.some((partner) => partner.id === id) || ("id" in lead && lead.id === id),
            ),
          ),
      )
      .map(({ id, title }) => ({
        place: placeOf(loaded, "partner", id),
        subject: `partner:${id}`,
        message: `De partner “${title}” wordt nergens genoemd.`,
      })),
);
