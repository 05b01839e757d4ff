/**
 * Runs in the page: measures the contrast of texts for which axe can't tell the background, such as text on a drawing.
 * It looks at what is really painted beneath the text, at five points of it.
 * @param {string[]} selectors of the elements with the texts
 * @returns {string[]} what is wrong, for each text without enough contrast (WCAG 1.4.3)
 */
(selectors) => {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const opaque = (colour) => colour.startsWith("rgb") && (channels(colour)[3] ?? 1) === 1;
  const luminance = (colour) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const paint = (element) => {
    const style = getComputedStyle(element);
    return element instanceof SVGElement && element.tagName !== "svg" ? style.fill : style.backgroundColor;
  };
  const ancestors = (element) => (element ? [element, ...ancestors(element.parentElement)] : []);
  const backgroundAt = (element, x, y) => {
    const stack = document.elementsFromPoint(x, y).filter(({ tagName }) => tagName !== "text");
    const own = stack.indexOf(element);
    const below = element instanceof SVGElement ? stack : own < 0 ? [element] : stack.slice(own);
    return [...below, ...ancestors(element.parentElement)].map(paint).find(opaque);
  };
  const shows = (element, x, y) => document.elementsFromPoint(x, y).includes(element.ownerSVGElement ?? element);
  return selectors.flatMap((selector) => {
    const element = document.querySelector(selector);
    element.scrollIntoView({ block: "center", inline: "center" });
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? style.fill : style.color;
    const size = Number.parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const { left, top, width, height } = element.getBoundingClientRect();
    const worst = Math.min(
      ...[0.02, 0.25, 0.5, 0.75, 0.98]
        .map((share) => left + width * share)
        // At a narrow width a part of a drawing is out of sight until one scrolls to it.
        .filter((x, index) => index === 2 || shows(element, x, top + height / 2))
        .map((x) => ratio(colour, backgroundAt(element, x, top + height / 2))),
    );
    return worst >= needed ? [] : [`${selector}: ${worst.toFixed(2)} where ${needed} is needed`];
  });
};
