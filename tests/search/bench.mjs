// bench.mjs: how good and how quick search is, against the stack at BASE_URL.
//
//   bench.mjs quality demo|discogs     queries.tsv: is the answer expected the first? Fails below the aims. What ranks
//                                      came of it goes to the file $RANKS, if it is set, and what is there counts too.
//   bench.mjs latency [EACH]           of queries made from the catalogue that is there, EACH (200) of a kind
import { appendFileSync, existsSync, readFileSync } from "node:fs";

const base = process.env.BASE_URL;
const aims = { all: 0.9, typo: 0.8 };

async function search(words, limit = 10) {
  const answer = await fetch(`${base}/api/v1/search?limit=${limit}&q=${encodeURIComponent(words)}`);
  const body = await answer.json();
  if (answer.status !== 200) throw new Error(`${words}: ${answer.status} ${JSON.stringify(body)}`);
  return body.results;
}

// ---- quality

function readQueries(catalogue) {
  const lines = readFileSync(new URL("queries.tsv", import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [catalogue, kind, words, type, title] = line.split("\t");
      return { catalogue, kind, words, type, title };
    })
    .filter((query) => query.catalogue === catalogue);
}

function row(name, ranks) {
  const part = (most) => ranks.filter((rank) => rank > 0 && rank <= most).length / ranks.length;
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
  const figures = [part(1), part(5), reciprocal].map((figure) => figure.toFixed(3).padStart(10));
  console.log(`${name.padEnd(10)}${String(ranks.length).padStart(6)}${figures.join("")}`);
  return part(1);
}

// Those of earlier runs.
function readRanks(file) {
  const lines = file !== undefined && existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines.filter((line) => line !== "").map((line) => line.split(" ")).map(([kind, rank]) => ({ kind, rank: Number(rank) }));
}

async function quality(catalogue) {
  const ranks = new Map();
  const keep = (kind, rank) => ranks.set(kind, [...(ranks.get(kind) ?? []), rank]);
  for (const { kind, rank } of readRanks(process.env.RANKS)) keep(kind, rank);
  for (const query of readQueries(catalogue)) {
    const results = await search(query.words);
    const rank = 1 + results.findIndex((result) => result.type === query.type && result.title === query.title);
    if (rank !== 1) {
      const first = results[0] === undefined ? "nothing" : `${results[0].type} ${results[0].title}`;
      console.log(`# ${query.kind}: ${query.words}: ${first}, not ${query.type} ${query.title} (${rank || "-"})`);
    }
    keep(query.kind, rank);
    if (process.env.RANKS !== undefined) appendFileSync(process.env.RANKS, `${query.kind} ${rank}\n`);
  }
  console.log("kind       queries success@1 success@5       MRR");
  const firsts = new Map([...ranks].map(([kind, all]) => [kind, row(kind, all)]));
  firsts.set("all", row("all", [...ranks.values()].flat()));
  for (const [kind, aim] of Object.entries(aims))
    if ((firsts.get(kind) ?? 1) < aim) {
      console.log(`not ok: success@1 of ${kind} is below ${aim}`);
      process.exitCode = 1;
    }
}

// ---- latency

// The same numbers at each run (a linear congruential generator, Numerical Recipes' constants).
let state = 1;
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const pick = (list) => list[below(list.length)];

async function albums(ids) {
  const answer = await fetch(`${base}/api/v1/albums?limit=100&ids=${ids.join(",")}`);
  return (await answer.json()).albums;
}

async function lastId() {
  let low = 1;
  let high = 2 ** 31;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const near = Array.from({ length: 50 }, (_, i) => middle + i);
    if ((await albums(near)).length > 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

function mistype(words) {
  const parts = words.split(" ");
  const long = parts.findIndex((part) => part.length > 4);
  if (long < 0) return words;
  const at = 1 + below(parts[long].length - 2);
  parts[long] = parts[long].slice(0, at) + parts[long].slice(at + 1);
  return parts.join(" ");
}

const common = ["the", "of", "love", "in", "a", "you", "and", "to", "me", "my", "remix", "night", "live", "time", "la", "de"];
const letters = "abcdefghijklmnopqrstuvwxyz";
const kinds = {
  title: (album) => album.title,
  "title and artist": (album) => `${album.artist} ${album.title}`,
  beginning: (album) => album.title.slice(0, 2 + below(Math.max(1, album.title.length - 2))),
  misspelt: (album) => mistype(album.title),
  "common word": () => pick(common),
  "common words": () => `${pick(common)} ${pick(common)}`,
  "common, rare": (album) => `${pick(common)} ${album.title.split(" ")[0]}`,
  "two letters": () => pick(letters) + pick(letters),
  "no such word": (album) => `${album.title} qzxv${below(100000)}`,
};

function percentiles(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1).padStart(9);
  console.log(`${name.padEnd(18)}${String(times.length).padStart(6)}${at(0.5)}${at(0.9)}${at(0.99)}${at(1)}`);
}

async function latency(each) {
  const last = await lastId();
  const all = [];
  console.log(`# albums up to ${last}; milliseconds, one search at a time, none asked twice\n`);
  console.log("kind               queries    p50      p90      p99      max");
  const asked = new Set();
  for (const [kind, make] of Object.entries(kinds)) {
    const some = [];
    while (some.length < each) some.push(...(await albums(Array.from({ length: 100 }, () => 1 + below(last)))));
    const times = [];
    for (const album of some.slice(0, each)) {
      // blanks at the end make another address of the same search, which no cache has
      let words = make(album).slice(0, 150).trim() || "a";
      while (asked.has(words)) words += " ";
      asked.add(words);
      const began = performance.now();
      await search(words, 20);
      times.push(performance.now() - began);
    }
    percentiles(kind, times);
    all.push(...times);
  }
  percentiles("all", all);
}

const [what, argument] = process.argv.slice(2);
if (what === "quality") await quality(argument ?? "demo");
else if (what === "latency") await latency(Number(argument ?? 200));
else {
  console.error("usage: bench.mjs quality demo|discogs | latency [EACH]");
  process.exitCode = 2;
}
