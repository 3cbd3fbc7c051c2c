// Adds what a page can do without: print and copy buttons, keyboard reach for wide tables.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const text = button.parentElement.querySelector("[data-citation]").textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Đã chép";
      } catch {
        button.textContent = "Không chép được, hãy bôi đen và chép";
      }
      setTimeout(() => { button.textContent = label; }, 4000);
    });
  }
}

// What is wider than the screen scrolls by itself; the keyboard must reach it, too.
for (const box of document.querySelectorAll(".prose table, .prose pre, .table-scroll")) {
  if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) {
    box.tabIndex = 0;
  }
}

// On paper a citation and the article's figures are open, so they are printed.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("article.reading details")) {
    details.open = true;
  }
});

// The current part of the navigation is seen even where the row scrolls.
const current = document.querySelector(".site-nav [aria-current]");
if (current) {
  const row = current.closest(".site-nav__list");
  const margin = parseFloat(getComputedStyle(row).paddingInlineStart);
  row.scrollLeft = current.offsetLeft - row.offsetLeft - margin;
}
