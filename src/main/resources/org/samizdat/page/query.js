// The editor of queries: Yasqe, with names from this publication. Without it, the form sends the query to the endpoint, which
// answers with the same result as a page of its own.
const form = document.getElementById("editor");
const text = form.elements.query;
const keys = document.getElementById("keys");
const state = document.querySelector(".state");
const answer = document.getElementById("answer");
const runButton = form.querySelector(".run");

// A longer address may not get through.
const LONGEST = 6000;
const KEYWORDS = "select where prefix base construct describe ask from named graph optional union minus filter not exists bind as values undef service silent distinct reduced order by asc desc group having limit offset lang langmatches datatype bound iri uri bnode rand abs ceil floor round concat strlen ucase lcase encode_for_uri contains strstarts strends strbefore strafter year month day hours minutes seconds timezone tz now uuid struuid md5 sha1 sha256 sha384 sha512 coalesce if strlang strdt sameterm isiri isuri isblank isliteral isnumeric regex substr replace count sum min max avg sample group_concat separator true false triple subject predicate object istriple".split(" ");

let known = { prefixes: {}, terms: [] };
let running;
let mark;

// Elements

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  made.append(...[content].flat());
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function say(...content) {
  state.replaceChildren(...content);
}

// Completion

// Without what is written in texts, IRIs and comments; of one that is still open the first sign stays.
function bare(query) {
  const text = /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s"{}|^`\\]*>|#.*\n/g;
  return query.replace(text, found => found.startsWith("#") ? "\n" : "x");
}

