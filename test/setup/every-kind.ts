/** The plan of the tests with a document of every kind that there is. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type RawFile, readContentFolder } from "../../src/content/index.js";
import { planFolder } from "./content.js";
import { root } from "./ivp.js";

const COUNCIL = `meeting: 2025-02-01
points:
  - het plan vast te stellen en elk jaar te bespreken;
  - de [[term:boa]] in de avond te laten werken.
sections:
  - part: subject
  - part: proposal
  - title: Waarom nu
    text: |
      Het oude plan loopt af.
      De raad stelt om de vier jaar een nieuw plan vast.

      Wij letten op:
      - de avonden in de oude stad;
      - de **haven** met haar schippers.

      Tabel: Wanneer de raad ervan hoort
      | Jaar | Moment |
      |------|--------|
      | 2025 | Begin van het plan |
      | 2026 | Eerste bespreking |
      | 2027 | Tweede bespreking |
`;
const AMENDMENT = `id: more
title: Vaker op straat
municipality: s-zoutendam
date: 2024-11-14
state: aangenomen
reason: |
  In de avond is er te weinig toezicht.
  Dat vinden bewoners ook.
changes:
  - target: measure:evening-rounds
    field: text
    old: Een [[term:boa]] loopt in de avond door donkere straten.
    new: Een [[term:boa]] loopt elke avond door alle straten.
`;

/** A text with everything that people change. */
const RICH = `Eerste alinea over de dijk.
Met een tweede zin en een [[term:boa]].

Wij letten op:
- de pont;
- de **oude** kade;
  met een tweede regel;
- de sluis in het [kanaal](https://example.org/kanaal).

1. eerst kijken
2. dan doen

Tabel: Telling
| Soort | Aantal |
|-------|-------:|
| Brand | 3 |
| Water | 4 |
| Overig | 5 |

Een alinea met een noot[^1].

[^1]: De noot zelf.

Slotalinea over de *vloed*.
`;
const indented = RICH.replace(/^(?=.)/gm, "  ");

/** Where such a text comes in the place of the one that is there: in a document of each kind. */
const rich: Readonly<Record<string, string>> = {
  "vision.yaml": "text",
  "municipalities/ijzerwoude.yaml": "introduction",
  "programmes/2025-2026.yaml": "introduction",
  "progress/2025-12-31.yaml": "summary",
  "amendments/more.yaml": "reason",
};

export async function planOfEveryKind(): Promise<RawFile[]> {
  const own: [string, string | Uint8Array][] = [
    ["council.yaml", COUNCIL],
    ["amendments/more.yaml", AMENDMENT],
    ...(await Promise.all(
      ["2025-06-30", "2025-12-31"].map(
        async (date): Promise<[string, Uint8Array]> => [
          `progress/${date}.yaml`,
          await readFile(join(root, `test/fixtures/progress/${date}.yaml`)),
        ],
      ),
    )),
  ];
  const files = own.map(([path, data]): RawFile => ({ path, bytes: Buffer.from(data) }));
  return [...(await readContentFolder(planFolder)), ...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => {
      const key = rich[path];
      if (!key) return { path, bytes };
      const text = Buffer.from(bytes).toString();
      const fresh = text.replace(new RegExp(`^${key}: .*\\n(?:(?: .*)?\\n)*`, "m"), () => `${key}: |\n${indented}`);
      if (fresh === text) throw new Error(`${path} has no ${key}`);
      return { path, bytes: Buffer.from(fresh) };
    });
}
