/**
 * The arrows of docs/architecture.md: each stage may use what comes before it, never what comes after.
 * `npm run lint` fails on an arrow that goes the other way.
 */
const mayUse = {
  prose: [],
  content: [],
  model: ["content", "prose"],
  documents: ["model", "content", "prose"],
  check: ["documents", "model", "content", "prose"],
  render: ["prose", "documents"],
  word: ["prose", "documents"],
  pdf: [],
  diff: ["documents", "model", "content", "prose"],
  output: [],
  formats: ["documents", "render", "word", "pdf"],
  git: ["content"],
  migrations: ["content", "output"],
  init: ["check", "model", "output"],
  docx: [],
  "plan-import": ["docx", "prose", "model", "check", "init", "output"],
  rollover: ["content", "model", "check", "output"],
  build: ["content", "model", "check", "documents", "formats", "pdf", "output"],
  publication: ["documents", "model", "content", "check", "formats", "build", "output"],
  revisions: ["content", "model", "documents", "diff", "git", "migrations", "formats", "pdf", "build", "output"],
  preview: ["prose", "content", "model", "check", "documents", "formats", "pdf", "build", "revisions"],
  cli: [
    "init",
    "plan-import",
    "rollover",
    "preview",
    "publication",
    "build",
    "revisions",
    "migrations",
    "formats",
    "pdf",
    "diff",
    "documents",
    "check",
    "model",
    "content",
  ],
};
const leaves = [
  "^src/diagnostics\\.ts$",
  "^src/errors\\.ts$",
  "^src/code-frame\\.ts$",
  "^src/closest\\.ts$",
  "^src/dutch\\.ts$",
  "^src/nouns\\.ts$",
  "^src/make-folder\\.ts$",
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(mayUse).map(([stage, allowed]) => ({
      name: `${stage}-looks-back-only`,
      severity: "error",
      from: { path: `^src/${stage}/` },
      to: { path: "^src/", pathNot: [...leaves, ...[stage, ...allowed].map((name) => `^src/${name}/`)] },
    })),
    {
      name: "what-shows-documents-imports-only-their-tree",
      severity: "error",
      from: { path: "^src/(render|word)/" },
      to: {
        path: "^src/documents/",
        pathNot: "^src/documents/(walk|contents)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "leaves-import-leaves-only",
      severity: "error",
      from: { path: leaves },
      to: { path: "^src/", pathNot: leaves },
    },
    {
      name: "puppeteer-only-in-pdf",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/pdf/" },
      to: { path: "node_modules/(puppeteer(-core)?|@puppeteer/browsers)" },
    },
    {
      name: "chalk-only-in-cli",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "node_modules/chalk" },
    },
    {
      name: "files-only-at-the-edges",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/cli/",
          "^src/make-folder\\.ts$",
          "^src/build/",
          "^src/output/",
          "^src/publication/publish\\.ts$",
          "^src/init/(index|repository|source)\\.ts$",
          "^src/plan-import/index\\.ts$",
          "^src/preview/",
          "^src/revisions/(version|pages|was-wordt)\\.ts$",
          "^src/git/repository\\.ts$",
          "^src/pdf/",
          "^src/content/(read|schemas)\\.ts$",
          "^src/model/icons\\.ts$",
          "^src/check/dictionary\\.ts$",
          "^src/render/resources\\.ts$",
        ],
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
