import { open } from "node:fs/promises";

/** How programs begin, in hexadecimal: those of Linux (ELF), Windows (MZ) and macOS (Mach-O, for one or more processors), and #!. */
const beginnings = ["7f454c46", "4d5a", "cffaedfe", "cefaedfe", "cafebabe", "cafebabf", "2321"];

/**
 * Whether a file is a program. What is none isn't just refused when it is started: the system hands it to a shell, which does
 * what it happens to read there.
 */
export async function isProgram(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  // What can't be read is for the system to start or to refuse: no shell can read it either.
  if (!file) return true;
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const begins = buffer.toString("hex");
    return beginnings.some((beginning) => begins.startsWith(beginning));
  } finally {
    await file.close();
  }
}
