/** Why git can't tell something, and what helps. */

/** What can be in the way of reading a repository. */
export type Obstacle =
  | "no-git"
  | "no-repository"
  /** git reads no repository of someone else (safe.directory). */
  | "other-owner"
  /** Its settings say that its files stand in another folder (core.worktree). */
  | "elsewhere"
  | "no-commits"
  /** No commit has the content folder. */
  | "not-committed"
  /** A clone without older commits (--depth). */
  | "shallow"
  /** A clone without some of the objects (--filter). */
  | "partial"
  | "failed";

/** git can't tell. The command line shows it as it is. */
export class GitProblem extends Error {
  readonly hint: string;

  /**
   * @param folder the content folder
   * @param said what git said of it
   */
  constructor(
    readonly obstacle: Obstacle,
    folder: string,
    said = "",
    options?: ErrorOptions,
  ) {
    const { message, hint } = wording(obstacle, folder, said);
    super(message, options);
    this.hint = hint;
  }
}

/** What git meant when it stopped. */
export function problemIn(said: string, folder: string): GitProblem {
  const obstacle: Obstacle = /dubious ownership|unsafe repository/.test(said)
    ? "other-owner"
    : /not a git repository|cannot change to|must be run in a work tree/.test(said)
      ? "no-repository"
      : /promisor|lazy fetching|unable to read|missing blob|missing tree|not allowed/.test(said)
        ? "partial"
        : "failed";
  return new GitProblem(obstacle, folder, said);
}

function wording(obstacle: Obstacle, folder: string, said: string): { message: string; hint: string } {
  switch (obstacle) {
    case "no-git":
      return { message: "git is er niet.", hint: "Installeer git." };
    case "no-repository":
      return {
        message: `De map ${folder} staat niet in een git-repository.`,
        hint: "Werk in een map die met git clone gemaakt is, of begin er een: git init, git add --all, git commit.",
      };
    case "other-owner": {
      const mend = /git config --global --add safe\.directory .*/.exec(said)?.[0];
      return {
        message: `De git-repository van ${folder} is van een andere gebruiker; git leest haar daarom niet.`,
        hint: `Vertrouwt u haar? Zeg dan: ${mend ?? "git config --global --add safe.directory MAP"}`,
      };
    }
    case "elsewhere":
      return {
        message: `De git-repository van ${folder} zegt dat haar bestanden in een andere map staan (core.worktree).`,
        hint: "Klopt dat niet? Haal die instelling weg: git config --unset core.worktree.",
      };
    case "no-commits":
      return {
        message: "In deze git-repository is nog niets vastgelegd.",
        hint: "Leg de inhoud vast: git add --all, git commit.",
      };
    case "not-committed":
      return {
        message: `De map ${folder} staat in geen enkele commit.`,
        hint: "Leg de inhoud vast (git add, git commit), en kijk of .gitignore haar overslaat.",
      };
    case "shallow":
      return {
        message: "Dit is een ondiepe kopie van de git-repository (shallow clone): oudere commits ontbreken.",
        hint: "Haal ze op met: git fetch --unshallow --tags (in CI: een checkout met de hele geschiedenis).",
      };
    case "partial":
      return {
        message:
          "In deze kopie van de git-repository ontbreekt een deel van wat is vastgelegd (partial clone, of beschadigd).",
        hint: "Maak een kopie zonder --filter, of kijk met git fsck wat er ontbreekt.",
      };
    case "failed": {
      // What stops it stands among advice and warnings.
      const lines = said.split("\n").filter((text) => text.trim());
      const line =
        lines.find((text) => /^(?:fatal|error): /.test(text)) ??
        lines.find((text) => !/^(?:hint|warning): /.test(text)) ??
        "";
      const reason = line
        .replace(/^(fatal|error): /, "")
        .replace(/\p{Cc}/gu, " ")
        .trim();
      return {
        message: `git kan de repository van ${folder} niet lezen${reason ? ` (${reason})` : ""}.`,
        hint: "Kijk met git log of de repository heel is.",
      };
    }
  }
}
