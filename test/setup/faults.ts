import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { copyOriginal, temporaryFolder } from "./content.js";
import { root } from "./ivp.js";
import { jpeg } from "./jpeg.js";
import { png } from "./png.js";

/** A small faulty content: what is changed in `fixtures/base`, and exactly what `ivp check` must say of it. */
export interface Fault {
  readonly edits: readonly {
    file: string;
    replace?: string;
    with?: string;
    append?: string;
    write?: string;
    remove?: true;
    latin1?: true;
    /** Makes a symbolic link to this. */
    link?: string;
    /** Writes a PNG with this many bytes of text in it. */
    png?: number;
    /** Writes a JPEG of which the camera was held this way (Exif: 1 is upright). */
    held?: number;
    /** Leaves this many bytes off its end. */
    cut?: number;
  }[];
  readonly expect: readonly string[];
}

const folder = join(root, "test/fixtures/faults");

/** The files of all faults. */
export const faultNames: readonly string[] = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));

export const faultText = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

/** A folder with the content of a fault, and the fault. */
export async function faulty(name: string): Promise<{ readonly content: string; readonly fault: Fault }> {
  const fault = parse(await faultText(name)) as Fault;
  const content = join(await temporaryFolder(), "content");
  copyOriginal("test/fixtures/base", content);
  for (const edit of fault.edits) await apply(content, edit);
  return { content, fault };
}

async function apply(
  content: string,
  {
    file,
    replace,
    with: replacement = "",
    append,
    write,
    remove,
    latin1,
    link,
    png: bytes,
    held,
    cut = 0,
  }: Fault["edits"][number],
): Promise<void> {
  const path = join(content, file);
  if (remove) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  if (link) return symlink(link, path);
  if (held) return writeFile(path, jpeg(held));
  if (bytes) return writeFile(path, png(8, 8, bytes).subarray(0, cut > 0 ? -cut : undefined));
  const text = write === undefined ? await readFile(path, "utf8") : write;
  if (replace !== undefined && text.split(replace).length !== 2)
    throw new Error(`“${replace}” stands ${text.split(replace).length - 1} times in ${file}`);
  await writeFile(
    path,
    Buffer.from(
      (replace === undefined ? text : text.replace(replace, () => replacement)) + (append ?? ""),
      latin1 ? "latin1" : "utf8",
    ),
  );
}
