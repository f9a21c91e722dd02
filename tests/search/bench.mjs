// bench.mjs: how good and how quick search is, against the stack at BASE_URL.
//
//   bench.mjs quality demo|discogs     queries.tsv: is the answer expected the first? Fails below the aims. What ranks
//                                      came of it goes to the file $RANKS, if it is set, and what is there counts too.
//   bench.mjs latency [EACH]           of queries made from the catalogue that is there, EACH (200) of a kind: by one client,
//                                      then by four at once. Beside the times stands what a search takes of the processor in
//                                      the database and in the pool of the stack in $RUN, which a busy machine does not
//                                      lengthen, and the load of the last minute.
import { appendFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { loadavg } from "node:os";

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

// ---- searches that are made up

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

// ---- the processor

const TICKS = 100; // a second, of /proc

// name, parent and processor time (s) of a process; null if it has ended
function processOf(pid) {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return { parent: words[1], seconds: (Number(words[11]) + Number(words[12])) / TICKS };
  } catch {
    return null;
  }
}

function processor() {
  const run = process.env.RUN;
  const pid = (name) => readFileSync(`${run}/pid/${name}.pid`, "utf8").trim();
  if (run === undefined || !existsSync(`${run}/pid/catalog.pid`)) return { database: 0, pool: 0 };
  const catalog = pid("catalog");
  const workers = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ name, ...processOf(name) }))
    .filter(({ name, parent }) => name === catalog || parent === catalog);
  return {
    database: processOf(pid("mariadbd"))?.seconds ?? 0,
    pool: workers.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
  };
}

// ---- latency

function line(name, times, used) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1).padStart(9);
  const each = (seconds) => ((seconds * 1000) / times.length).toFixed(2).padStart(9);
  const load = loadavg()[0].toFixed(1).padStart(7);
  console.log(
    `${name.padEnd(18)}${String(times.length).padStart(6)}${at(0.5)}${at(0.9)}${at(0.99)}${at(1)}` +
      `${each(used.database)}${each(used.pool)}${load}`,
  );
}

const slowest = [];

// Asks for all of `queries`, `clients` at a time; the times it took.
async function ask(queries, clients) {
  const times = [];
  const left = [...queries];
  const client = async () => {
    for (let words = left.shift(); words !== undefined; words = left.shift()) {
      const began = performance.now();
      await search(words, 20);
      const took = performance.now() - began;
      times.push(took);
      slowest.push({ words, took });
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

async function timed(name, queries, clients) {
  const before = processor();
  const times = await ask(queries, clients);
  const after = processor();
  const used = { database: after.database - before.database, pool: after.pool - before.pool };
  line(name, times, used);
  return { times, used };
}

async function prepare(each, asked, last) {
  const queries = new Map();
  for (const [kind, make] of Object.entries(kinds)) {
    const some = [];
    while (some.length < each) some.push(...(await albums(Array.from({ length: 100 }, () => 1 + below(last)))));
    const list = some.slice(0, each).map((album) => {
      // blanks at the end make another address of the same search, which no cache has
      let words = make(album).slice(0, 150).trim() || "a";
      while (asked.has(words)) words += " ";
      asked.add(words);
      return words;
    });
    queries.set(kind, list);
  }
  return queries;
}

async function latency(each) {
  const last = await lastId();
  const asked = new Set();
  const title = "kind               queries    p50      p90      p99      max   db cpu pool cpu   load";
  console.log(`# albums up to ${last}; milliseconds, none asked twice\n\none client\n${title}`);
  const all = [];
  const used = { database: 0, pool: 0 };
  for (const [kind, list] of await prepare(each, asked, last)) {
    const one = await timed(kind, list, 1);
    all.push(...one.times);
    used.database += one.used.database;
    used.pool += one.used.pool;
  }
  line("all", all, used);
  const mixed = [...(await prepare(each, asked, last)).values()].flat().sort();
  slowest.sort((a, b) => b.took - a.took);
  console.log(`# slowest: ${slowest.slice(0, 8).map(({ words, took }) => `${words.trim()} (${took.toFixed(0)})`).join("; ")}`);
  console.log(`\nfour clients\n${title}`);
  await timed("all", mixed, 4);
}

const [what, argument] = process.argv.slice(2);
if (what === "quality") await quality(argument ?? "demo");
else if (what === "latency") await latency(Number(argument ?? 200));
else {
  console.error("usage: bench.mjs quality demo|discogs | latency [EACH]");
  process.exitCode = 2;
}
