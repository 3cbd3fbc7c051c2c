/* Search over the index that plugins/site_search packs (docs/search.md). */
(() => {
  "use strict";
  const page = document.querySelector("[data-search]");
  if (!page) return;

  const PAGE_SIZE = 7;
  const MOST_WORDS = 10;
  const form = page.querySelector("form");
  const field = form.elements.q;
  const status = page.querySelector("[role=status]");
  const seriesBox = page.querySelector("[data-search-series]");
  const list = page.querySelector("[data-search-results]");
  const more = page.querySelector("[data-search-more]");
  const root = page.dataset.root;
  const title = document.title;

  // Words, cut and folded exactly as site_search/words.py does.

  const WORD = /[0-9]+(?:[.,][0-9]+)*|\p{L}[\p{L}\p{N}]*/gu;
  const MARKS = /\p{M}/gu;
  const OLD_TONE = /(^|[^q])(o(?=.[ae]$)|u(?=.y$))([\u0300\u0301\u0303\u0309\u0323])(.)$/;
  const THOUSANDS = /^[0-9]{1,3}(\.[0-9]{3})+$/;
  const known = new Map();

  function word(written) {
    if (!known.has(written)) {
      const lower = written.toLowerCase();
      const typed = THOUSANDS.test(lower)
        ? lower.replaceAll(".", "")
        : lower.normalize("NFD").replace(OLD_TONE, "$1$2$4$3").normalize("NFC");
      const key = typed.normalize("NFD").replace(MARKS, "").replaceAll("đ", "d").normalize("NFC");
      known.set(written, { typed, key, marked: typed !== key });
    }
    return known.get(written);
  }

  function parsed(text) {
    const all = (text.normalize("NFC").match(WORD) || []).map(word);
    // A pasted title is told apart by its beginning and its end.
    const words = all.length > MOST_WORDS ? [...all.slice(0, MOST_WORDS / 2), ...all.slice(-MOST_WORDS / 2)] : all;
    return { words, open: words.length > 0 && /[\p{L}\p{N}]$/u.test(text) };
  }

  // Files of the index.

  const files = new Map();

  function load(name, kind, version) {
    if (!files.has(name)) {
      const address = `${root}/tim-kiem/${name}${version ? `?v=${version}` : ""}`;
      // What has no version in its address is asked for anew.
      const answer = fetch(address, version ? {} : { cache: "no-cache" }).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        return response[kind]();
      });
      answer.catch(() => files.delete(name));
      files.set(name, answer);
    }
    return files.get(name);
  }

  const directory = () => load("muc-luc.json", "json");
  const utf8 = new TextDecoder();

  function reader(bytes) {
    let at = 0;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    const part = () => {
      const size = number();
      at += size;
      return bytes.subarray(at - size, at);
    };
    return { number, part, rest: () => bytes.subarray(at), more: () => at < bytes.length };
  }

  /** The bodies stored under `key`, or under every key that begins so. */
  async function entries(kind, key, begins, limit = 99) {
    const map = await directory();
    const group = key.slice(0, 2).padEnd(2, "_").replace(/[^a-z0-9]/g, "_");
    const firsts = map[kind][group]?.split("|") || [];
    const own = group.includes("_") ? key : key.slice(2);
    const from = Math.max(0, firsts.findLastIndex((first) => first <= own));
    const wanted = firsts
      .map((first, place) => [first, place])
      .filter(([first, place]) => place === from || (begins && place > from && first.startsWith(own)))
      .slice(0, limit);
    const packs = await Promise.all(
      wanted.map(([, place]) => load(`${kind}/${group}-${place}.bin`, "arrayBuffer", map.ban)),
    );
    const found = [];
    for (const pack of packs) {
      const read = reader(new Uint8Array(pack));
      for (let name = ""; read.more(); ) {
        name = name.slice(0, read.number()) + utf8.decode(read.part());
        const body = read.part();
        if (begins ? name.startsWith(key) : name === key) found.push([name, body]);
      }
    }
    return found;
  }

  /** The documents of one list with their weights: steps, or a bitmap with weights behind it. */
  function eachPosting(body, bits, visit) {
    const mask = (1 << bits) - 1;
    const read = reader(body);
    if (read.number()) {
      const map = read.part();
      const weights = read.rest();
      for (let place = 0, at = 0; place < map.length * 8; place++) {
        if (map[place >> 3] & (1 << (place & 7))) {
          visit(place, (weights[at >> 3] >> (at & 7)) & mask);
          at += bits;
        }
      }
      return;
    }
    for (let place = 0; read.more(); ) {
      const value = read.number();
      place += value >> bits;
      visit(place, value & mask);
    }
  }

  // Ranking.

  const rarity = (count, all) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

  /** For each document how much one word says about it (0: not there), and whether it is spelt so. */
  async function matches(query, open, all) {
    const value = new Float32Array(all);
    const exact = new Uint8Array(all);
    const { key, typed, marked } = query;
    if (open && key.length > 1 && key.length < 4) {
      for (const [, body] of await entries("dau", key, false)) {
        eachPosting(body, 1, (place, inTitle) => (value[place] = inTitle ? 1 : 0.2));
      }
    }
    for (const [name, body] of await entries("tu", key, open && key.length > 3)) {
      const whole = name === key ? 1 : 0.6;
      const read = reader(body);
      while (read.more()) {
        const form = utf8.decode(read.part());
        const same = !marked || form === typed || (open && form.startsWith(typed));
        eachPosting(read.part(), 4, (place, weight) => {
          const worth = whole * (0.3 + 0.27 * (weight & 7) + (weight & 8 ? 2 : 0));
          value[place] = Math.max(value[place], worth);
          if (same) exact[place] = 1;
        });
      }
    }
    return { value, exact };
  }

  /** For each document how much two neighbouring words say about it as a phrase. */
  async function phrases(first, second, open, all) {
    const value = new Float32Array(all);
    const found = await entries("cap", `${first.key} ${second.key}`, open, 2);
    for (const [, body] of found) {
      eachPosting(body, 1, (place, inTitle) => (value[place] = inTitle ? 3 : 1));
    }
    return value;
  }

  const count = (values) => values.reduce((sum, value) => sum + (value > 0), 0);

  /** Places of documents, best first; `whole` tells whether they hold all words. */
  async function ranked({ words, open }) {
    const all = (await directory()).bai;
    const last = words.length - 1;
    const [single, joined] = await Promise.all([
      Promise.all(words.map((one, at) => matches(one, open && at === last, all))),
      Promise.all(words.slice(1).map((one, at) => phrases(words[at], one, open && at + 1 === last, all))),
    ]);
    const score = new Float64Array(all);
    const held = new Uint8Array(all);
    const spelt = new Uint8Array(all);
    // A single letter that is still being typed asks for nothing yet.
    const asked = words.map((one, at) => !(open && at === last && last > 0 && one.key.length < 2));
    single.forEach(({ value, exact }, at) => {
      const weight = rarity(count(value), all);
      for (let place = 0; place < all; place++) {
        if (!value[place]) continue;
        score[place] += weight * value[place];
        held[place] += asked[at];
        if (words[at].marked) spelt[place] += exact[place];
      }
    });
    for (const value of joined) {
      const weight = rarity(count(value), all);
      for (let place = 0; place < all; place++) score[place] += weight * value[place];
    }
    const needed = asked.filter(Boolean).length;
    const whole = held.some((number) => number === needed);
    const most = whole ? needed : Math.max(...held);
    const places = [];
    for (let place = 0; place < all; place++) {
      if (most > 0 && held[place] === most) places.push(place);
    }
    // Spelt as typed first, then the better, then the newer.
    places.sort((a, b) => spelt[b] - spelt[a] || score[b] - score[a] || b - a);
    return { places, whole };
  }

  // Figures, few enough to be read at once.

  const FILLERS = new Set(["so", "lieu", "luong", "tong", "nam", "cac", "cua", "trong", "la", "bao", "nhieu"]);

  async function seriesFor({ words, open }) {
    const [shared, rows] = await load("so-lieu.json", "json", (await directory()).ban);
    const telling = words.filter((one) => !FILLERS.has(one.key) && !/^[0-9]/.test(one.key));
    if (!telling.length) return [];
    const last = open ? words.at(-1) : null;
    const fits = (own, one) => own.key === one.key || (one === last && own.key.startsWith(one.key));
    const scored = rows.map((row) => {
      const [, label, , ...aliases] = row;
      const names = [label, ...aliases.map((alias) => shared[alias])].map((name) => (name.match(WORD) || []).map(word));
      const own = names.flat();
      const held = telling.filter((one) => own.some((other) => fits(other, one)));
      const spelt = telling.filter((one) => own.some((other) => other.typed.startsWith(one.typed)));
      const named = names.some((name) => name.length > 1 && name.every((o) => telling.some((one) => fits(o, one))));
      const inLabel = telling.filter((one) => names[0].some((other) => fits(other, one)));
      return { row, fit: held.length === telling.length || named, spelt: spelt.length, near: inLabel.length * 9 - names[0].length };
    });
    return scored
      .filter((one) => one.fit)
      .sort((a, b) => b.spelt - a.spelt || b.near - a.near)
      .slice(0, 5)
      .map((one) => one.row);
  }

  // What readers see.

  function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...[content].flat());
    return made;
  }

  /** Where words of the query stand in `text`: spelt as typed, and as neighbours, if anywhere so. */
  function hits(text, { words, open }) {
    const tokens = [...text.matchAll(WORD)].map((match) => ({ at: match.index, to: match.index + match[0].length, ...word(match[0]) }));
    const found = new Map();
    words.forEach((one, order) => {
      const begins = open && order === words.length - 1 && one.key.length > 1;
      const alike = tokens.filter(({ key }) => (begins ? key.startsWith(one.key) : key === one.key));
      const same = one.marked ? alike.filter(({ typed }) => typed.startsWith(one.typed)) : alike;
      for (const token of same.length ? same : alike) found.set(token.at, { ...token, order });
    });
    const list = [...found.values()].sort((a, b) => a.at - b.at);
    list.forEach((hit, at) => {
      const next = list[at + 1];
      if (next?.order === hit.order + 1 && next.at - hit.to < 3) hit.joined = next.joined = true;
    });
    const joined = new Set(list.filter((hit) => hit.joined).map((hit) => hit.order));
    return list.filter((hit) => hit.joined || !joined.has(hit.order));
  }

  function marked(text, found, from = 0, to = text.length) {
    const parts = [];
    let at = from;
    for (let index = 0; index < found.length; index++) {
      const start = found[index].at;
      if (start < from || found[index].to > to) continue;
      // Neighbours are marked as one.
      while (found[index + 1]?.at === found[index].to + 1 && found[index + 1].to <= to) index++;
      parts.push(text.slice(at, start), element("mark", text.slice(start, found[index].to)));
      at = found[index].to;
    }
    return [...parts, text.slice(at, to)];
  }

  const EXCERPT = 220;

  /** The stretch of `text` that tells most of the query, its hits marked. */
  function excerpt(text, query) {
    const found = hits(text, query);
    let best = { worth: -1, at: 0 };
    found.forEach((first, index) => {
      const near = [];
      for (let next = index; next < found.length && found[next].to < first.at + EXCERPT - 50; next++) near.push(found[next]);
      const distinct = new Set(near.map((hit) => hit.order)).size;
      const worth = distinct * 10 + Math.min(near.filter((hit) => hit.joined).length, 9) * 4;
      if (worth > best.worth) best = { worth, at: first.at };
    });
    const space = text.indexOf(" ", best.at - 50);
    const from = best.at > 50 ? space + 1 : 0;
    const end = text.length - from > EXCERPT ? text.lastIndexOf(" ", from + EXCERPT) : text.length;
    const to = end > from ? end : Math.min(text.length, from + EXCERPT);
    return [from ? "… " : "", ...marked(text, found, from, to), to < text.length ? " …" : ""];
  }

  function articleItem([address, heading, date, category, text], query) {
    const link = element("a", marked(heading, hits(heading, query)), { href: `${root}/${address}` });
    const day = date.split("-").reverse().join("/");
    const facts = [date && element("time", day, { datetime: date }), date && category && " · ", category];
    return element("li", [
      element("h3", link, { class: "search-result__title" }),
      element("p", facts.filter(Boolean), { class: "search-result__facts" }),
      element("p", excerpt(text, query), { class: "search-result__excerpt" }),
    ], { class: "search-result" });
  }

  function seriesItem([address, label, note], query) {
    const link = element("a", marked(label, hits(label, query)), { href: `${root}/${address}` });
    return element("li", note ? [link, element("span", ` ${note}`, { class: "search-series__note" })] : link);
  }

  function clear() {
    list.replaceChildren();
    seriesBox.hidden = more.hidden = true;
  }

  let current = 0;
  let shown = { places: [], query: null, next: 0 };

  async function showMore(turn) {
    const { places, query, next } = shown;
    const map = await directory();
    const chosen = places.slice(next, next + PAGE_SIZE);
    const found = await Promise.all(chosen.map((place) => load(`bai/${place}.json`, "json", map.ban)));
    if (turn !== current) return null;
    shown.next = next + chosen.length;
    const items = found.map((one) => articleItem(one, query));
    if (!next) list.replaceChildren();
    list.append(...items);
    more.hidden = shown.next >= places.length;
    return items[0];
  }

  function told(places, series, whole) {
    const articles = places.length && `${places.length.toLocaleString("vi-VN")} bài`;
    const figures = series.length && `${series.length} chỉ tiêu số liệu`;
    if (!articles && !figures) return "Không tìm thấy bài nào. Hãy thử ít từ hơn, hoặc xem lưu trữ ở dưới.";
    const found = `Tìm thấy ${[articles, figures].filter(Boolean).join(" và ")}.`;
    return articles && !whole ? `Không có bài nào chứa đủ các từ. ${found}` : found;
  }

  async function search(text) {
    const turn = ++current;
    const query = parsed(text);
    document.title = text.trim() ? `${text.trim()} – ${title}` : title;
    if (!query.words.length || (query.words.length === 1 && query.words[0].key.length < 2)) {
      clear();
      status.textContent = "";
      return;
    }
    try {
      const [{ places, whole }, series] = await Promise.all([ranked(query), seriesFor(query)]);
      if (turn !== current) return;
      shown = { places, query, next: 0 };
      if (!places.length) clear();
      await showMore(turn);
      if (turn !== current) return;
      seriesBox.querySelector("ul").replaceChildren(...series.map((row) => seriesItem(row, query)));
      seriesBox.hidden = !series.length;
      status.textContent = told(places, series, whole);
      page.dataset.answered = text;
    } catch {
      if (turn !== current) return;
      clear();
      status.textContent = "Không tải được chỉ mục tìm kiếm. Xin thử lại, hoặc xem lưu trữ ở dưới.";
    }
  }

  // Events.

  function remember(text, how) {
    const address = new URL(location.href);
    if (text.trim()) address.searchParams.set("q", text.trim());
    else address.searchParams.delete("q");
    if (address.href !== location.href) history[how](null, "", address);
  }

  const asked = () => new URLSearchParams(location.search).get("q") || "";

  let timer = 0;
  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(() => {
      remember(field.value, "replaceState");
      search(field.value);
    }, 120);
  });
  field.addEventListener("compositionend", () => field.dispatchEvent(new Event("input")));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember(field.value, "pushState");
    search(field.value);
  });

  window.addEventListener("popstate", () => {
    field.value = asked();
    search(field.value);
  });

  more.addEventListener("click", async () => {
    const first = await showMore(current);
    first?.querySelector("a").focus();
  });

  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") field.focus();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...page.querySelectorAll("[data-search-series]:not([hidden]) a, [data-search-results] a")];
    const at = stops.indexOf(document.activeElement);
    const next = step && at >= 0 && stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  field.value = asked();
  if (field.value) search(field.value);
})();
