import type { RawFile } from "../content/read.js";
import type { Objects } from "./objects.js";
import { GitProblem } from "./problem.js";

/** An entry of a tree (gitformat: mode, name, id). */
export interface Entry {
  readonly kind: "file" | "folder" | "link" | "submodule";
  readonly name: string;
  readonly id: string;
}

/** A file that a commit has, without its bytes. */
export interface TreeFile {
  /** Relative to the folder that was asked for, with forward slashes. */
  readonly path: string;
  readonly id: string;
}

/** A folder as it was in a commit. */
export interface Listing {
  readonly files: readonly TreeFile[];
  /** What stood there and is no file: links and submodules. */
  readonly others: readonly string[];
}

/** Walks the trees of commits, each tree read once. Names are bytes to git: no quoting comes between. */
export class Trees {
  readonly #known = new Map<string, Promise<readonly Entry[]>>();

  constructor(
    private readonly objects: Objects,
    private readonly folder: string,
  ) {}

  /** What stands at a path under a tree; nothing when nothing does. */
  async find(tree: string, path: readonly string[]): Promise<Entry | undefined> {
    let entry: Entry = { kind: "folder", name: "", id: tree };
    for (const name of path) {
      if (entry.kind !== "folder") return undefined;
      const inner: Entry | undefined = (await this.#entries(entry.id)).find((candidate) => candidate.name === name);
      if (!inner) return undefined;
      entry = inner;
    }
    return entry;
  }

  /** Everything under a tree but what is hidden, as content folders are read. */
  async list(tree: string, prefix = ""): Promise<Listing> {
    const files: TreeFile[] = [];
    const others: string[] = [];
    for (const { kind, name, id } of await this.#entries(tree)) {
      if (name.startsWith(".")) continue;
      // As macOS may write a name in another way than it was committed.
      const path = `${prefix}${name}`.normalize("NFC");
      if (kind === "file") files.push({ path, id });
      else if (kind === "folder") {
        const inner = await this.list(id, `${path}/`);
        files.push(...inner.files);
        others.push(...inner.others);
      } else others.push(path);
    }
    return { files, others };
  }

  /** The bytes of files, sorted by path. */
  async read(files: readonly TreeFile[]): Promise<RawFile[]> {
    const read = await Promise.all(
      files.map(async ({ path, id }) => ({ path, bytes: (await this.#object(id, "blob")) as Uint8Array })),
    );
    return read.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #entries(tree: string): Promise<readonly Entry[]> {
    const known = this.#known.get(tree);
    const entries = known ?? this.#object(tree, "tree").then((bytes) => entriesIn(bytes, tree.length / 2));
    this.#known.set(tree, entries);
    return entries;
  }

  async #object(id: string, type: string): Promise<Buffer> {
    const object = await this.objects.read(id);
    if (object?.type !== type) throw new GitProblem("partial", this.folder);
    return object.bytes;
  }
}

/** @param idLength in bytes: 20 for SHA-1, 32 for SHA-256 */
function entriesIn(bytes: Buffer, idLength: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [space, end] = [bytes.indexOf(0x20, at), bytes.indexOf(0, at)];
    const mode = bytes.toString("latin1", at, space);
    const name = bytes.toString("utf8", space + 1, end);
    at = end + 1 + idLength;
    entries.push({ kind: kindOf(mode), name, id: bytes.toString("hex", end + 1, at) });
  }
  return entries;
}

function kindOf(mode: string): Entry["kind"] {
  if (mode === "40000") return "folder";
  if (mode === "120000") return "link";
  return mode === "160000" ? "submodule" : "file";
}
