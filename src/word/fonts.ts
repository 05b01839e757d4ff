/** Fonts that every Word has; LibreOffice has others of the same widths. */
export const [SERIF, SANS] = ["Cambria", "Calibri"] as const;
