/* Search over the index that plugins/site_search packs (docs/search.md). */
(() => {
  "use strict";
  const page = document.querySelector("[data-search]");
  if (!page) return;

  const PAGE_SIZE = 7;
  const MOST_WORDS = 10;
  // So many documents are asked for what a mistyped word may have been.
  const ASKED = 21;
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

  let shortForms = {};

  /** The words of `text`, each with its place; what is written short is several of one place. */
  function cut(text) {
    return [...text.matchAll(WORD)].flatMap(({ 0: written, index: at }) =>
      (shortForms[word(written).key] || written).split(" ").map((one) => ({ ...word(one), at, to: at + written.length })),
    );
  }

  function parsed(typed) {
    const text = typed.normalize("NFC");
    const quoted = [...text.matchAll(/["“”][^"“”]+["“”]/g)].map(({ 0: { length }, index }) => [index, index + length]);
    const all = cut(text);
    // In quotation marks a word belongs to the one before it.
    all.forEach((one, order) => {
      one.tied = order > 0 && quoted.some(([from, to]) => from < all[order - 1].at && one.to < to);
    });
    // A pasted title is told apart by its beginning and its end.
    const words = all.length > MOST_WORDS ? [...all.slice(0, MOST_WORDS / 2), ...all.slice(-MOST_WORDS / 2)] : all;
    return { text, words, open: words.length > 0 && /[\p{L}\p{N}]$/u.test(text) };
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

  /** What the index is made of: read once, its joined lists as sets. */
  async function directory() {
    const map = await load("muc-luc.json", "json");
    const set = (joined) => new Set(joined.split("|"));
    if (!map.stop) {
      map.stop = set(map.bo);
      shortForms = map.tat;
      map.documents = map.lop.reduce((sum, layer) => sum + layer.bai, 0);
      for (const layer of map.lop) for (const kind of ["tu", "dau"]) layer[kind][1] = set(layer[kind][1]);
    }
    return map;
  }

  /** What `ask` finds in each layer (site_search/layers.py), one after another. */
  async function inLayers(ask) {
    return (await Promise.all((await directory()).lop.map(ask))).flat();
  }

  const utf8 = new TextDecoder();
  const bytesOf = new TextEncoder();

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
    const part = (size = number()) => bytes.subarray(at, (at += size));
    return { number, part, more: () => at < bytes.length };
  }

  /** Of one file the names that `fit`, each with its list (site_search/pack.py), which counts `from` a seat. */
  async function lists(file, version, fits, from = 0) {
    const read = reader(new Uint8Array(await load(file, "arrayBuffer", version)));
    const found = [];
    for (let name = ""; read.more(); ) {
      name = name.slice(0, read.number()) + utf8.decode(read.part());
      const header = read.number();
      const body = read.part(header >> 1);
      if (fits(name)) found.push([name, { dense: header & 1, body, from }]);
    }
    return found;
  }

  const listsIn = (layer, file, fits) => lists(layer.o + file, layer.ban, fits, layer["tu-cho"]);

  function crc32(text) {
    let sum = -1;
    for (const byte of bytesOf.encode(text)) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
    }
    return ~sum;
  }

  const shard = (kind, route, shards) => `${kind}/${crc32(route) & (shards - 1)}.bin`;

  /** The lists of documents under a word, or under all words that begin so (site_search/shards.py). */
  async function wordLists(key, begins, layer) {
    const [shards, own] = layer.tu;
    const fits = begins ? (name) => name.startsWith(key) : (name) => name === key;
    const files = [...own].filter(fits).map((name) => `tu/${name}-.bin`);
    if (begins || !own.has(key)) files.push(shard("tu", [...key].slice(0, 4).join(""), shards));
    return (await Promise.all(files.map((file) => listsIn(layer, file, (name) => fits(word(name).key))))).flat();
  }

  /** The list of documents with a word that begins so, of two or three letters. */
  function beginningLists(key, layer) {
    const [shards, own] = layer.dau;
    const file = own.has(key) ? `dau/${key}-.bin` : shard("dau", key, shards);
    return listsIn(layer, file, (name) => name === key);
  }

  /** The documents of one list with their weights: steps, or a bitmap with weights behind it. */
  function eachPosting({ dense, body, from }, bits, visit) {
    const mask = (1 << bits) - 1;
    const read = reader(body);
    if (dense) {
      const map = read.part();
      const weights = body.subarray(map.byteOffset + map.length - body.byteOffset);
      for (let place = 0, at = 0; place < map.length * 8; place++) {
        if (map[place >> 3] & (1 << (place & 7))) {
          visit(from + place, ((weights[at >> 3] | (weights[(at >> 3) + 1] << 8)) >> (at & 7)) & mask);
          at += bits;
        }
      }
      return;
    }
    for (let place = 0; read.more(); ) {
      const value = read.number();
      place += value >> bits;
      visit(from + place, value & mask);
    }
  }

  // Ranking.

  const rarity = (count, all) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

  /** For each document how much one word says about it (0: not there), and whether it is spelt so. */
  async function matches(query, open) {
    const { cho } = await directory();
    const value = new Float32Array(cho);
    const exact = new Uint8Array(cho);
    const { key, typed, marked } = query;
    if (open && key.length > 1 && key.length < 4) {
      for (const [, list] of await inLayers((layer) => beginningLists(key, layer))) {
        eachPosting(list, 1, (place, inTitle) => (value[place] = inTitle ? 1 : 0.2));
      }
    }
    for (const [form, list] of await inLayers((layer) => wordLists(key, open && key.length > 3, layer))) {
      const whole = word(form).key === key ? 1 : 0.6;
      const same = !marked || form === typed || (open && form.startsWith(typed));
      eachPosting(list, 3, (place, weight) => {
        const worth = whole * (0.3 + 0.6 * (weight & 3) + (weight & 4 ? 2 : 0));
        value[place] = Math.max(value[place], worth);
        if (same) exact[place] = 1;
      });
    }
    return { value, exact };
  }

  /** For each document how much two neighbouring words say about it as a phrase. */
  async function phrases(first, second, open) {
    const { cho, stop } = await directory();
    const value = new Float32Array(cho);
    if (stop.has(first.typed) || stop.has(second.typed) || (open && second.key.length < 2)) return value;
    const pair = `${first.key} ${second.key}`;
    const route = `${first.key} ${[...second.key].slice(0, 2).join("")}`;
    const fits = open ? (name) => name.startsWith(pair) : (name) => name === pair;
    const found = await inLayers((layer) => listsIn(layer, shard("cap", route, layer.cap), fits));
    for (const [, list] of found) {
      eachPosting(list, 1, (place, inTitle) => (value[place] = Math.max(value[place], inTitle ? 3 : 1)));
    }
    return value;
  }

  const count = (values) => values.reduce((sum, value) => sum + (value > 0), 0);

  /** Seats of documents, best first; `whole` tells whether they hold all words. */
  async function ranked({ words, open }) {
    const { documents, cho, stop } = await directory();
    const last = words.length - 1;
    // What is in every article tells nothing; typed without marks it may be another word.
    const telling = words.filter((one) => !one.marked || !stop.has(one.typed));
    const asking = telling.length ? telling : words;
    const isOpen = (one) => open && one === words[last];
    const [single, joined] = await Promise.all([
      Promise.all(asking.map((one) => matches(one, isOpen(one)))),
      Promise.all(words.slice(1).map((one, at) => phrases(words[at], one, open && at + 1 === last))),
    ]);
    const score = new Float64Array(cho);
    const held = new Uint8Array(cho);
    const spelt = new Uint8Array(cho);
    // A single letter that is still being typed asks for nothing yet.
    const asked = asking.map((one) => !(isOpen(one) && last > 0 && one.key.length < 2));
    single.forEach(({ value, exact }, at) => {
      const weight = rarity(count(value), documents);
      for (let place = 0; place < cho; place++) {
        if (!value[place]) continue;
        score[place] += weight * value[place];
        held[place] += asked[at];
        if (asking[at].marked) spelt[place] += exact[place];
      }
    });
    joined.forEach((value, at) => {
      const weight = rarity(count(value), documents);
      const needed = words[at + 1].tied && !stop.has(words[at].typed) && !stop.has(words[at + 1].typed);
      for (let place = 0; place < cho; place++) {
        score[place] += weight * value[place];
        if (needed && !value[place]) held[place] = 0;
      }
    });
    const needed = asked.filter(Boolean).length;
    const whole = held.some((number) => number === needed);
    const most = whole ? needed : Math.max(...held);
    const places = [];
    for (let place = 0; place < cho; place++) {
      if (most > 0 && held[place] === most) places.push(place);
    }
    // Spelt as typed first, then the better, then the newer.
    places.sort((a, b) => spelt[b] - spelt[a] || score[b] - score[a] || b - a);
    return { places, whole };
  }

  // Figures: which series are named with a word, then what is shown of the likeliest.

  const FILLERS = new Set(["so", "lieu", "luong", "tong", "nam", "cac", "cua", "trong", "la", "bao", "nhieu"]);
  const LIKELY = 12;
  const SERIES = 5;
  const A_FILE = 4;

  async function seriesFor({ words, open }) {
    const telling = words.filter((one) => !FILLERS.has(one.key) && !/^[0-9]/.test(one.key));
    if (!telling.length) return { rows: [], more: false };
    const version = (await directory())["so-lieu"];
    const last = open ? words.at(-1) : null;
    const begins = (name, one) => name === one.key || (one === last && name.startsWith(one.key));
    const known = await lists("so-lieu.bin", version, () => true);
    const held = new Map();
    for (const one of telling) {
      const own = new Map();
      for (const [name, list] of known) {
        if (begins(name, one)) eachPosting(list, 4, (place, weight) => own.set(place, Math.max(weight, own.get(place) || 0)));
      }
      for (const [place, weight] of own) {
        const sum = held.get(place) || { place, words: 0, near: -(weight & 7) };
        sum.words++;
        sum.near += weight & 8 ? 9 : 0;
        held.set(place, sum);
      }
    }
    const likely = [...held.values()]
      .filter((one) => one.words === telling.length || one.words > 1)
      .sort((a, b) => b.words - a.words || b.near - a.near || a.place - b.place)
      .slice(0, LIKELY);
    const likeliest = await Promise.all(
      likely.map(async ({ place }) => (await load(`so-lieu/${Math.floor(place / A_FILE)}.json`, "json", version))[place % A_FILE]),
    );
    const scored = likely.map((one, at) => {
      const [, label, , ...aliases] = likeliest[at];
      const names = [label, ...aliases].map(cut);
      const spelt = telling.filter((o) => names.flat().some((other) => other.typed.startsWith(o.typed)));
      const named = names.some((name) => name.length > 1 && name.every((own) => telling.some((o) => begins(own.key, o))));
      return { row: likeliest[at], fits: named || one.words === telling.length, spelt: spelt.length, near: one.near };
    });
    const fitting = scored.filter((one) => one.fits).sort((a, b) => b.spelt - a.spelt || b.near - a.near);
    const rows = fitting.slice(0, SERIES).map((one) => one.row);
    return { rows, more: fitting.length > SERIES };
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
    const tokens = cut(text);
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

  const IN_ONE_PIECE = /\b(\d+(?:\/\d{4})?[-/]\p{Lu}{2,}(?:[-/]\p{Lu}{2,})*|(?:19|20)\d\d–(?:19|20)\d\d)/u;

  /** `text` with numbers of documents and ranges of years that stay on their line. */
  function unbroken(text) {
    return text.split(IN_ONE_PIECE).map((part, at) => (at % 2 ? element("span", part, { class: "unbroken" }) : part));
  }

  function marked(text, found, from = 0, to = text.length) {
    const parts = [];
    let at = from;
    for (let index = 0; index < found.length; index++) {
      const start = found[index].at;
      if (start < from || found[index].to > to) continue;
      // Neighbours are marked as one.
      while (found[index + 1]?.at === found[index].to + 1 && found[index + 1].to <= to) index++;
      parts.push(...unbroken(text.slice(at, start)), element("mark", unbroken(text.slice(start, found[index].to))));
      at = found[index].to;
    }
    return [...parts, ...unbroken(text.slice(at, to))];
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
    return [from ? "…\u00a0" : "", ...marked(text, found, from, to), to < text.length ? "\u00a0…" : ""];
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
    const rest = note ? [element("span", ` ${note}`, { class: "search-series__note" })] : [];
    return element("li", element("a", [...marked(label, hits(label, query)), ...rest], { href: `${root}/${address}` }));
  }

  function clear() {
    list.replaceChildren();
    seriesBox.hidden = more.hidden = true;
  }

  /** Whether a letter more, less, another or two exchanged make `one` of `other`. */
  function mistyped(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const [a, b] = [one.slice(at), other.slice(at)];
    const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
    return a !== b && (swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1));
  }

  /** The query as it was perhaps meant: for a word that nowhere stands beside its neighbour, one that does. */
  function meant({ text, words }, documents) {
    const tokens = documents.flatMap(([, heading, , , body]) => [heading, body].flatMap((one) => [...cut(one), {}]));
    const form = words.some((one) => one.marked) ? "typed" : "key";
    for (const [order, { key, at, to }] of words.entries()) {
      const neighbour = (place, step) => words[order + step] && tokens[place + step]?.key === words[order + step].key;
      const there = tokens.filter((_, place) => neighbour(place, -1) || neighbour(place, 1));
      if (key.length < 2 || /^[0-9]/.test(key) || there.some((token) => token.key === key)) continue;
      const alike = there.filter((token) => token.key && mistyped(token.key, key)).map((token) => token[form]);
      const often = (one) => alike.filter((other) => other === one).length;
      const [best] = alike.sort((a, b) => often(b) - often(a));
      if (best) return text.slice(0, at) + best + text.slice(to);
    }
    return "";
  }

  let current = 0;
  let shown = { places: [], query: null, next: 0 };

  async function documentsAt(places) {
    const { lop } = await directory();
    const version = (place) => lop.filter((layer) => layer["tu-cho"] <= place).at(-1).ban;
    return Promise.all(places.map((place) => load(`bai/${place}.json`, "json", version(place))));
  }

  async function showMore(turn) {
    const { places, query, next } = shown;
    const chosen = places.slice(next, next + PAGE_SIZE);
    const found = await documentsAt(chosen);
    if (turn !== current) return null;
    shown.next = next + chosen.length;
    const items = found.map((one) => articleItem(one, query));
    if (!next) list.replaceChildren();
    list.append(...items);
    more.hidden = shown.next >= places.length;
    return items[0];
  }

  function told(places, series, whole, { words }) {
    const articles = places.length && `${places.length.toLocaleString("vi-VN")} bài`;
    const figures = series.rows.length && `${series.rows.length} chỉ tiêu số liệu${series.more ? " gần nhất" : ""}`;
    const less = words.some((one) => one.tied) ? "bỏ dấu ngoặc kép" : "thử ít từ hơn";
    if (!articles && !figures) return `Không tìm thấy bài nào. Hãy ${less}, hoặc xem lưu trữ ở dưới.`;
    const found = `Tìm thấy ${[articles, figures].filter(Boolean).join(" và ")}.`;
    return articles && !whole ? `Không có bài nào chứa đủ các từ. ${found}` : found;
  }

  async function search(text) {
    const turn = ++current;
    let query = parsed(text);
    document.title = text.trim() ? `${text.trim()} – ${title}` : title;
    if (!query.words.length || (query.words.length === 1 && query.words[0].key.length < 2)) {
      clear();
      status.textContent = "";
      return;
    }
    try {
      await directory();
      query = parsed(text);
      const [{ places, whole }, series] = await Promise.all([ranked(query), seriesFor(query)]);
      const better = whole ? "" : meant(query, await documentsAt(places.slice(0, ASKED)));
      if (turn !== current) return;
      shown = { places, query, next: 0 };
      if (!places.length) clear();
      await showMore(turn);
      if (turn !== current) return;
      seriesBox.querySelector("ul").replaceChildren(...series.rows.map((row) => seriesItem(row, query)));
      seriesBox.hidden = !series.rows.length;
      status.textContent = told(places, series, whole, query);
      if (better) status.append(" Có phải ý bạn là ", element("a", better, { href: `?q=${encodeURIComponent(better)}` }), "?");
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
  if (field.value) {
    page.dataset.asking = "";
    search(field.value).finally(() => delete page.dataset.asking);
  }
})();
