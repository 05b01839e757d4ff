import { severityNames } from "../diagnostics.js";
import { ruleDocs } from "./index.js";

const groups: readonly { readonly digit: string; readonly title: string }[] = [
  { digit: "1", title: "Bestanden en YAML" },
  { digit: "2", title: "Vorm" },
  { digit: "3", title: "Verwijzingen" },
  { digit: "4", title: "Eén ding, één naam" },
  { digit: "5", title: "Volledigheid, data en besluiten" },
  { digit: "6", title: "Taal en opmaak" },
  { digit: "7", title: "Veiligheid en toegankelijkheid" },
  { digit: "8", title: "Voortgang en geld" },
];

/** `docs/rules.md`: the reference of all rules, made from the rules themselves. */
export function rulesReference(): string {
  const intro = [
    "# Regels van `ivp check`",
    "",
    "<!-- Dit bestand komt uit de regels zelf: `npm run rules`. Wijzig het niet met de hand. -->",
    "",
    "Een **fout** houdt de documenten tegen; een **waarschuwing** en een **opmerking** niet. In `content/check.yaml` kan de",
    "ernst van een regel anders, en kan een melding met een reden worden goedgekeurd.",
  ];
  const sections = groups.flatMap(({ digit, title }) => [
    "",
    `## ${title}`,
    ...ruleDocs
      .filter(({ code }) => code.charAt(3) === digit)
      .flatMap((rule) => [
        "",
        `### ${rule.code}: ${rule.title}`,
        "",
        `- Ernst: ${severityNames[rule.severity][0]}`,
        `- Waarom: ${rule.why}`,
        `- Herstel: ${rule.mend}`,
      ]),
  ]);
  return `${[...intro, ...sections].join("\n")}\n`;
}
