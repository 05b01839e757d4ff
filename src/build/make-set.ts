import { begin } from "../check/examine.js";
import type { Definition } from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { compose, type DocumentInfo, kinds, listDocuments } from "../documents/index.js";
import { fileOf } from "../formats/index.js";
import type { Model, Terms } from "../model/index.js";
import type { Press } from "../pdf/index.js";
import { pagesAtOnce } from "../pdf/pages-at-once.js";
import { claim } from "./claim.js";
import { readKnown } from "./known.js";
import type { WrittenFile } from "./last-build.js";
import { type Begun, beginDocument, type Showing } from "./make.js";
import { type DocumentEntry, INDEX, MANIFEST } from "./manifest.js";
import { putInPlace } from "./put-in-place.js";
import { select } from "./select.js";
import type { MadeSet, ReadySet, Start } from "./set.js";
import { shardOf } from "./shard.js";
import type { BuildOptions, BuildResult, Outcome } from "./types.js";

/**
 * The slow way of `build`: examines the content and makes what changed. The rules run while the browser prints; what is
 * made only counts when they find no errors.
 * @returns nothing when the content is no longer what was read
 */
export async function makeSet(options: BuildOptions, start: Start, press: Press): Promise<BuildResult | undefined> {
  const result = await makeAndCheck(options, start, press);
  if (!(await start.unchanged())) return undefined;
  return "set" in result ? putInPlace(options, start, result) : result;
}

async function makeAndCheck(options: BuildOptions, start: Start, press: Press): Promise<BuildResult | ReadySet> {
  const known = start.force ? { data: {} } : await readKnown(start.cache, start.fingerprint, "build");
  const { model, broken, data, fresh, checked } = begin(start.sources, known);
  if (!model || broken) return refused(await checked());
  const claimed = await claim(options.out, model, { force: start.force, last: start.last, note: options.note });
  const wanted = inMakingOrder(documentsOf(model, options), fresh, model.terms);
  // Refused before anything is made, so that nobody waits for nothing.
  const paths = wanted.flatMap((info) => options.formats.map((format) => fileOf(info, format)));
  start.output.refuse([...paths, INDEX, MANIFEST], claimed.own);
  const mark = await options.marking?.begin(
    start.sources,
    options.formats.some(({ returns }) => returns),
  );
  const { edition } = start;
  let underWay = (): void => undefined;
  const ahead = new Promise<void>((resolve) => {
    underWay = resolve;
  });
  const making = makeDocuments(
    wanted,
    options,
    start,
    { model, edition, ...(mark && { mark }), ...(options.answers && { answers: options.answers }) },
    press,
    underWay,
  );
  // The browser first gets what it can do meanwhile.
  const examining = ahead.then(checked).then(async (examined) => {
    // What is being made won't count: there is no need to wait for it.
    if (hasErrors(examined.diagnostics)) await press.close();
    // What is read twice alike wasn't changing when it was read: that is found out while the browser prints.
    else void start.unchanged();
    return examined;
  });
  const [set, examined] = await Promise.allSettled([making, examining]);
  if (examined.status === "rejected") throw examined.reason;
  if (hasErrors(examined.value.diagnostics)) return refused(examined.value);
  if (set.status === "rejected") throw set.reason;
  return { ...examined.value, set: set.value, claimed, data };
}

const refused = ({ diagnostics, sourceOf }: Report): BuildResult => ({
  diagnostics,
  sourceOf,
  documents: [],
  outcomes: [],
  older: [],
});

/** Every document of the content, as it is titled in this build. */
const allOf = (model: Model, { marking }: BuildOptions): DocumentInfo[] =>
  listDocuments(model).map((info) => (marking ? { ...info, title: `${info.title} (met wijzigingen)` } : info));

