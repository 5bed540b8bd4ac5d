// Counts the characters that are left, as the server counts them: by code point, a line break as one.
for (const field of document.querySelectorAll("[data-max-chars]")) {
  const counter = field.nextElementSibling;
  const max = Number(field.dataset.maxChars);
  const show = () => {
    const left = max - [...field.value].length;
    counter.classList.toggle("over", left < 0);
    counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace("{n}", Math.abs(left));
    // Near the limit only: a number that moves with every letter is a distraction.
    counter.hidden = left > max * 0.2;
  };
  field.addEventListener("input", show);
  show();
}