// What is typed at the cursor, what comes before it, and whether no name can stand here.
function typed() {
  const cursor = editor.getCursor();
  const line = editor.getLine(cursor.line).slice(0, cursor.ch);
  const word = line.match(/(<[^<>\s"{}|^`\\]*|[?$]\w*|[\p{L}\p{N}_][\p{L}\p{N}_.-]*:?[\p{L}\p{N}_.-]*|:[\p{L}\p{N}_.-]*)$/u)?.[0] ?? "";
  const before = editor.getRange({ line: 0, ch: 0 }, { line: cursor.line, ch: cursor.ch - word.length });
  return { word, before, from: { line: cursor.line, ch: cursor.ch - word.length }, to: cursor, silent: /["'#]/.test(bare(before)) };
}

// Which kind of term is likely after what was written: subjects are things, then come properties, then anything.
function likely(before) {
  const statement = bare(before).split(/[{}]|\.(?=\s)/).pop();
  const parts = statement.split(";");
  const words = parts.pop().split(",")[0].trim().split(/\s+/).filter(Boolean);
  const property = words[parts.length ? 0 : 1];
  if (property === "a" || property === "rdf:type") {
    return "class";
  }
  return words.length === (parts.length ? 0 : 1) ? "property" : "thing";
}

// Those of the query before those of the publication.
function allPrefixes() {
  const own = editor.getPrefixesFromQuery();
  return [...Object.entries(own), ...Object.entries(known.prefixes).filter(([prefix]) => !(prefix in own))];
}

// With a prefix where what follows it is a name that needs no escape: SPARQL 1.2, section 4.1.1.
function short(iri, prefixes) {
  for (const [prefix, namespace] of prefixes) {
    const local = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && /^[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(local)) {
      return { text: `${prefix}:${local}`, prefix };
    }
  }
  return { text: `<${iri}>` };
}

function declare(prefix) {
  if (prefix in known.prefixes && !(prefix in editor.getPrefixesFromQuery())) {
    editor.addPrefixes({ [prefix]: known.prefixes[prefix] });
  }
}

// A line of the list, which Yasqe leaves without a name.
function rendered(...content) {
  return item => {
    item.parentNode.setAttribute("aria-label", "Completions");
    item.append(...content);
  };
}

function hint(term, prefixes) {
  const name = short(term.iri, prefixes);
  return {
    text: name.text,
    render: rendered(
      term.label, " ",
      element("span", term.kind + (term.uses ? " · " + term.uses : ""), { class: "kind" }), " ",
      element("code", name.text)),
    hint: (_, data) => {
      editor.replaceRange(name.text, data.from, data.to, "complete");
      declare(name.prefix);
    }
  };
}

const plainHint = text => ({ text, render: rendered(text) });

function variables(word) {
  const all = new Set(editor.getValue().match(/[?$]\w+/g) ?? []);
  all.delete(word);
  return [...all].filter(name => name.startsWith(word)).sort().map(plainHint);
}

function prefixDeclarations(word) {
  return Object.entries(known.prefixes)
    .filter(([prefix]) => prefix.startsWith(word.replace(/:$/, "")))
    .map(([prefix, namespace]) => plainHint(`${prefix}: <${namespace}>`));
}

function terms(word, kind, prefixes) {
  const wanted = word.toLowerCase();
  const rank = term => (term.kind === kind ? 0 : 2) + (term.starts ? 0 : 1);
  return known.terms
    .map(term => {
      const names = [term.label, term.iri.replace(/.*[/#]/, ""), short(term.iri, prefixes).text, "<" + term.iri].map(name => name.toLowerCase());
      return { ...term, fits: names.some(name => name.includes(wanted)), starts: names.some(name => name.startsWith(wanted)) };
    })
    .filter(term => wanted.startsWith("<") || wanted.includes(":") ? term.starts : term.fits)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 40);
}

async function things(word) {
  const words = word.replace(/^[^:]*:|^<.*[/#]|^</, "").replace(/[-_]/g, " ").trim();
  if (words.length < 2) {
    return [];
  }
  const response = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: words })}`);
  const [, names, , iris] = response.ok ? await response.json() : [, [], , []];
  return names.map((label, i) => ({ label, iri: iris[i], kind: "thing" }));
}

async function hints() {
  const { word, before, from, to, silent } = typed();
  let list = [];
  if (silent) {
    // Inside a text or a comment, there is nothing to complete.
  } else if (/\bPREFIX\s+$/i.test(before)) {
    list = prefixDeclarations(word);
  } else if (/^[?$]/.test(word)) {
    list = variables(word);
  } else {
    const kind = likely(before);
    const prefixes = allPrefixes();
    const [found, named] = [terms(word, kind, prefixes), await things(word)];
    list = (kind === "thing" ? [...named, ...found] : [...found, ...named]).map(term => hint(term, prefixes));
  }
  return { list, from, to };
}

function complete() {
  editor.showHint({ hint: hints, completeSingle: false, closeCharacters: /[\s(){}[\];,>]/, container: editor.rootEl });
}

// Nothing is offered to whoever writes a keyword.
function completeWhileTyping() {
  const { word, before, silent } = typed();
  const prefix = word.match(/^([^:]*):/)?.[1];
  if (silent) {
    return;
  }
  if (prefix !== undefined && !/\bPREFIX\s+$/i.test(before)) {
    declare(prefix);
  }
  const name = /^[\p{L}][\p{L}\p{N}_-]{2,}$/u.test(word) && !KEYWORDS.some(keyword => keyword.startsWith(word.toLowerCase()));
  if (!editor.state.completionActive && (word.includes(":") || name || /^[?$]\w/.test(word))) {
    complete();
  }
}

// Asking

async function ask(query, signal) {
  const parameters = new URLSearchParams({ query });
  const headers = { Accept: "text/html, application/problem+json" };
  return String(parameters).length > LONGEST
    ? fetch(form.action, { method: "POST", body: parameters, headers, signal })
    : fetch(`${form.action}?${parameters}`, { headers, signal });
}

async function problemOf(response) {
  const type = response.headers.get("Content-Type") ?? "";
  return type.startsWith("application/problem+json")
    ? response.json()
    : { title: "No answer", detail: `The server answered with status ${response.status}.` };
}

function unmark() {
  mark?.();
  mark = undefined;
}

function markPlace(line, column) {
  const wrong = editor.addLineClass(line - 1, "wrap", "wrong");
  const spot = editor.markText({ line: line - 1, ch: column - 1 }, { line: line - 1, ch: column }, { className: "wrong-spot" });
  mark = () => {
    editor.removeLineClass(wrong, "wrap", "wrong");
    spot.clear();
  };
  editor.setCursor(line - 1, column - 1);
  editor.focus();
}

function showProblem(problem) {
  const section = element("section", [element("h2", problem.title), element("p", problem.detail)], { class: "problem", role: "alert" });
  if (problem.excerpt) {
    section.append(element("pre", problem.excerpt, { tabindex: "0" }));
  }
  if (problem.advice) {
    section.append(element("p", problem.advice));
  }
  answer.replaceChildren(section);
  if (problem.line) {
    markPlace(problem.line, problem.column);
  }
}

function loadDrawing() {
  return window.cytoscape ? Promise.resolve() : new Promise((resolve, reject) => document.head.append(
    Object.assign(document.createElement("script"), { src: form.dataset.drawing, onload: resolve, onerror: reject })));
}

function showResult(page) {
  const result = new DOMParser().parseFromString(page, "text/html").getElementById("result");
  answer.replaceChildren(document.adoptNode(result));
  for (const box of result.querySelectorAll(".network")) {
    prepareNetwork(box, loadDrawing);
  }
}

function remember(query) {
  const address = "query?" + new URLSearchParams({ query });
  history.replaceState(null, "", address.length > LONGEST ? "query" : address);
}

async function run() {
  running?.abort();
  const mine = running = new AbortController();
  const query = editor.getValue();
  const start = performance.now();
  unmark();
  remember(query);
  runButton.textContent = "Stop";
  say("Running …");
  try {
    const response = await ask(query, mine.signal);
    if (response.ok) {
      showResult(await response.text());
      say(`${answer.querySelector(".summary b").textContent} ${((performance.now() - start) / 1000).toFixed(2)} seconds.`);
    } else {
      showProblem(await problemOf(response));
      say("");
    }
  } catch (error) {
    if (mine === running) {
      say(error.name === "AbortError" ? "Stopped." : "");
    }
    if (error.name !== "AbortError") {
      showProblem({ title: "No answer", detail: "The server cannot be reached, or it broke off the answer at one of its limits." });
    }
  }
  if (mine === running) {
    running = undefined;
    runButton.textContent = "Run";
  }
}

// Code and saving

async function showCode() {
  const parameters = new URLSearchParams({ query: editor.getValue() });
  const response = await fetch(`${form.dataset.code}?${parameters}`, { headers: { Accept: "text/html, application/problem+json" } });
  if (response.ok) {
    const samples = new DOMParser().parseFromString(await response.text(), "text/html").body;
    answer.replaceChildren(element("section", [...samples.childNodes], { class: "code" }));
    say("");
  } else {
    say(response.status === 404 ? "This server offers no code samples." : (await problemOf(response)).detail);
  }
}

async function save() {
  const response = await fetch(form.dataset.save, {
    method: "POST", body: editor.getValue(),
    headers: { "Content-Type": "application/sparql-query", Accept: "application/problem+json" }
  });
  if (response.ok) {
    const address = new URL(response.headers.get("Location"), response.url).href;
    say("Saved at ", element("a", address, { href: address }), ".");
  } else {
    say([404, 405].includes(response.status) ? "This server saves no queries." : (await problemOf(response)).detail);
  }
}

function told(action) {
  return () => action().catch(() => say("The server cannot be reached."));
}

function tidy() {
  if (editor.queryValid) {
    editor.autoformat();
  } else {
    say("Only a query without errors, in SPARQL 1.1, can be tidied up.");
  }
}

// Examples

function filterExamples(filter) {
  const words = filter.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const tag = filter.elements.tag?.value;
  let shown = 0;
  for (const item of document.querySelectorAll(".examples li")) {
    const content = (item.textContent + item.querySelector("a").search).toLowerCase();
    const tags = [...item.querySelectorAll(".tag")].map(one => one.textContent);
    item.hidden = !words.every(word => content.includes(word)) || Boolean(tag) && !tags.includes(tag);
    shown += item.hidden ? 0 : 1;
  }
  document.querySelector("#page-examples .none").textContent = shown ? "" : "No example has all of this.";
}

function offerExamples() {
  const filter = document.getElementById("find-examples");
  filter.hidden = false;
  filter.addEventListener("input", () => filterExamples(filter));
  filter.addEventListener("submit", event => event.preventDefault());
  document.querySelector(".examples").addEventListener("click", event => {
    const link = event.target.closest("li > a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      editor.setValue(new URL(link.href).searchParams.get("query"));
      form.scrollIntoView({ block: "nearest" });
      editor.focus();
      run();
    }
  });
}

// The editor

const holder = document.createElement("div");
text.before(holder);
text.hidden = true;
// Its own completers ask other hosts.
Yasqe.defaults.autocompleters = [];
const editor = new Yasqe(holder, {
  value: text.value, persistenceId: null, consumeShareLink: null, createShareableLink: null,
  highlightSelectionMatches: false, showQueryButton: false, resizeable: false, editorHeight: "auto",
  extraKeys: {
    "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-Space": complete,
    // The keys of the browser: nobody is caught in the editor.
    "Tab": false, "Shift-Tab": false, "Esc": false, "Ctrl-S": false
  }
});
const input = editor.getInputField();
input.setAttribute("aria-label", "SPARQL query");
input.setAttribute("aria-describedby", "keys");
editor.on("inputRead", completeWhileTyping);
editor.on("change", () => {
  unmark();
  // Yasqe knows SPARQL 1.1; what is new in 1.2 is judged by the endpoint alone.
  const checked = !/<<|\{\||~|\bVERSION\b/.test(editor.getValue());
  if (checked !== editor.config.syntaxErrorCheck) {
    editor.setCheckSyntaxErrors(checked);
  }
});
form.addEventListener("submit", event => {
  event.preventDefault();
  if (running) {
    running.abort();
  } else {
    run();
  }
});
for (const [name, action] of Object.entries({ tidy, code: told(showCode), save: told(save) })) {
  form.elements[name].hidden = false;
  form.elements[name].addEventListener("click", action);
}
keys.hidden = false;
form.querySelector(".plain-only").hidden = true;
if (document.getElementById("find-examples")) {
  offerExamples();
}
fetch(form.dataset.terms).then(response => response.json()).then(terms => {
  known = terms;
});
