// The preview's own interface: reloads the page, shows errors over it, and what was read beside it.
(() => {
  const script = document.currentScript;
  const say = (key, values = {}) => xemThu[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const shown = Number(script.dataset.version);
  const host = document.createElement("div");
  host.id = "xem-thu";
  const root = host.attachShadow({ mode: "open" });
  document.body.append(host);

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
    * { box-sizing: border-box; }
    .bar, .panel, .errors { color: CanvasText; background: Canvas; }
    .bar { position: fixed; inset: auto auto 0 0; max-width: 100%; display: flex; flex-wrap: wrap;
      gap: .25em .75em; align-items: center;
      padding: .35em .8em; border: 1px solid GrayText; border-width: 1px 1px 0 0;
      border-radius: 0 .5em 0 0; z-index: 2147483000; }
    .bar > * { white-space: nowrap; }
    .badge { background: #8a5300; color: #fff; border-radius: .3em; padding: 0 .5em; font-weight: 600; }
    button { font: inherit; cursor: pointer; padding: .1em .6em; }
    button:focus-visible, a:focus-visible, h3:focus-visible { outline: 3px solid #1a6fd4; outline-offset: 2px; }
    .panel { position: fixed; inset: 0 0 0 auto; width: min(27em, 100%); overflow: auto;
      padding: 1em; border-inline-start: 1px solid GrayText; z-index: 2147483001; }
    .errors { position: fixed; inset: 0; overflow: auto; padding: 2em max(1em, 50% - 30em);
      z-index: 2147483002; border-block-start: .5em solid #b3261e; }
    h2 { font-size: 1.25em; margin: .2em 0 .6em; } h3 { font-size: 1.05em; margin: 1.2em 0 .4em; }
    ol, ul { padding-inline-start: 1.3em; } li { margin-block-end: .7em; }
    .place { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; }
    .mend { color: #0a6b2d; } @media (prefers-color-scheme: dark) { .mend { color: #7ddc9a; } }
    .quiet { opacity: .8; font-size: .92em; } .asked { border-inline-start: .25em solid #b36b00; padding-inline-start: .5em; }
    code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
    [hidden] { display: none !important; }
  `);
  root.adoptedStyleSheets = [style];

  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };
  const finding = (one) => make("li", {},
    make("span", { className: "place", textContent: `${one.path}:${one.line}:${one.column}` }),
    make("div", { textContent: one.message }),
    make("div", { className: "mend", textContent: one.mend }),
    make("div", { className: "quiet", textContent: one.rule }));

  // --- errors over the page
  const errors = make("section", { className: "errors", hidden: true });
  errors.setAttribute("role", "alert");
  errors.setAttribute("aria-label", say("errors"));
  root.append(errors);
  const showErrors = (state) => {
    const hide = make("button", { type: "button", textContent: say("hide") });
    hide.addEventListener("click", () => { errors.hidden = true; });
    errors.replaceChildren(
      make("h2", { textContent: state.message || say("not_yet") }),
      make("p", { textContent: say("kept") }),
      make("ol", {}, ...state.errors.map(finding)), hide);
    errors.hidden = false;
  };

  // --- the bar and the panel
  const bar = make("div", { className: "bar" });
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", say("name"));
  const panel = make("aside", { className: "panel", hidden: true });
  panel.setAttribute("aria-label", say("figures"));
  root.append(bar, panel);

  const copy = (text) => {
    const button = make("button", { type: "button", textContent: say("copy") });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = say("copied");
    });
    return make("div", {}, make("code", { textContent: text }), " ", button);
  };
  // A figure leads to where the page states it.
  const stated = (one) => document.getElementById(one.id)
    ? make("a", { href: `#${one.id}`, textContent: one.value }) : one.value;
  const figure = (one) => make("li", { className: one.published ? "" : "asked" },
    make("strong", {}, stated(one)), ` ${one.indicator}`,
    make("div", { className: "quiet", textContent: [
      one.level, one.period ? say("period", { period: one.period, source: one.period_source }) : say("no_period"),
      one.kind, say("rule", one), say("sure", one), say("line", one), one.registered ? "" : say("unknown"),
    ].filter(Boolean).join(" · ") }),
    one.question ? make("div", { textContent: say("asks", one) }) : "",
    copy(one.mark));
  const refusal = (one) => make("li", {}, make("strong", { textContent: one.text }),
    make("div", { className: "quiet", textContent: one.reason }), copy(one.mark));
  const list = (title, items, draw, id = "") => items.length
    ? [make("h3", { textContent: `${title} (${items.length})`, id, tabIndex: -1 }), make("ul", {}, ...items.map(draw))] : [];

  // The panel stands beside the page where there is room for both.
  const wide = matchMedia("(min-width: 64em)");
  const openPanel = (open) => {
    panel.hidden = !open;
    document.body.style.marginInlineEnd = open && wide.matches ? `${panel.offsetWidth}px` : "";
    if (open) sessionStorage.setItem("xem-thu", "mo");
    else sessionStorage.removeItem("xem-thu");
  };
  wide.addEventListener("change", () => openPanel(!panel.hidden));
  const showPanel = (page) => {
    const close = make("button", { type: "button", textContent: say("close") });
    close.addEventListener("click", () => openPanel(false));
    panel.replaceChildren(close,
      make("h2", { textContent: say("figures") }),
      make("div", { className: "place", textContent: page.path || "" }),
      ...list(say("list_figures"), page.figures || [], figure),
      ...list(say("list_refusals"), page.refusals || [], refusal),
      ...list(say("list_findings"), page.findings || [], finding, "loi-khuyen"),
      ...list(say("list_waiting"), page.waiting || [], (one) => make("li", {},
        make("a", { href: `/${one.address}`, textContent: one.title }), ` — ${one.status}`)));
  };
  const showBar = (page) => {
    const parts = [make("span", { textContent: say("name") })];
    if (page.status) parts.push(make("span", { className: "badge", textContent: page.status }));
    const open = make("button", { type: "button", textContent: page.path
      ? `${say("figures")} (${(page.figures || []).length})` : `${say("list_waiting")} (${page.waiting.length})` });
    open.addEventListener("click", () => openPanel(panel.hidden));
    parts.push(open);
    if ((page.findings || []).length) {
      const advice = make("button", { type: "button", textContent: say("count", { count: page.findings.length }) });
      advice.addEventListener("click", () => {
        openPanel(true);
        root.getElementById("loi-khuyen").focus();
      });
      parts.push(advice);
    }
    bar.replaceChildren(...parts);
  };
  const load = async () => {
    const address = encodeURIComponent(decodeURIComponent(location.pathname));
    const page = await (await fetch(`/_xem-thu/trang?dia-chi=${address}`)).json();
    showBar(page);
    showPanel(page);
    openPanel(sessionStorage.getItem("xem-thu") === "mo");
  };
  load().catch(() => {});

  // What lies over the page goes away with Esc, the uppermost first.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (!errors.hidden) errors.hidden = true;
    else if (!panel.hidden) openPanel(false);
  });

  // --- events
  const events = new EventSource("/_xem-thu/su-kien");
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.message) return showErrors(state);
    errors.hidden = true;
    if (state.version !== shown) location.reload();
  });
  window.addEventListener("pagehide", () => events.close());
})();
