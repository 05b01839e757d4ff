/** What an amendment does to money, by municipality and year, as far as content says whose it is and of which year. */
import { counted, enumeration, euros } from "../dutch.js";
import type { Model } from "../model/index.js";
import { moneyOfAction, moneyOfDevelopment, type Post, type Sum, sumOf } from "../model/money.js";

export interface MoneyShift {
  /** The municipality that pays; missing where content doesn't divide it. */
  readonly municipality?: string;
  /** Missing of amounts per year of which content doesn't say in which years. */
  readonly year?: number;
  readonly what: "actions" | "developments" | "contributions";
  readonly before: string;
  readonly after: string;
}

type Row = Pick<MoneyShift, "municipality" | "year" | "what"> & { readonly posts: Post[] };

/** The sums that differ between two models, the whole of the team first. */
export function moneyShifts(before: Model, after: Model): MoneyShift[] {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key) => {
    const { posts: _, ...row } = (is.get(key) ?? was.get(key)) as Row;
    const texts = [was.get(key), is.get(key)].map((one) => inWords(one?.posts ?? []));
    return texts[0] === texts[1] ? [] : [{ ...row, before: texts[0] ?? "", after: texts[1] ?? "" }];
  });
}

function rowsOf({ programmes, municipalities, content }: Model): Map<string, Row> {
  const rows = new Map<string, Row>();
  const add = (what: MoneyShift["what"], post: Post, town?: string): void => {
    const municipality = town ?? municipalities.find(({ id }) => id === post.municipality)?.title;
    const key = [what, municipality ?? "", post.year ?? ""].join("\n");
    const row = rows.get(key) ?? {
      what,
      ...(municipality !== undefined && { municipality }),
      ...(post.year !== undefined && { year: post.year }),
      posts: [],
    };
    rows.set(key, row);
    row.posts.push(post);
  };
  for (const { actions } of programmes)
    for (const action of actions) for (const post of moneyOfAction(action).posts) add("actions", post);
  for (const { amount } of content.finances.developments)
    for (const post of moneyOfDevelopment(amount).posts) add("developments", post);
  for (const { title, finances } of municipalities)
    for (const { amount } of finances)
      for (const post of moneyOfDevelopment(amount).posts) add("contributions", post, title);
  return rows;
}

/** A sum, with what it leaves out. */
function inWords(posts: readonly Post[]): string {
  const { known, open }: Sum = sumOf(posts.map((post) => ({ ...post, year: post.year ?? 0 })));
  if (posts.length === 0) return "niets";
  const parts = [
    ...(open < posts.length ? [euros(known)] : []),
    ...(open > 0 ? [`${counted(open, "bedrag", "bedragen")} open`] : []),
  ];
  return enumeration(parts);
}
