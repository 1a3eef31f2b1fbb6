/** One contender in its own process: warms up, embeds or tags all texts of a set, and prints seconds and peak memory. */
import { readFileSync } from 'node:fs';
import { textsOf } from './texts.mjs';

/** Texts a call in batches, and of the warm-up. */
const BATCH = 16;

const { contender, set, mode, threads, limit } = JSON.parse(process.argv[2]);
const { open } = await import(contender.module);
const { one, many } = await open({ threads, dtype: contender.dtype });
const texts = textsOf(set, limit);

async function work(list) {
  if (mode === 'one by one') for (const text of list) await one(text);
  else for (let start = 0; start < list.length; start += BATCH) await many(list.slice(start, start + BATCH));
}

// Spread over the set: what only one language needs is loaded before the clock starts, too.
await work(textsOf(set, Math.min(BATCH, texts.length)));
const began = performance.now();
await work(texts);
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ seconds, peakMegabytes: peakMegabytes() }));
// Not every contender has a way to be closed.
process.exit();

/** Largest resident memory so far, in 10⁶ bytes. */
function peakMegabytes() {
  // Linux counts the parent's memory in maxRSS when a process is started by another.
  if (process.platform !== 'linux') return (process.resourceUsage().maxRSS * 1024) / 1e6;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
