/** What the codes of the system mean, in Dutch, as the end of a sentence. */
const meanings: Readonly<Record<string, string>> = {
  ENOSPC: "de schijf is vol",
  EDQUOT: "uw ruimte op de schijf is op",
  EROFS: "op deze schijf kan niets worden gezet",
  EACCES: "u hebt daar het recht niet voor",
  EPERM: "u hebt daar het recht niet voor",
  ENOENT: "dat bestand of die map is er niet",
  EISDIR: "daar staat een map",
  ENOTEMPTY: "daar staat een map met iets erin",
  EBUSY: "het is in gebruik",
  ETXTBSY: "het is in gebruik",
  EFBIG: "het bestand is groter dan hier mag",
  EIO: "de schijf geeft een fout",
  ELOOP: "een koppeling leidt naar zichzelf",
  ENOTDIR: "dat is geen map",
  EEXIST: "daar staat al iets anders",
  ENAMETOOLONG: "de naam is te lang",
  ENOEXEC: "het is geen programma voor deze computer",
  ENOMEM: "er is te weinig geheugen",
  EAGAIN: "er draaien te veel programma's",
  EMFILE: "er staan te veel bestanden open",
  ENFILE: "er staan te veel bestanden open",
};

/** Why the system refused something, in Dutch, as the end of a sentence, with its code for who looks it up. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const meaning = meanings[code];
  if (meaning) return `${meaning} (${code})`;
  return code || (error instanceof Error ? error.message : String(error));
}
