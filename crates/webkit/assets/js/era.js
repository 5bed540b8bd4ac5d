// Writes the era and the day of the week beside a date as it is chosen.
const lang = document.documentElement.lang;
const words = new Intl.DateTimeFormat(`${lang}-u-ca-japanese`, {
  era: "long", year: "numeric", month: "long", day: "numeric", weekday: "short", timeZone: "UTC",
});

for (const field of document.querySelectorAll("[data-era]")) {
  const note = field.parentElement.querySelector("output");
  const show = () => {
    const day = new Date(`${field.value.slice(0, 10)}T00:00:00Z`);
    note.textContent = Number.isNaN(day.getTime()) ? "" : words.format(day);
  };
  field.addEventListener("input", show);
  if (!note.textContent.trim()) show();
}
