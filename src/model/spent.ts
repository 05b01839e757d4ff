/** What was spent on actions, as snapshots tell it: for all, and as far as that is said per year, municipality and cover. */
import type { ProgressSpent } from "../content/index.js";
import type { ActionProgress } from "./types.js";

/** An amount that was spent, of a year, a municipality and a cover as far as these are said. */
export interface Payment {
  readonly year?: number;
  readonly municipality?: string;
  readonly cover?: string;
  readonly amount: number;
}

/** The amounts of what is said, one by one; none where nobody said. */
export const paymentsOf = (spent: ProgressSpent | undefined): readonly Payment[] =>
  spent === undefined ? [] : typeof spent === "number" ? [{ amount: spent }] : spent;

export const paid = (payments: readonly Payment[]): number => payments.reduce((sum, { amount }) => sum + amount, 0);

/** What was spent, in all; nothing where nobody said. */
export const spentInAll = (spent: ProgressSpent | undefined): number | undefined =>
  spent === undefined ? undefined : paid(paymentsOf(spent));

/** What was spent on an action: what is said of it, else what each municipality spent when all that take part say so. */
export function spentOn(told: ActionProgress): number | undefined {
  const { payments, silent } = spendingOn(told);
  return silent === 0 ? paid(payments) : undefined;
}

/** What was spent on an action. */
export interface Spending {
  /** Its parts: those that are said of the action itself, else those of its municipalities. */
  readonly payments: readonly Payment[];
  /** What the municipalities say that they spent of it, as far as they do. */
  readonly towns: readonly (Payment & { readonly municipality: string })[];
  /** Of how many municipalities that spent a part nothing is said; where nobody says anything, of all. */
  readonly silent: number;
}

export function spendingOn({ action, spent, municipalities }: ActionProgress): Spending {
  const towns = municipalities.flatMap((own) =>
    paymentsOf(own.spent).map((payment) => ({ ...payment, municipality: own.municipality.id })),
  );
  if (spent !== undefined) return { payments: paymentsOf(spent), towns, silent: 0 };
  const telling = municipalities.filter((own) => own.spent !== undefined).length;
  return { payments: towns, towns, silent: action.municipalities.length - telling };
}
