// WCAG 1.4.13: Escape puts an explanation away without moving the pointer or the focus. Reading needs no script.
const { classList } = document.documentElement;
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") classList.add("quiet");
});
for (const next of ["focusin", "pointerover"]) addEventListener(next, () => classList.remove("quiet"));
