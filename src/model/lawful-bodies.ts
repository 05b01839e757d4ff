/** The bodies that decide, with those that need no file. */
import type { Content } from "../content/index.js";

/** The bodies that every municipality and every team has by law (Gemeentewet, artikel 6; Politiewet 2012, artikel 13). */
export const lawfulBodies = [
  { id: "raad", title: "gemeenteraad", level: "municipality", decides: "" },
  { id: "college", title: "college van burgemeester en wethouders", level: "municipality", decides: "" },
  { id: "driehoek", title: "driehoek", level: "team", decides: "" },
] as const;

/** Of a body that isn't known, nobody may say that each municipality has one. */
export const wholeBody = (body: NonNullable<NonNullable<Content["governance"]>["bodies"]>[number]) => ({
  level: lawfulBodies.find(({ id }) => id === body.id)?.level ?? ("team" as const),
  decides: "",
  ...body,
});
