#!/usr/bin/env node
// What Hugging Face tokenizers (their own Rust code, in a build for Node) counts for texts, without special tokens.
//   node count.mjs TOKENIZER_JSON
// Texts on standard input and counts on standard output as in ../tiktoken-oracle/count.mjs.
import fs from 'node:fs';
import { createRequire } from 'node:module';
const { Tokenizer } = createRequire(import.meta.url)('@anush008/tokenizers');

const tokenizer = Tokenizer.fromFile(process.argv[2]);
const input = fs.readFileSync(0);
const counts = [];
for (let at = 0; at < input.length;) {
  const length = input.readUInt32LE(at);
  const encoding = await tokenizer.encode(input.toString('utf8', at + 4, at + 4 + length), null, { addSpecialTokens: false });
  counts.push(encoding.getIds().length);
  at += 4 + length;
}
fs.writeSync(1, `${counts.join('\n')}\n`);
