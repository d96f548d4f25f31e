// The search in the header. Nothing is loaded before somebody opens it, and nothing is ever stored.

const link = document.querySelector(".site-search");
const template = document.querySelector("#search-template");
const root = new URL("../../", import.meta.url);
const PAGE = 5; // Each page of results is one download.
const PARTS = 4;
const PAUSE = 300; // Milliseconds without a key. Pagefind's own waiting loads a file at each letter meanwhile.

let dialog, input, status, results, more, selects;
let engine, facets;
let found = [];
let shown = 0;
let asked = 0;

function element(name, words, attributes = {}) {
  const made = document.createElement(name);
  if (words) made.append(words);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// An excerpt is text with the found words between <mark> and </mark>, and with < and > written as entities.
function marked(excerpt) {
  const made = element("p", "", { class: "search-excerpt" });
  excerpt.split(/<mark>(.*?)<\/mark>/).forEach((part, number) => {
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    made.append(number % 2 ? element("mark", words) : words);
  });
  return made;
}

function build() {
  document.body.append(template.content.cloneNode(true));
  dialog = document.querySelector(".search-dialog");
  input = dialog.querySelector("input");
  status = dialog.querySelector(".search-status");
  results = dialog.querySelector(".search-results");
  more = dialog.querySelector(".search-more");
  selects = [...dialog.querySelectorAll("select")];
  input.addEventListener("input", search);
  selects.forEach((select) => select.addEventListener("change", search));
  more.firstElementChild.addEventListener("click", showMore);
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  results.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
}

async function load() {
  const [pagefind, answer] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root)),
    fetch(new URL("search/facets.json", root)),
  ]);
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  facets = await answer.json();
  for (const select of selects) {
    const labels = facets.facets[select.dataset.facet] ?? [];
    labels.forEach((label, number) => select.append(element("option", label, { value: number })));
    select.parentElement.hidden = labels.length < 2;
  }
  dialog.querySelector("fieldset").hidden = selects.every((select) => select.parentElement.hidden);
  return pagefind;
}

// The engine, which is loaded once, and asked for again after a failure.
function ready() {
  engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

function fits(result) {
  const places = facets.pages[result.id];
  const names = Object.keys(facets.facets);
  return selects.every(
    (select) => !select.value || places?.[names.indexOf(select.dataset.facet)]?.includes(Number(select.value)),
  );
}

// The words to look for, and the very common ones beside them: those are the largest files of the index, and
// stand on the pages that the others are on.
function parted(typed) {
  if (typed.includes('"')) return [typed, []];
  const common = template.dataset.common.split(" ");
  const words = typed.split(/\s+/);
  const left = words.filter((word) => common.includes(word.toLowerCase()));
  const kept = words.filter((word) => !left.includes(word));
  return [kept.length ? kept.join(" ") : left.pop(), left];
}

async function search() {
  const turn = ++asked;
  const typed = input.value.trim();
  if (!typed) return show([], "");
  status.textContent ||= template.dataset.loading;
  await new Promise((after) => setTimeout(after, PAUSE));
  if (turn !== asked) return;
  try {
    const [words, left] = parted(typed);
    const answer = await (await ready()).search(words);
    if (turn !== asked) return;
    const kept = answer.results.filter(fits);
    const { none, one, many, without } = template.dataset;
    const told = [[none, one][kept.length] ?? many.replace("#", kept.length)];
    if (left.length) told.push(without.replace("#", [...new Set(left.map((word) => word.toLowerCase()))].join(", ")));
    await show(kept, told.join(" "));
  } catch {
    if (turn === asked) show([], template.dataset.failed);
  }
}

async function show(kept, words) {
  found = kept;
  shown = 0;
  const turn = asked;
  const pages = await Promise.all(found.slice(0, PAGE).map((each) => each.data()));
  if (turn !== asked) return;
  results.replaceChildren(...pages.map(page));
  shown = pages.length;
  more.hidden = shown >= found.length;
  status.textContent = words;
}

async function showMore() {
  const turn = asked;
  const pages = await Promise.all(found.slice(shown, shown + PAGE).map((each) => each.data()));
  if (turn !== asked) return;
  const added = pages.map(page);
  results.append(...added);
  shown += added.length;
  more.hidden = shown >= found.length;
  added[0].querySelector("a").focus();
}

function page(data) {
  const made = element("li");
  made.append(element("a", data.meta.title, { href: data.url, class: "search-page" }));
  const isWhole = (part) => part.url === data.url || part.anchor?.element === "h1";
  const parts = data.sub_results.filter((part) => !isWhole(part));
  const whole = data.sub_results.find(isWhole);
  if (whole) made.append(marked(whole.excerpt));
  if (parts.length) {
    const best = [...parts].sort((one, other) => other.locations.length - one.locations.length).slice(0, PARTS);
    const list = element("ul", "", { "aria-label": template.dataset.parts });
    for (const part of parts.filter((each) => best.includes(each))) {
      const item = element("li");
      item.append(element("a", part.title, { href: part.url }), marked(part.excerpt));
      list.append(item);
    }
    made.append(list);
  }
  return made;
}

// The arrow keys lead from the field through the results and back; Enter in the field leads to the first.
function move(event) {
  const stops = [input, ...results.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  const steps = { ArrowDown: 1, ArrowUp: -1, Enter: event.target === input ? 1 : 0 };
  const next = here < 0 ? undefined : stops[here + (steps[event.key] ?? 0)];
  if (steps[event.key]) {
    if (here >= 0) event.preventDefault();
    next?.focus();
  }
}

function open(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!dialog) build();
  dialog.showModal();
  input.focus();
  input.select();
  ready().catch(() => (status.textContent = template.dataset.failed));
}

if (link && template && typeof HTMLDialogElement === "function") {
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", open);
  link.addEventListener("keydown", (event) => event.key === " " && open(event));
}
