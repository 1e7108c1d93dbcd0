// Draws the network with Cytoscape.js. Without it, the list on the page has the same things.
const box = document.getElementById("network");
const canvas = box.querySelector(".canvas");
const chosen = box.querySelector(".chosen");
// A colour of the style sheet is a pair for light and dark; the browser says which of them it uses.
const probe = canvas.appendChild(document.createElement("span"));
const used = name => {
  probe.className = "probe " + name;
  return getComputedStyle(probe).color;
};

function style(kinds) {
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

function choose(node, graph) {
  const near = node.closedNeighborhood();
  graph.elements().addClass("faded").removeClass("near");
  near.removeClass("faded").addClass("near");
  const link = Object.assign(document.createElement("a"), { href: node.data("href"), textContent: node.data("label") });
  const claims = node.connectedEdges().length;
  chosen.replaceChildren(link, `: ${claims} claims join it to ${near.nodes().length - 1} of these things.`);
}

async function draw() {
  // Cytoscape puts a style element with this id into the page, which our policy forbids, unless something has it already. What it
  // would say is in our style sheet.
  canvas.id = "__________cytoscape_stylesheet";
  const elements = await (await fetch(box.dataset.elements)).json();
  const kinds = [...new Set(elements.nodes.map(node => node.data.kind))];
  box.hidden = false;
  const graph = cytoscape({
    container: canvas, elements, style: style(kinds), minZoom: .15, maxZoom: 4, textureOnViewport: true, hideEdgesOnViewport: true,
    layout: { name: "cose", animate: false, randomize: true, nodeRepulsion: () => 30000, idealEdgeLength: () => 90, numIter: 500 }
  });
  let last;
  graph.on("tap", "node", event => {
    if (last === event.target) {
      location.href = event.target.data("href");
    }
    last = event.target;
    choose(last, graph);
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

draw();
