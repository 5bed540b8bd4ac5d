// A slash leads to the search at the top, as long as one is not writing.
const box = document.querySelector(".site-search input");
document.addEventListener("keydown", (event) => {
  if (!box || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});
