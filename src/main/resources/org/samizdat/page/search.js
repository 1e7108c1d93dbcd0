// Suggests names while somebody types into a search field. All works without it.
const list = document.getElementById("suggestions");
const address = document.querySelector("form[data-suggest]").dataset.suggest;
let latest = 0;

async function suggest(words) {
  const mine = ++latest;
  const answer = await fetch(address + "?q=" + encodeURIComponent(words));
  const names = answer.ok ? (await answer.json())[1] : [];
  if (mine === latest) {
    list.replaceChildren(...[...new Set(names)].map(name => Object.assign(document.createElement("option"), { value: name })));
  }
}

for (const field of document.querySelectorAll("input[list=suggestions]")) {
  field.addEventListener("input", () => {
    if (field.value.trim().length > 1) {
      suggest(field.value);
    }
  });
}
