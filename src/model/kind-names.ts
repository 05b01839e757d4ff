import type { Terms } from "./terms.js";

/** What a kind of thing is called in a message, where no team calls it otherwise. */
export const kindNames: Readonly<Record<string, string>> = {
  action: "actie",
  amendment: "amendement",
  body: "bestuursorgaan",
  chapter: "hoofdstuk",
  chart: "grafiek",
  colour: "kleur",
  development: "ontwikkeling in finances.yaml",
  goal: "doel",
  group: "groep van prioriteiten",
  heading: "kop in structure.priority",
  indicator: "indicator",
  "local-theme": "lokaal thema",
  measure: "maatregel",
  milestone: "mijlpaal",
  municipality: "gemeente",
  "other-theme": "thema in other-themes.yaml",
  page: "pagina",
  paragraph: "prioriteitsparagraaf",
  partner: "partner",
  pillar: "pijler",
  plan: "plan",
  priority: "prioriteit",
  programme: "uitvoeringsprogramma",
  progress: "voortgangsrapportage",
  "regional-theme": "regionaal thema",
  section: "paragraaf",
  "starting-point": "uitgangspunt",
  table: "tabel",
  term: "begrip",
};

/** The kinds of things to which a text may refer: what only plan.yaml or style.yaml names is none. */
export const referable: readonly string[] = Object.keys(kindNames).filter(
  (kind) => kind !== "page" && kind !== "heading" && kind !== "colour",
);

/** What a team calls a kind of thing. */
export const nameOf = (kind: string, { plan, programme, progress }: Terms): string => {
  if (kind === "plan") return plan.brief.name;
  if (kind === "progress") return progress.name;
  return kind === "programme" ? programme.name : (kindNames[kind] ?? kind);
};
