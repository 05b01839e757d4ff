import type { Subject } from "./adoption.js";
import type { Model } from "./types.js";

/** What a document on which is decided is called, where everyone knows whose it is. */
export function titleOf({ content, programmes, municipalities, terms }: Model, subject: Subject): string {
  switch (subject.kind) {
    case "plan":
      return content.plan.shortTitle;
    case "annex":
      return `${terms.annex.name} ${municipalities.find(({ id }) => id === subject.id)?.title ?? subject.id}`;
    case "programme":
      return programmes.find(({ id }) => id === subject.id)?.shortTitle ?? subject.id;
  }
}
