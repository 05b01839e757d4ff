/** The colours of `base.css`, without the sign in front. */
export const colours = {
  ink: "1C2730",
  soft: "51606B",
  tint: "F1F5F6",
  line: "C9D3D8",
  house: "0F4150",
  link: "0B5A78",
  openPaper: "FFF6DD",
  openInk: "6B4700",
  accent: "E0A526",
  goneInk: "8F1D14",
  newInk: "14532D",
} as const;
