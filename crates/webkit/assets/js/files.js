// Lists the chosen files with their sizes.
const unit = (bytes) => {
  const [size, name] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: name, maximumFractionDigits: name === "megabyte" ? 1 : 0,
  }).format(size);
};

for (const field of document.querySelectorAll("[data-files]")) {
  const list = field.nextElementSibling;
  field.addEventListener("change", () => {
    list.hidden = field.files.length < 2;
    list.replaceChildren(...Array.from(field.files, (file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} (${unit(file.size)})`;
      return item;
    }));
  });
}
