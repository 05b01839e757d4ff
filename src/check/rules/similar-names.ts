import { type Names, namesOf } from "../../closest.js";
import { fullId, type Model } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";
import { folded } from "../words.js";

export const similarNames = modelRule(
  {
    code: "IVP404",
    severity: "warning",
    title: "Eén ding heeft één naam, en één naam is één ding.",
    why: "Twee namen die bijna gelijk zijn, zijn meestal één ding dat twee keer is opgeschreven; wie bij een actie “Best” leest, moet weten wie dat is.",
    mend: "Maak er één van, of geef ze namen die duidelijk verschillen.",
  },
  ({ content }, loaded) => {
    const groups = new Map<string, Group>();
    return named(content).flatMap(({ among, kind, id, name, closely }) => {
      const group = groups.get(among) ?? { names: new Map(), long: namesOf([]) };
      groups.set(among, group);
      const other = earlierIn(group, folded(name).replace(/^gemeente (?=.)/, ""), name, closely);
      if (other === undefined) return [];
      const message = other === name ? `De naam “${name}” staat er al.` : `“${name}” lijkt sterk op “${other}”.`;
      return [{ ...ofThing(loaded, kind, id), message }];
    });
  },
);

/** A thing with the things from which its name must differ. */
interface Named {
  readonly among: string;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** Whether a name that is only nearly the same is one too many as well: names, but not titles, which may count. */
  readonly closely: boolean;
}

/** Everything that readers know by its name. Who takes part is named in one breath: those differ from each other too. */
function named(content: Model["content"]): Named[] {
  const names = (among: string, kind: string, things: readonly { id: string; title: string }[]): Named[] =>
    things.map(({ id, title }) => ({ among, kind, id, name: title, closely: true }));
  const within = (kind: string, things: readonly { id: string; title: string }[], around: string): Named[] =>
    titles(
      kind,
      things.map(({ id, title }) => ({ id: fullId({ id, within: around }), title })),
      around,
    );
  const titles = (kind: string, things: readonly { id: string; title: string }[], of = ""): Named[] =>
    names(`${kind} of ${of}`, kind, things).map((thing) => ({ ...thing, closely: false }));
  const { partners, governance, glossary, localThemes, municipalities, priorities, programmes } = content;
  return [
    ...names("actor", "municipality", municipalities),
    ...names("actor", "partner", partners.partners),
    ...names("actor", "body", governance.bodies),
    ...glossary.terms.map(({ id, term }) => ({ among: "term", kind: "term", id, name: term, closely: true })),
    ...names("local-theme", "local-theme", localThemes.themes),
    ...titles("priority", priorities),
    ...priorities.flatMap(({ id, paragraphs = [] }) => titles("paragraph", paragraphs, id)),
    ...titles("goal", content.goals.goals),
    ...titles("starting-point", content.startingPoints.points),
    ...titles("regional-theme", content.alignment.regionalThemes),
    ...titles("development", content.finances.developments),
    ...titles("programme", programmes),
    ...programmes.flatMap(({ id, actions }) => within("action", actions, id)),
    ...programmes.flatMap(({ id, milestones }) => within("milestone", milestones, id)),
  ];
}

/** The names that came before, by how they read; the long ones to look for nearly the same. */
interface Group {
  readonly names: Map<string, string>;
  readonly long: Names;
}

/** An earlier name that is this one or, when asked, nearly this one. The name is then one of the earlier ones itself. */
function earlierIn({ names, long }: Group, plain: string, name: string, closely: boolean): string | undefined {
  const equal = names.get(plain);
  if (equal !== undefined) return equal;
  names.set(plain, name);
  // Short names, such as abbreviations, differ by nature.
  if (!closely || plain.length <= SHORT) return undefined;
  const found = long.nearest(plain, Math.floor(plain.length / 8));
  long.add(plain);
  return found === undefined ? undefined : names.get(found);
}

const SHORT = 9;
