// Draws networks with Cytoscape.js. Without it, the page says the same as text.

// A colour of the style sheet is a pair for light and dark; the browser says which of them it uses.
function coloursIn(canvas) {
  const probe = canvas.appendChild(document.createElement("span"));
  // Where this id is taken, Cytoscape.js does not put a style element into the page, which our policy forbids.
  probe.id = "__________cytoscape_stylesheet";
  return name => {
    probe.className = "probe " + name;
    return getComputedStyle(probe).color;
  };
}

function networkStyle(kinds, used) {
  const ink = used("ink");
  const quiet = used("quiet");
  return [
    { selector: "node", style: {
      "width": "mapData(claims, 1, 60, 10, 44)", "height": "mapData(claims, 1, 60, 10, 44)",
      "label": "data(label)", "font-size": "mapData(claims, 1, 60, 8, 26)", "min-zoomed-font-size": 8, "color": ink,
      "text-max-width": 110, "text-wrap": "ellipsis", "text-valign": "bottom", "text-margin-y": 2 } },
    ...kinds.map(kind => ({ selector: `node[kind = "${kind}"]`, style: { "background-color": used(kind) } })),
    { selector: "edge", style: { "width": 1, "line-color": quiet, "opacity": .35, "curve-style": "haystack" } },
    { selector: "edge[!asserted]", style: { "line-style": "dashed" } },
    { selector: ".faded", style: { "opacity": .08 } },
    { selector: "edge.near", style: { "opacity": 1, "width": 1.5 } },
    { selector: ".gone", style: { "display": "none" } }
  ];
}

function chooseInNetwork(node, graph, chosen) {
  const near = node.closedNeighborhood();
  graph.elements().addClass("faded").removeClass("near");
  near.removeClass("faded").addClass("near");
  const link = Object.assign(document.createElement("a"), { href: node.data("href"), textContent: node.data("label") });
  const lines = node.connectedEdges();
  const how = [...new Set(lines.map(line => line.data("property")))].filter(Boolean).join(", ");
  chosen.replaceChildren(link, `: ${lines.length} ${lines.length === 1 ? "line joins" : "lines join"} it to ${near.nodes().length - 1} of these things${how ? " (" + how + ")" : ""}.`);
}

// The elements stand in the box, or at the address that it names.
async function elementsOf(box) {
  const inside = box.querySelector("script");
  return inside ? JSON.parse(inside.textContent) : (await fetch(box.dataset.elements)).json();
}

async function drawNetwork(box) {
  const canvas = box.querySelector(".canvas");
  // Cytoscape puts a style element with this id into the page, which our policy forbids, unless something has it already. What it
  // would say is in our style sheet.
  canvas.id = "__________cytoscape_stylesheet";
  const elements = await elementsOf(box);
  const kinds = [...new Set(elements.nodes.map(node => node.data.kind))];
  box.hidden = false;
  const graph = cytoscape({
    container: canvas, elements, style: networkStyle(kinds, coloursIn(canvas)), minZoom: .15, maxZoom: 4, textureOnViewport: true,
    hideEdgesOnViewport: true,
    layout: { name: "cose", animate: false, randomize: true, nodeRepulsion: () => 30000, idealEdgeLength: () => 90, numIter: 500 }
  });
  let last;
  graph.on("tap", "node", event => {
    if (last === event.target) {
      location.href = event.target.data("href");
    }
    last = event.target;
    chooseInNetwork(last, graph, box.querySelector(".chosen"));
  });
  graph.on("tap", event => {
    if (event.target === graph) {
      last = undefined;
      graph.elements().removeClass("faded near");
    }
  });
  const form = box.querySelector("form");
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", () => {
    const shown = new Set([...form.querySelectorAll("[name=kind]:checked")].map(field => field.value));
    const words = form.elements.find.value.trim().toLowerCase();
    graph.nodes().forEach(node => node.toggleClass("gone", !shown.has(node.data("kind"))));
    graph.elements().removeClass("faded near");
    if (words) {
      graph.nodes().forEach(node => node.toggleClass("faded", !node.data("label").toLowerCase().includes(words)));
    }
  });
}

// What lies in a box that can be opened is drawn when that is done; ready gives a promise that Cytoscape.js is there.
function prepareNetwork(box, ready) {
  const view = box.closest("details");
  const draw = () => ready().then(() => drawNetwork(box));
  if (view) {
    view.hidden = false;
    view.addEventListener("toggle", draw, { once: true });
  } else {
    draw();
  }
}

for (const box of document.querySelectorAll(".network")) {
  prepareNetwork(box, () => Promise.resolve());
}
