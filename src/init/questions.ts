/** The words of what `ivp init` asks, in the order in which it asks: as questions on a terminal, as options elsewhere. */

export interface Question {
  /** On a terminal. */
  readonly question: string;
  /** In the help: what stands for the value, and what it is. */
  readonly value: string;
  readonly description: string;
  /** As it is typed on a command line. */
  readonly example: string;
}

export const questions = {
  municipalities: {
    question: "Welke gemeenten maken het plan? Zet er een komma tussen.",
    value: "namen",
    description: "de gemeenten, met komma's ertussen (of puntkomma's, als in een naam een komma of “en” staat)",
    example: '"Asten,Deurne"',
  },
  team: {
    question: "Hoe heet het team, zoals in een zin?",
    value: "naam",
    description: "hoe het team heet, zoals in een zin: basisteam De Kempen",
    example: '"basisteam Peelland"',
  },
  from: {
    question: "Wat is het eerste jaar van het plan?",
    value: "jaar",
    description: "het eerste jaar van het plan",
    example: "2027",
  },
  to: {
    question: "Wat is het laatste jaar?",
    value: "jaar",
    description: "het laatste jaar van het plan",
    example: "2030",
  },
  programme: {
    question: "Hoe heet het programma met de acties: uitvoeringsprogramma, jaarplan of anders?",
    value: "naam",
    description: "hoe het programma met de acties heet: uitvoeringsprogramma, jaarplan of anders",
    example: '"jaarplan"',
  },
  years: {
    question: "Voor hoeveel jaar is zo'n programma: 1 of 2?",
    value: "aantal",
    description: "hoeveel jaar zo'n programma duurt: 1 of 2",
    example: "1",
  },
  plan: {
    question: "Hoe heet het plan?",
    value: "naam",
    description: "hoe het plan heet, als dat geen integraal veiligheidsplan is: veiligheidsnota",
    example: '"veiligheidsnota"',
  },
  annex: {
    question: "Hoe heet het deel van één gemeente?",
    value: "naam",
    description: "hoe het deel van één gemeente heet, als dat geen lokale bijlage is: gemeentelijke paragraaf",
    example: '"gemeentelijke paragraaf"',
  },
} as const satisfies Record<string, Question>;

export type Key = keyof typeof questions;
export const keys = Object.keys(questions) as Key[];

/** What must be known, and so is asked; the others have a usual answer, which most teams want. */
export const required: readonly Key[] = keys.filter((key) => key !== "plan" && key !== "annex");
