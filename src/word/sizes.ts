/** Sizes in twips: twentieths of a point. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A4 with the margins of the PDF. */
export const PAPER = { width: 11906, height: 16838 } as const;
export const MARGIN = { top: mm(25), side: mm(26), bottom: mm(22) } as const;

/** The width of the text on a page that stands, and on one that lies. */
export const PAGE = PAPER.width - 2 * MARGIN.side;
export const LANDSCAPE = PAPER.height - 2 * MARGIN.side;

/** How high a picture may be: it can't go on on another page. */
export const PICTURE_HEIGHT = mm(190);
