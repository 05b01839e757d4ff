import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "./ivp.js";

type Env = Readonly<Record<string, string | number>>;

interface Job {
  readonly env?: Env;
  readonly steps: readonly { readonly run?: string; readonly env?: Env }[];
}

/** A command of a workflow, with what it finds in its environment. */
export interface Command {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

export const workflowFolder = join(root, ".github/workflows");

/**
 * The commands of a job, in order, as a runner would run them.
 * @param values what stands in the place of each expression, such as `github.base_ref`
 */
export async function commandsOf(
  file: string,
  name: string,
  values: Readonly<Record<string, string>>,
): Promise<Command[]> {
  const { jobs } = parse(await readFile(join(workflowFolder, file), "utf8")) as { jobs: Record<string, Job> };
  const job = jobs[name];
  if (!job) throw new Error(`no job ${name} in ${file}`);
  const filled = (value: string | number): string =>
    String(value).replace(/\$\{\{ *([^} ]+) *\}\}/g, (_, expression: string) => {
      const known = values[expression];
      if (known === undefined) throw new Error(`nobody says what ${expression} is`);
      return known;
    });
  const env = (given: Env = {}) =>
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, filled(value)]));
  return job.steps.flatMap((step) => (step.run ? [{ run: step.run, env: { ...env(job.env), ...env(step.env) } }] : []));
}

/** Every command in a workflow of GitHub, whichever job it is in. */
export async function allCommands(file: string, folder = workflowFolder): Promise<string[]> {
  const { jobs } = parse(await readFile(join(folder, file), "utf8")) as { jobs: Record<string, Job> };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
}
