// Filters, columns, order and changes of the index. The page is whole without it;
// what is chosen is kept in the address, so that a view can be sent to someone.
"use strict";

(() => {
  const form = document.querySelector("[data-sl-controls]");
  if (!form) return;

  const tables = [...document.querySelectorAll("[data-sl-table]")].map((table) => ({
    table,
    owner: table.closest("[data-owner]"),
    years: [...table.querySelectorAll("thead [data-year]")].map((head) => ({
      year: Number(head.dataset.year),
      place: head.cellIndex,
    })),
    bodies: [...table.tBodies].map((body) => ({
      body,
      group: body.dataset.group,
      rows: [...body.querySelectorAll(".sl-row")].map((row, place) => ({ row, place })),
    })),
  }));

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

  function apply() {
    const choice = chosen();
    let shown = 0;
    for (const entry of tables) {
      const count = applyRows(entry, choice);
      applyColumns(entry, choice);
      applyView(entry, choice.view);
      applyOrder(entry, choice);
      const plain = choice.words.length > 0 || choice.order !== "";
      entry.table.classList.toggle("sl-plain", plain);
      const wanted = !choice.owner || entry.owner.dataset.owner === choice.owner;
      entry.owner.hidden = !wanted || (count === 0 && filtering(choice));
      if (wanted) shown += count;
    }
    const status = form.querySelector("[data-sl-count]");
    status.textContent = !filtering(choice)
      ? ""
      : shown
        ? `Đang hiện ${shown.toLocaleString("vi")} dòng.`
        : "Không có dòng nào khớp. Thử bớt chữ hoặc bỏ chọn đơn vị, nhóm.";
  }

  const filtering = (choice) => choice.words.length > 0 || choice.owner !== "" || choice.group !== "";

  function applyRows(entry, choice) {
    let shown = 0;
    for (const { body, group, rows } of entry.bodies) {
      let here = 0;
      const wanted = !choice.group || group === choice.group;
      for (const { row } of rows) {
        const words = row.dataset.search;
        row.hidden = !wanted || !choice.words.every((word) => words.includes(word));
        if (!row.hidden) here += 1;
      }
      body.hidden = here === 0;
      shown += here;
    }
    return shown;
  }

  function applyColumns(entry, choice) {
    const hidden = entry.years.map(({ year }) => year < choice.from || year > choice.to);
    const key = hidden.join();
    if (entry.columns === key) return;
    entry.columns = key;
    for (const row of entry.table.rows) {
      if (row.classList.contains("sl-group")) continue;
      entry.years.forEach(({ place }, at) => { row.cells[place].hidden = hidden[at]; });
    }
  }

  function applyView(entry, view) {
    const table = entry.table;
    table.classList.toggle("sl-changes", view !== "");
    if (!view) return;
    for (const cell of table.querySelectorAll("td[data-value]")) {
      let text = cell.querySelector(".sl-alt");
      if (!text) {
        text = document.createElement("span");
        text.className = "sl-alt";
        cell.append(text);
      }
      const { change, percent, why } = cell.dataset;
      text.textContent = (view === "phan-tram" ? percent : change) || "–";
      if (why) text.title = why;
    }
  }

  function newest(row, hidden) {
    for (const cell of row.querySelectorAll("td[data-value]")) {
      if (!cell.hidden) return Number(cell.dataset.value);
    }
    return hidden;
  }

  function applyOrder(entry, choice) {
    if ((entry.order || "") === choice.order && choice.order !== "lon" && choice.order !== "nho") return;
    entry.order = choice.order;
    const name = (row) => row.querySelector("th").textContent;
    const compare = {
      "": (a, b) => a.place - b.place,
      ten: (a, b) => name(a.row).localeCompare(name(b.row), "vi"),
      lon: (a, b) => newest(b.row, -Infinity) - newest(a.row, -Infinity) || a.place - b.place,
      nho: (a, b) => newest(a.row, Infinity) - newest(b.row, Infinity) || a.place - b.place,
    }[choice.order];
    if (!compare) return;
    for (const { body, rows } of entry.bodies) {
      body.append(...[...rows].sort(compare).map(({ row }) => row));
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
  apply();
  // On a phone the table comes first, unless something has been chosen.
  const box = document.querySelector("[data-sl-box]");
  box.open = matchMedia("(min-width: 48rem)").matches || location.search.length > 1;
  box.hidden = false;
})();
