import type { Action, Model, Programme } from "../../model/index.js";
import type { Colour, Icon } from "../tree.js";

/** A group of actions: those of one priority, or those of the local themes. */
export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly icon: Icon;
  readonly colour: Colour;
  readonly actions: readonly Action[];
}

/** An action's theme is the priority of the first measure that it carries out, else it is local. */
const priorityOf = ({ measures }: Action) => measures[0]?.priority;

export const colourOf = (action: Action): Colour => priorityOf(action)?.colour ?? "ochre";

/** The programme's actions by theme, in the order of the plan; themes without actions are left out. */
export function themesOf(model: Model, { actions }: Programme): Theme[] {
  const { localThemes } = model.content;
  return [
    ...model.priorities.map(({ id, title, icon, colour }) => ({
      id,
      title,
      icon,
      colour,
      actions: actions.filter((action) => priorityOf(action)?.id === id),
    })),
    {
      id: "local",
      title: localThemes.title,
      icon: localThemes.icon,
      colour: localThemes.colour,
      actions: actions.filter((action) => !priorityOf(action)),
    },
  ].filter((theme) => theme.actions.length > 0);
}
