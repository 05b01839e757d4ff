/** What `ivp` calls what stands beside the documents in their folder: no document has such a name. */
export const beside = {
  index: "index",
  manifest: "manifest",
  metadata: "metadata",
  sitemap: "sitemap",
  /** The folder with documents in which changes are marked. */
  marked: "vergelijking",
  /** What was and what it becomes; with the id of a municipality behind it for one of them. */
  changes: "was-wordt",
} as const;

/** Whether a path without extension is that of an overview of changes. */
export const isOverview = (name: string): boolean => name === beside.changes || name.startsWith(`${beside.changes}-`);
