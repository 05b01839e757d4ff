import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { written } from "./hostile.js";

/** What someone fills in for an open point, by the name of its key. */
const settled: Readonly<Record<string, unknown>> = {
  date: "2018-12-13",
  reference: "Z/2018/4711",
  amount: 12_000,
  money: 4_000,
  capacity: "Acht uur per week",
  planning: { from: "2019-Q1", to: "2020-Q4" },
  decision: "De raad stemde in.",
  contact: "Afdeling veiligheid",
  effect: "Mensen merken het in hun buurt.",
  result: "Elk jaar staat er een verslag.",
  baseline: { year: 2018, value: 12 },
  value: 9.5,
  source: { name: "Eigen telling" },
};

/**
 * Does to content what its users will do: everything is adopted, with date and number, every open point is settled, every text is
 * reworded, and a municipality joins.
 * @param folder a copy of the content, which is changed
 */
export async function adopt(folder: string): Promise<void> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".yaml"));
  const read = async (path: string): Promise<unknown> => parse(await readFile(join(folder, path), "utf8"));
  const write = (path: string, value: unknown) => writeFile(join(folder, path), stringify(value, written));
  const [lead = ""] = paths.flatMap((path) => /^municipalities[/\\](.*)\.yaml$/.exec(path)?.[1] ?? []).sort();
  const plan = (await read("plan.yaml")) as { priorities: string[] };
  const values = {
    ...settled,
    lead,
    emphases: [{ priority: plan.priorities.at(-1), text: "Dat speelt hier." }],
  };
  let texts = 0;
  const after = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return value.endsWith("\n") ? reworded(value, ++texts) : value;
    if (Array.isArray(value)) return value.map((item) => after(item, key));
    if (typeof value !== "object" || value === null) return value;
    if ("open" in value && "by" in value) {
      return Object.entries(values).find(([name]) => name === key)?.[1] ?? "Dat is besloten.";
    }
    const own = Object.entries(value).map(([name, inner]) => [name, after(inner, name)]);
    return { ...Object.fromEntries(own), ...("state" in value && { state: "vastgesteld" }) };
  };
  for (const path of paths) if (path !== "check.yaml") await write(path, after(await read(path), ""));
  const joining = (await read(`municipalities/${lead}.yaml`)) as object;
  await write("municipalities/nieuwkomer.yaml", { ...joining, id: "nieuwkomer", title: "Nieuwkomer", code: "gm9999" });
}

/** A text of more lines that says something more, and says it otherwise. */
const reworded = (text: string, number: number): string =>
  `Zo staat het nu in tekst ${number}.\n${text.replace(/\bWe\b/g, "Wij").replace(/\bwe\b/g, "wij")}`;
