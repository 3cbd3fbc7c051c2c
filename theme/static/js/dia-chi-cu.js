// On a host without rules, an address of the former site with a query ends at the 404 page:
// this leads on from there. Hosts with rules never show it.
(() => {
  const root = document.currentScript.dataset.root;
  const home = new URL(`${root}/`, location.href);
  const plain = (text) => {
    try {
      return decodeURIComponent(text).normalize("NFC");
    } catch {
      return text;
    }
  };
  const asked = plain(location.pathname + location.search).slice(plain(home.pathname).length);
  if (!asked) return;
  fetch(new URL("may-chu/dia-chi-cu.json", home))
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((known) => {
      if (Object.hasOwn(known, asked)) location.replace(new URL(known[asked], home));
    })
    .catch(() => {});
})();
