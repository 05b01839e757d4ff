// The preview: takes over a changed page without losing the place, and shows what is wrong with the content.
const panel = document.createElement("section");
panel.setAttribute("role", "status");
panel.setAttribute("aria-label", "Meldingen over de inhoud");
panel.style.cssText =
  "position:fixed;inset:auto 0 0;z-index:100;max-height:45vh;overflow:auto;padding:1rem 1.5rem;font:15px/1.5 system-ui,sans-serif;color:#fff;background:#5c1313;border-top:4px solid #f0a08a";

const element = (name, text, style = "") => {
  const made = document.createElement(name);
  made.textContent = text;
  made.style.cssText = style;
  return made;
};

const show = ({ problems, stale }) => {
  panel.replaceChildren();
  if (problems.length === 0) return panel.remove();
  panel.append(
    element(
      "p",
      stale ? "U ziet de laatste goede versie. Dit moet eerst beter:" : "Dit kan beter:",
      "margin:0 0 .5rem;font-weight:700",
    ),
  );
  for (const { place, message, frame, hint } of problems) {
    panel.append(element("p", `${place} ${message}`, "margin:.6rem 0 0;font-weight:600"));
    if (frame)
      panel.append(
        element("pre", frame, "margin:.2rem 0;font:13px/1.4 ui-monospace,monospace;white-space:pre;overflow-x:auto"),
      );
    if (hint) panel.append(element("p", `→ ${hint}`, "margin:0"));
  }
  document.body.append(panel);
};

const refresh = async () => {
  const response = await fetch(location.pathname, { cache: "no-store" });
  if (!response.ok) return location.assign("/");
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  const { scrollX, scrollY } = window;
  document.title = next.title;
  document.head.querySelector("style").replaceWith(next.head.querySelector("style"));
  for (const script of next.querySelectorAll("script")) script.remove();
  document.body.replaceChildren(...next.body.childNodes, ...(panel.isConnected ? [panel] : []));
  window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  document.documentElement.dataset.version = String(Number(document.documentElement.dataset.version ?? 0) + 1);
};

const events = new EventSource("/events");
events.addEventListener("problems", ({ data }) => show(JSON.parse(data)));
events.addEventListener("change", refresh);
