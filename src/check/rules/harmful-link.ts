import { scan } from "../../prose/index.js";
import { textRule } from "../rule.js";

export const harmfulLink = textRule(
  {
    code: "IVP703",
    severity: "error",
    fixed: true,
    title: "Een link gaat naar een webadres of een e-mailadres.",
    why: "Een link met javascript:, data: of een pad op de computer is onveilig of leidt bij de lezer nergens heen.",
    mend: "Begin een link met https:// of mailto:, of verwijs met [[soort:sleutelnaam]].",
  },
  (text) =>
    scan(text)
      .links.filter(({ href }) => !/^(https?:\/\/|mailto:)/i.test(href))
      .map(({ href, ...found }) => ({ ...found, message: `De link “${href}” kan hier niet.` })),
);
