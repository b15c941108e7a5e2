#!/usr/bin/env node
// The oracle of the token counts: reads texts on standard input, writes the count that npm tiktoken has for each, a line each.
//   node count.mjs ENCODING
//   node count.mjs RANKS_FILE PATTERN      any .tiktoken ranks with any pattern
//   node count.mjs --time ENCODING SLICES  writes the seconds that each slice of the texts took instead (text i is in slice i * SLICES / texts)
// A text is its length in UTF-8 bytes (32 bits, lowest byte first) and its bytes. Special tokens are text here.
import fs from 'node:fs';
import { get_encoding, Tiktoken } from 'tiktoken';

const args = process.argv.slice(2);
const timed = args[0] === '--time' && args.shift();
const [encoding, pattern] = timed ? [args[0]] : args;
const slices = timed ? args[1] : 0;

function load() {
  if (!pattern) return get_encoding(encoding);
  // tiktoken's own form of ranks: "! FIRST_RANK TOKEN TOKEN …", a line for each unbroken run of ranks.
  const lines = [];
  let next = -1;
  for (const line of fs.readFileSync(encoding, 'latin1').split('\n').filter(Boolean)) {
    const [token, rank] = line.split(' ');
    if (Number(rank) !== next) lines.push(['!', rank]);
    lines.at(-1).push(token);
    next = Number(rank) + 1;
  }
  return new Tiktoken(lines.map(line => line.join(' ')).join('\n'), {}, pattern);
}

const encoder = load();
const input = fs.readFileSync(0);
const texts = [];
for (let at = 0; at < input.length;) {
  const length = input.readUInt32LE(at);
  texts.push(input.toString('utf8', at + 4, at + 4 + length));
  at += 4 + length;
}

const count = text => encoder.encode(text, [], []).length;
if (timed) {
  // Compiled before it is timed.
  texts.slice(0, 300).forEach(count);
  const seconds = new Float64Array(Number(slices));
  texts.forEach((text, i) => {
    const start = performance.now();
    count(text);
    seconds[Math.floor(i * seconds.length / texts.length)] += (performance.now() - start) / 1e3;
  });
  fs.writeSync(1, `${seconds.join('\n')}\n`);
} else {
  fs.writeSync(1, `${texts.map(count).join('\n')}\n`);
}