/** The documents that are asked for. */
function documentsOf(model: Model, options: BuildOptions): readonly DocumentInfo[] {
  const named = select(allOf(model, options), options.only, model.terms);
  const cost = (info: DocumentInfo): number => JSON.stringify(compose(model, info).sections).length;
  return options.shard ? shardOf(named, cost, options.shard) : named;
}

async function makeDocuments(
  wanted: readonly DocumentInfo[],
  options: BuildOptions,
  start: Start,
  showing: Showing,
  press: Press,
  underWay: () => void,
): Promise<MadeSet> {
  const { out, formats, program } = options;
  const maker = { ...start, ...showing, press, out, program, note: options.note };
  const outcomes: Outcome[] = [];
  let done = 0;
  const files = new Map<string, NonNullable<WrittenFile["made"]>>();
  const finish = async (info: DocumentInfo, begun: readonly Begun[]): Promise<DocumentEntry> => {
    const ready = await Promise.all(begun.map(({ made }) => made));
    for (const { file, bytes, outcome } of ready) {
      if (bytes) await start.output.add({ path: file.entry.path, bytes });
      outcomes.push(outcome);
      files.set(file.entry.path, file);
    }
    options.progress?.(++done, wanted.length, info);
    return { ...info, files: ready.map(({ file }) => file.entry) };
  };
  const made = await inTurn(wanted, (info) => beginDocument(info, formats, maker), finish, press.end, underWay);
  return { ...showing, all: allOf(showing.model, options), made, outcomes, files };
}

/** How many documents wait for the press or are being finished: while some are printed, the next are made ready. */
const AHEAD = 4 * pagesAtOnce();

/**
 * Begins things one after the other, and lets a few of them end meanwhile. The first failure ends it, when what was begun has ended.
 * @param begin begins one
 * @param end ends one that was begun
 * @param last called when the last is begun
 * @param underWay called when nothing more is begun for now, or at all
 */
async function inTurn<T, B, R>(
  items: readonly T[],
  begin: (item: T) => Promise<B>,
  end: (item: T, begun: B) => Promise<R>,
  last: () => void,
  underWay: () => void,
): Promise<R[]> {
  const ending: Promise<R>[] = [];
  const busy = new Set<Promise<unknown>>();
  let failed = false;
  try {
    for (const item of items) {
      const ended = end(item, await begin(item));
      ending.push(ended);
      const over: Promise<unknown> = ended
        .catch(() => {
          failed = true;
        })
        .then(() => busy.delete(over));
      busy.add(over);
      if (busy.size >= AHEAD) {
        underWay();
        await Promise.race(busy);
      }
      if (failed) break;
    }
    last();
  } finally {
    underWay();
    await Promise.all(busy);
  }
  return Promise.all(ending);
}

/**
 * The order in which documents are made. A kind with few of them has large ones, which go before the others, so that nothing
 * waits for them at the end. Before those goes one small one: it is finished while the large ones are printed. First of all go
 * those of which the content is new, for they are surely made.
 */
function inMakingOrder(infos: readonly DocumentInfo[], fresh: readonly Definition[], terms: Terms): DocumentInfo[] {
  const sources = kinds.flatMap(({ source }) => source ?? []);
  const freshIds = new Set(
    fresh.flatMap(({ kind, id }) =>
      sources.filter((source) => source.kind === kind).map(({ documentId }) => documentId(id, terms)),
    ),
  );
  const isFresh = ({ id }: DocumentInfo): boolean => freshIds.has(id);
  const count = (kind: string): number => infos.filter((info) => info.kind === kind).length;
  const counts = new Map([...new Set(infos.map(({ kind }) => kind))].map((kind) => [kind, count(kind)]));
  const largeFirst = [...infos].sort((a, b) => (counts.get(a.kind) ?? 0) - (counts.get(b.kind) ?? 0));
  const order = [...largeFirst.slice(-1), ...largeFirst.slice(0, -1)];
  return [...order.filter(isFresh), ...order.filter((info) => !isFresh(info))];
}
