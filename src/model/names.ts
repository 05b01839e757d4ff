/** What `ivp` calls what stands beside the documents in their folder: no document has such a name. */
export const beside = {
  index: "index",
  manifest: "manifest",
  metadata: "metadata",
  /** What sitemaps, and the indexes of them, are called before what tells them apart. */
  sitemap: "sitemap-diwoo-infocat",
  sitemapIndex: "sitemapindex-diwoo-infocat",
  /** The lines for the robots.txt of the website. */
  robots: "robots-regels",
  /** The one sitemap of earlier versions. */
  oldSitemap: "sitemap",
  /** The folder with the papers for councils. */
  council: "raadsstukken",
  /** The folder with documents in which changes are marked. */
  marked: "vergelijking",
  /** The folder with a document in which comments are answered. */
  answered: "antwoorden",
  /** What was and what it becomes; with the id of a municipality behind it for one of them. */
  changes: "was-wordt",
} as const;

/** Whether a path without extension is that of an overview of changes. */
export const isOverview = (name: string): boolean => name === beside.changes || name.startsWith(`${beside.changes}-`);

/** Whether a path is that of a file by which harvesters find documents: a sitemap, an index of them, lines for robots.txt. */
export const isGuide = (path: string): boolean =>
  new RegExp(`^(${beside.sitemap}|${beside.sitemapIndex})\\d{3}(-\\d+)?\\.xml$`).test(path) ||
  path === `${beside.robots}.txt` ||
  path === `${beside.oldSitemap}.xml`;
