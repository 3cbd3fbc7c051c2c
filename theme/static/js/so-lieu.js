// Filters, columns, order and changes of the index. The page is whole without it;
// what is chosen is kept in the address, so that a view can be sent to someone.
// Nothing is looked for before something is chosen: a page may have thousands of cells.
"use strict";

(() => {
  const form = document.querySelector("[data-sl-controls]");
  if (!form) return;

  let known;
  const regions = () => (known ??= [...document.querySelectorAll("[data-sl-tables]")].map(regionOf));

  // Each region has one organisation's groups; a long group stands in several parts.
  function regionOf(region) {
    const groups = new Map();
    for (const part of region.children) {
      const rows = [...part.querySelectorAll(".sl-row")];
      const entry = { part, body: part.querySelector("tbody"), size: rows.length };
      const group = groups.get(part.dataset.group) || { parts: [], rows: [] };
      group.parts.push(entry);
      group.rows.push(...rows);
      groups.set(part.dataset.group, group);
    }
    for (const group of groups.values()) group.order = group.rows;
    return { region, owner: region.closest("[data-owner]"), groups };
  }

  const fold = (text) =>
    text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").trim();

  function chosen() {
    const data = new FormData(form);
    const get = (name) => String(data.get(name) || "");
    return {
      words: fold(get("tim")).split(/\s+/).filter(Boolean),
      owner: get("don-vi"),
      group: get("nhom"),
      from: Number(get("tu")) || -Infinity,
      to: Number(get("den")) || Infinity,
      view: get("xem"),
      order: get("xep"),
    };
  }

  const filtering = (choice) => choice.words.length > 0 || choice.owner !== "" || choice.group !== "";

  function apply() {
    const choice = chosen();
    applyColumns(choice);
    // Whoever chooses years on a phone wants to see them.
    if (choice.from > 0 || choice.to < Infinity) {
      for (const box of document.querySelectorAll("[data-sl-all-years]")) box.checked = true;
    }
    let shown = 0;
    for (const entry of regions()) {
      const { region, owner } = entry;
      applyOrder(entry, choice);
      const wanted = !choice.owner || owner.dataset.owner === choice.owner;
      const count = wanted ? applyRows(entry, choice) : 0;
      region.classList.toggle("sl-plain", choice.words.length > 0 || choice.order !== "");
      region.classList.toggle("sl-changes", choice.view === "thay-doi");
      region.classList.toggle("sl-percents", choice.view === "phan-tram");
      owner.hidden = !wanted || (count === 0 && filtering(choice));
      shown += count;
    }
    const status = form.querySelector("[data-sl-count]");
    status.textContent = !filtering(choice)
      ? ""
      : shown
        ? `Đang hiện ${shown.toLocaleString("vi")} dòng.`
        : "Không có dòng nào khớp. Thử bớt chữ hoặc bỏ chọn đơn vị, nhóm.";
  }

  function applyRows({ groups }, choice) {
    let shown = 0;
    for (const [name, group] of groups) {
      const wanted = !choice.group || name === choice.group;
      for (const row of group.rows) {
        const words = row.dataset.search;
        row.hidden = !wanted || !choice.words.every((word) => words.includes(word));
      }
      for (const { part, body } of group.parts) {
        const here = [...body.rows].filter((row) => !row.hidden).length;
        part.hidden = here === 0;
        shown += here;
      }
    }
    return shown;
  }

  // One rule of style hides a column in all tables of a region: their cells need no touching.
  let columns;
  function applyColumns({ from, to }) {
    const rules = [];
    regions().forEach(({ region }, number) => {
      region.dataset.slTables = number;
      for (const head of region.querySelector("thead").querySelectorAll("[data-year]")) {
        const year = Number(head.dataset.year);
        if (year >= from && year <= to) continue;
        rules.push(`[data-sl-tables="${number}"] tr > :nth-child(${head.cellIndex + 1})`);
      }
    });
    if (!columns) {
      if (!rules.length) return;
      columns = new CSSStyleSheet();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, columns];
    }
    columns.replaceSync(rules.length ? `${rules.join(",")} { display: none }` : "");
  }

  // The newest value that is in view.
  function newest(row, { from, to }, without) {
    const heads = row.closest("table").tHead.rows[0].cells;
    for (const cell of row.querySelectorAll("td[data-value]")) {
      const year = Number(heads[cell.cellIndex].dataset.year);
      if (year >= from && year <= to) return Number(cell.dataset.value);
    }
    return without;
  }

  function applyOrder({ groups }, choice) {
    const name = (row) => row.querySelector("th").textContent;
    const by = (key, compare) => (rows) =>
      rows
        .map((row) => ({ row, key: key(row) }))
        .sort((a, b) => compare(a.key, b.key))
        .map(({ row }) => row);
    const sorted = {
      "": (rows) => rows,
      ten: by(name, (a, b) => a.localeCompare(b, "vi")),
      lon: by((row) => newest(row, choice, -Infinity), (a, b) => b - a || 0),
      nho: by((row) => newest(row, choice, Infinity), (a, b) => a - b || 0),
    }[choice.order];
    if (!sorted) return;
    for (const group of groups.values()) {
      const order = sorted(group.rows);
      if (order.every((row, place) => row === group.order[place])) continue;
      group.order = order;
      let from = 0;
      for (const { body, size } of group.parts) body.append(...order.slice(from, (from += size)));
    }
  }

  function remember() {
    const kept = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) kept.set(name, value);
    const query = kept.toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }

  function recall() {
    const kept = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (field.name) field.value = kept.get(field.name) || "";
      // A value that is no choice here leaves a select empty; the first choice is meant.
      if (field.tagName === "SELECT" && field.selectedIndex < 0) field.selectedIndex = 0;
    }
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { apply(); remember(); }, 80);
  });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => { recall(); apply(); });

  recall();
  if (location.search.length > 1) apply();
  // On a phone the table comes first, unless something has been chosen.
  const box = document.querySelector("[data-sl-box]");
  box.open = matchMedia("(min-width: 48rem)").matches || location.search.length > 1;
  box.hidden = false;
})();
