/** Names of laws and ministries that were replaced, with what says so. */
export interface OutdatedName {
  /** How the old name stands in a text. */
  readonly pattern: RegExp;
  readonly old: string;
  readonly now: string;
  /** The day from which the new name holds. */
  readonly since: string;
  readonly source: string;
}

export const outdatedNames: readonly OutdatedName[] = [
  {
    pattern: /\bWet Bopz\b|\bBOPZ\b/gi,
    old: "Wet Bopz",
    now: "Wet verplichte ggz (Wvggz) en Wet zorg en dwang (Wzd)",
    since: "2020-01-01",
    source: "Stb. 2018, 37 en 36",
  },
  {
    pattern: /\bVeiligheid en Justitie\b|\bV ?en ?J\b/g,
    old: "Veiligheid en Justitie",
    now: "Justitie en Veiligheid",
    since: "2017-10-26",
    source: "Stcrt. 2017, 62648",
  },
  {
    pattern: /\bBaseline Informatiebeveiliging (?:Nederlandse )?Gemeenten\b|\bBIG\b/g,
    old: "Baseline Informatiebeveiliging Gemeenten (BIG)",
    now: "Baseline Informatiebeveiliging Overheid (BIO)",
    since: "2020-01-01",
    source: "Stcrt. 2020, 7857",
  },
  {
    pattern: /\bWet bescherming persoonsgegevens\b|\bWbp\b/g,
    old: "Wet bescherming persoonsgegevens",
    now: "Algemene verordening gegevensbescherming (AVG)",
    since: "2018-05-25",
    source: "Verordening (EU) 2016/679, artikel 99",
  },
  {
    pattern: /\bPolitiewet 1993\b/g,
    old: "Politiewet 1993",
    now: "Politiewet 2012",
    since: "2013-01-01",
    source: "Stb. 2012, 315",
  },
  {
    pattern: /\bDrank- en Horecawet\b/g,
    old: "Drank- en Horecawet",
    now: "Alcoholwet",
    since: "2021-07-01",
    source: "Stb. 2021, 26",
  },
];
