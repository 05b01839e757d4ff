import type { RuleDoc } from "../diagnostics.js";

/** The rules that linking follows. They can't be switched off. */
export const linkRules: readonly RuleDoc[] = [
  {
    code: "IVP301",
    severity: "error",
    fixed: true,
    title: "Een verwijzing wijst naar iets dat bestaat, van de goede soort.",
    why: "Een verwijzing naar niets wordt in het document een dood spoor.",
    mend: "Verbeter de sleutelnaam of de soort.",
  },
  {
    code: "IVP302",
    severity: "error",
    fixed: true,
    title: "Een sleutelnaam is uniek binnen zijn soort.",
    why: "Anders is niet te zeggen welk van de twee een verwijzing bedoelt.",
    mend: "Geef een van de twee een andere sleutelnaam.",
  },
  {
    code: "IVP303",
    severity: "error",
    fixed: true,
    title: "Een verwijzing heeft de vorm [[soort:sleutelnaam]] of [[soort:sleutelnaam|tekst]].",
    why: "Andere vormen komen met haken en al in het document.",
    mend: "Schrijf de verwijzing in een van de twee vormen.",
  },
];
