import type { Action, Model, Priority, Programme } from "../../model/index.js";
import type { Colour, Icon } from "../tree.js";

/** A group of actions: those of one priority, those of the local themes, or those that name neither. */
export interface Theme {
  readonly id: string;
  readonly kind: "priority" | "local" | "other";
  readonly title: string;
  readonly icon: Icon;
  readonly colour: Colour;
  /** The priority of which it is, if it is of one. */
  readonly priority?: Priority;
  readonly actions: readonly Action[];
}

/** An action's theme is the priority of the first measure that it carries out, else it is local, if it names a local theme. */
const priorityOf = ({ measures }: Action) => measures[0]?.priority;

export const colourOf = ({ content }: Model, action: Action): Colour =>
  priorityOf(action)?.colour ?? content.localThemes.colour;

/** The programme's actions by theme, in the order of the plan; themes without actions are left out. */
export function themesOf(model: Model, { actions }: Pick<Programme, "actions">): Theme[] {
  const { localThemes } = model.content;
  const apart = actions.filter((action) => !priorityOf(action));
  return [
    ...model.priorities.map((priority) => ({
      priority,
      id: priority.id,
      kind: "priority" as const,
      title: priority.title,
      icon: priority.icon,
      colour: priority.colour,
      actions: actions.filter((action) => priorityOf(action)?.id === priority.id),
    })),
    {
      id: "local",
      kind: "local" as const,
      title: localThemes.title,
      icon: localThemes.icon,
      colour: localThemes.colour,
      actions: apart.filter((action) => action.localThemes.length > 0),
    },
    {
      id: "other",
      kind: "other" as const,
      title: "Overige acties",
      icon: localThemes.icon,
      colour: localThemes.colour,
      actions: apart.filter((action) => action.localThemes.length === 0),
    },
  ].filter((theme) => theme.actions.length > 0);
}
