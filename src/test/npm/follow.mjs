// Answers a SPARQL query by following links from one address, with Comunica. It may ask for no endpoint.
// Usage: node follow.mjs START QUERY  Prints the bindings of each solution as a line, names and values sorted.
import { QueryEngine } from "@comunica/query-sparql-link-traversal";

const [start, query] = process.argv.slice(2);
const followOnly = (input, init) => {
  const url = new URL(typeof input === "string" ? input : input.url);
  if (url.origin !== new URL(start).origin) {
    return Promise.resolve(new Response("", { status: 404 }));
  }
  if (url.pathname.endsWith("/sparql")) {
    throw new Error("The endpoint was asked.");
  }
  return fetch(input, init);
};
const bindings = await new QueryEngine().queryBindings(query, { sources: [start], lenient: true, fetch: followOnly });
const lines = await bindings.map(solution => [...solution].map(([name, value]) => `${name.value}=${value.value}`).sort().join(" ")).toArray();
console.log(lines.sort().join("\n"));
