// The peer's side of bench/wink: wink-nlp tags and names the same text (it parses no trees). One thread, CPU time.
//   node wink_bench.mjs FOLDER_WITH_NODE_MODULES TEXT_FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [folder, file] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), "x.js"));
const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

let began = seconds();
const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
console.log(`wink-nlp load ${((seconds() - began) * 1000).toFixed(0)} ms`);
const paragraphs = readFileSync(file, "utf8").split(/\n\n+/);
let best = Infinity;
let tokens = 0;
for (let round = 0; round < 5; ++round) {
  began = seconds();
  tokens = 0;
  for (const paragraph of paragraphs) {
    const document = nlp.readDoc(paragraph);
    document.tokens().out(nlp.its.pos);
    document.entities().out();
    tokens += document.tokens().length();
  }
  best = Math.min(best, seconds() - began);
}
const megabytes = process.memoryUsage().rss / 1048576;
console.log(`wink-nlp ${tokens} tokens: ${(tokens / best).toFixed(0)} tokens/s, resident ${megabytes.toFixed(0)} MB`);
