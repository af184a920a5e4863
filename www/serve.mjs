/**
 * Serves the built portal on this computer only, with the policy that Headwater asks of a host.
 *
 *     node www/serve.mjs [--port 4173] [--root www/dist]
 *
 * It takes the next free port when the wished one is taken, prints the address, and stops on SIGTERM, SIGINT or at
 * the end of its standard input, so that it never outlives the program that started it.
 * Tests import `serve` instead.
 */
import { createReadStream, realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** What a host must allow, and nothing more. */
export const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
].join("; ");

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".ftl": "text/plain; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * Serves `root`. `port` 0 takes any free port; otherwise the next free one of twenty. `headers` are added to every
 * answer and may replace the policy (a value of null leaves a header out).
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ root = fileURLToPath(new URL("dist", import.meta.url)), port = 0, headers = {} } = {}) {
  const top = resolve(root);
  const always = { "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", ...headers };

  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(always)) if (value !== null) response.setHeader(name, value);
    const refuse = (status, text) => response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD.");
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      let file = normalize(join(top, path));
      if (file !== top && !file.startsWith(top + sep)) return refuse(403, "Outside the folder.");
      let found = await stat(file);
      if (found.isDirectory()) {
        // Without the slash at its end, the page's relative addresses would miss the folder.
        if (!path.endsWith("/")) return response.writeHead(301, { Location: `${path.replace(/^\/+/, "/")}/` }).end();
        file = join(file, "index.html");
        found = await stat(file);
      }
      response.writeHead(200, {
        "Content-Type": types[extname(file).toLowerCase()] ?? "application/octet-stream",
        "Content-Length": found.size,
      });
      if (request.method === "HEAD") return response.end();
      createReadStream(file).on("error", () => response.destroy()).pipe(response);
    } catch (error) {
      if (error instanceof URIError) refuse(400, "The address cannot be read.");
      else refuse(404, "There is no such file.");
    }
  });

  const last = port === 0 ? 0 : port + 19;
  for (let wished = port; ; wished++) {
    try {
      await new Promise((done, fail) => server.once("error", fail).listen(wished, "127.0.0.1", done));
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || wished >= last) throw error;
      server.removeAllListeners("error");
    }
  }
  server.removeAllListeners("error");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4173" }, root: { type: "string" } } });
  const { url, close } = await serve({ ...(values.root && { root: values.root }), port: Number(values.port) });
  console.log(url);
  const stop = () => close().then(() => process.exit(0));
  process.on("SIGTERM", stop).on("SIGINT", stop);
  process.stdin.on("end", stop).on("error", stop).resume();
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
