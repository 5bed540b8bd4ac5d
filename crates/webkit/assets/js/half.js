// Browsers send nothing for a date or time that is typed by half: whoever sends one is asked for the rest of it.
document.addEventListener("submit", (event) => {
  const half = [...event.target.elements].find((field) => field.validity?.badInput);
  if (!half) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  half.reportValidity();
}, true);
