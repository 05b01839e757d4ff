import { readFileSync } from "node:fs";
import { agree, period } from "../dutch.js";
import type { Answers } from "./answers.js";
import { type Files, planName, termsFor } from "./content.js";
import { slug } from "./slug.js";

const templates = new URL("../../templates/init/", import.meta.url);

/** What stands in the package for what: npm leaves some names out of packages. */
const copied: Readonly<Record<string, string>> = {
  ".gitignore": "gitignore",
  ".gitlab-ci.yml": "gitlab-ci.yml",
  ".github/workflows/check.yml": "github/check.yml",
  ".github/workflows/release.yml": "github/release.yml",
  ".vscode/extensions.json": "vscode/extensions.json",
  ".vscode/settings.json": "vscode/settings.json",
};

/** The paths of all of it. */
export const repositoryPaths: readonly string[] = ["package.json", "README.md", ...Object.keys(copied)];

/**
 * What a team's repository has besides its content.
 * @param dependency where npm finds this `ivp`, as `package.json` says it
 */
export function repositoryOf(answers: Answers, dependency: string): Files {
  const { team, programme } = answers;
  const title = `${planName(answers)} ${team} ${period(answers)}`;
  const plan = agree("de", termsFor(answers).plan);
  const words: Readonly<Record<string, string>> = { title, team, plan, programme: programme.name };
  return {
    "package.json": `${JSON.stringify(
      {
        name: `veiligheidsplan-${slug(team)}`.replace(/-$/, ""),
        private: true,
        description: title,
        scripts: {
          build: "ivp build",
          check: "ivp check",
          serve: "ivp serve --open",
          verify: "ivp verify",
        },
        dependencies: { ivp: dependency },
      },
      undefined,
      2,
    )}\n`,
    "README.md": template("README.md").replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? ""),
    ...Object.fromEntries(Object.entries(copied).map(([path, name]) => [path, template(name)])),
  };
}

const template = (name: string): string => readFileSync(new URL(name, templates), "utf8");
