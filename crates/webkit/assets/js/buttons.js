// Buttons that need a script: print, copy; and one that is pressed by itself, for what is done in several steps.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  // Browsers offer the clipboard only over HTTPS and on localhost.
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("[role=status]").textContent = button.dataset.done;
    const words = button.querySelector("span");
    words.dataset.own ??= words.textContent;
    words.textContent = button.dataset.done;
    setTimeout(() => { words.textContent = words.dataset.own; }, 2000);
  });
}

document.querySelector("[data-goes-on] button")?.click();
