/**
 * `npm run bench:scale -- --municipalities 342 [--out DIR]`: a content folder for a basisteam of any size. It is the real
 * content with more municipalities; their names and texts are made up.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const starts = [
  "Ooster",
  "Wester",
  "Noorder",
  "Zuider",
  "Hoge",
  "Lage",
  "Oude",
  "Nieuwe",
  "Groote",
  "Kleine",
  "Midden",
  "Over",
  "Achter",
  "Voor",
  "Berg",
  "Dal",
  "Duin",
  "Veen",
  "Klei",
  "Zand",
];
const ends = [
  "beek",
  "hoven",
  "loo",
  "dijk",
  "dam",
  "kerk",
  "burg",
  "veld",
  "woud",
  "meer",
  "broek",
  "heide",
  "wijk",
  "stede",
  "horst",
  "rade",
  "donk",
  "laar",
];

/**
 * @param {string} folder where the content shall stand
 * @param {number} municipalities how many there shall be; at least those of the real content
 */
export function makeContent(folder, municipalities) {
  cpSync(join(root, "content"), folder, { recursive: true });
  const own = readdirSync(join(folder, "municipalities"));
  if (municipalities < own.length) throw new Error(`at least ${own.length} municipalities`);
  if (municipalities - own.length > starts.length * ends.length) throw new Error("that is more than there are names");
  // What the made-up municipalities have in common is no news.
  writeFileSync(
    join(folder, "check.yaml"),
    `severity:\n${["IVP404", "IVP405", "IVP406", "IVP503", "IVP609"].map((rule) => `  - rule: ${rule}\n    severity: off\n`).join("")}${readFileSync(join(folder, "check.yaml"), "utf8").replace(/^#.*\n/, "")}`,
  );
  const model = readFileSync(join(folder, "municipalities/best.yaml"), "utf8");
  for (let index = 0; index < municipalities - own.length; index++) {
    const title = `${starts[index % starts.length]}${ends[Math.floor(index / starts.length)]}`;
    const text = model.replaceAll("Best", title).replace(/^id: best$/m, `id: ${title.toLowerCase()}`);
    writeFileSync(join(folder, `municipalities/${title.toLowerCase()}.yaml`), text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: { municipalities: { type: "string", default: "342" }, out: { type: "string" } },
  });
  const folder = values.out ?? join(mkdtempSync(join(tmpdir(), "ivp-scale-")), "content");
  makeContent(folder, Number(values.municipalities));
  console.log(
    `${values.municipalities} municipalities in ${folder}\nnpx ivp build --content ${folder} --out ${folder}-out`,
  );
}
