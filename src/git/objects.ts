import { GitProblem, problemIn } from "./problem.js";
import { startGit } from "./run.js";

/** What git keeps under an id. */
export interface GitObject {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Reads objects of a repository, all through one process. */
export interface Objects {
  /**
   * @returns nothing when the repository doesn't have it
   * @throws {GitProblem} when git stops
   */
  readonly read: (id: string) => Promise<GitObject | undefined>;
  readonly close: () => void;
}

interface Request {
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (problem: Error) => void;
}

/** Starts `git cat-file --batch` (git-cat-file(1), "Batch Output"). Close it, or the program doesn't end. */
export function openObjects(folder: string): Objects {
  const child = startGit(folder, ["cat-file", "--batch"]);
  const waiting: Request[] = [];
  const answers = new Answers();
  let ended: Error | undefined;
  let said = "";
  const end = (problem: Error): void => {
    ended ??= problem;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  child.stdout.on("data", (chunk: Buffer) => {
    answers.add(chunk);
    for (let answer = answers.next(); answer !== "later"; answer = answers.next()) waiting.shift()?.resolve(answer);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.on("error", (cause) => end(new GitProblem("no-git", folder, "", { cause })));
  child.on("close", () => end(problemIn(said, folder)));
  child.stdin.on("error", () => undefined);
  return {
    read: (id) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        waiting.push({ resolve, reject });
        child.stdin.write(`${id}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/** Cuts what git prints into answers: a line with id, type and size, then as many bytes and a line end. */
class Answers {
  #chunks: Buffer[] = [];
  #size = 0;
  #header: { readonly type: string; readonly size: number } | undefined;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  next(): GitObject | undefined | "later" {
    this.#header ??= this.#readHeader();
    if (!this.#header) return "later";
    const { type, size } = this.#header;
    if (type === "") {
      this.#header = undefined;
      return undefined;
    }
    if (this.#size < size + 1) return "later";
    this.#header = undefined;
    return { type, bytes: this.#take(size + 1).subarray(0, size) };
  }

  #readHeader(): { type: string; size: number } | undefined {
    const end = this.#joined().indexOf(0x0a);
    if (end < 0) return undefined;
    const [, type = "", size] = this.#take(end + 1)
      .toString()
      .trimEnd()
      .split(" ");
    // "missing" has no size.
    return size === undefined ? { type: "", size: 0 } : { type, size: Number(size) };
  }

  #take(length: number): Buffer {
    const all = this.#joined();
    this.#chunks = [all.subarray(length)];
    this.#size -= length;
    return all.subarray(0, length);
  }

  #joined(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] as Buffer;
  }
}
