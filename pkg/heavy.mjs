/**
 * Lists what is heavy in a wasm file that still has its names.
 *
 *     node pkg/heavy.mjs file.wasm
 *
 * Sizes are bytes of code before compression. Names that only differ in their type parameters are added up, so that a
 * generic function that was compiled many times shows as one line with a count.
 */
import { readFileSync } from "node:fs";

const bytes = readFileSync(process.argv[2]);
const module = new WebAssembly.Module(bytes);
const [names] = WebAssembly.Module.customSections(module, "name");
const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "function").length;

/** Reads the numbers and texts of the binary format (WebAssembly core specification, chapter 5). */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  text() {
    const length = this.number();
    return Buffer.from(this.bytes.subarray(this.at, (this.at += length))).toString("utf8");
  }
}

const CODE = 10;
const DATA = 11;
const FUNCTION_NAMES = 1;

function sections(wanted) {
  const reader = new Reader(bytes);
  reader.at = 8; // behind the magic number and the version
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const length = reader.number();
    if (id === wanted) return new Reader(bytes.subarray(reader.at, reader.at + length));
    reader.at += length;
  }
  return undefined;
}

function functionNames() {
  const found = new Map();
  const reader = new Reader(new Uint8Array(names ?? []));
  while (reader.at < reader.bytes.length) {
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === FUNCTION_NAMES) {
      for (let left = reader.number(); left > 0; left--) found.set(reader.number(), reader.text());
    }
    reader.at = end;
  }
  return found;
}

const named = functionNames();
const code = sections(CODE);
const groups = new Map();
let total = 0;
for (let index = 0, count = code.number(); index < count; index++) {
  const length = code.number();
  code.at += length;
  total += length;
  const name = (named.get(imported + index) ?? "without a name")
    .replace(/::h[0-9a-f]{16}$/, "")
    .replace(/\[[0-9a-f]{16}\]/g, "")
    .replace(/::<.*>$/, "")
    .replace(/ multivalue shim$/, "");
  const group = groups.get(name) ?? { length: 0, times: 0 };
  groups.set(name, { length: group.length + length, times: group.times + 1 });
}

console.log(`${total} bytes of code, ${sections(DATA)?.bytes.length ?? 0} bytes of data\n`);
for (const [name, { length, times }] of [...groups].sort((a, b) => b[1].length - a[1].length).slice(0, 60)) {
  console.log(`${String(length).padStart(7)}  ${times > 1 ? `${times} × ` : ""}${name.slice(0, 110)}`);
}
