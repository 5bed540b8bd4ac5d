// Narrows a list of people while one types, and counts those chosen.
const plain = (text) => text
  .normalize("NFKC")
  .toLowerCase()
  .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
  .replace(/\s+/g, "");

for (const picker of document.querySelectorAll("[data-people]")) {
  const groups = Array.from(picker.querySelectorAll("details"), (details) => {
    const group = plain(details.querySelector("summary").textContent);
    const rows = Array.from(details.querySelectorAll(".choice"), (row) => ({
      row,
      text: group + plain(`${row.textContent} ${row.dataset.find ?? ""}`),
    }));
    return { details, rows, open: details.open };
  });

  const count = picker.querySelector(".chosen-count");
  const show = () => {
    const chosen = picker.querySelectorAll(":checked").length;
    count.textContent = picker.dataset.chosen.replace("{n}", chosen);
  };
  count.hidden = false;
  picker.addEventListener("change", show);
  show();

  const filter = picker.querySelector(".people-filter");
  if (!filter) continue;
  filter.hidden = false;
  const field = filter.querySelector("input");
  field.addEventListener("input", () => {
    const words = plain(field.value);
    for (const { details, rows, open } of groups) {
      let found = false;
      for (const { row, text } of rows) {
        row.hidden = !text.includes(words);
        found ||= !row.hidden;
      }
      details.hidden = !found;
      details.open = words ? found : open;
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
