import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import webpack from "webpack";
import { Licences } from "./scripts/licences.mjs";
import { policy } from "./scripts/policy.mjs";

/** The pages of the site: each an HTML file here, with the script that brings it to life. */
const pages = [
  { html: "index.html", name: "lab", script: "./www/lab.ts" },
  { html: "embed.html", name: "embed", script: "./www/frame.ts" },
  { html: "article.html", name: "article", script: "./www/article.ts" },
  { html: "guide.html", name: "guide", script: "./www/guide.ts" },
];

/** What is built, in "development" or "production": the site, and the element for the pages of others. `host` is as of the set-up. */
export default function builds(mode, host) {
  return [site(mode, host), element(mode, "script"), element(mode, "module")];
}

/** How sources become scripts, wherever they go. */
function common(mode, format = "iife") {
  return {
    mode,
    context: import.meta.dirname,
    // No eval, in development either: a strict Content-Security-Policy must not come as a surprise.
    devtool: mode === "production" ? false : "source-map",
    resolve: { extensions: [".ts", ".js"] },
    optimization: {
      minimizer: [new EsbuildPlugin({ target: "es2022", css: true, format })],
      // Short ones, even if other ones with every build: a new version is fetched as a whole.
      ...(mode === "production" && { moduleIds: "size", chunkIds: "size", mangleExports: "size" }),
    },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

const rules = [
  {
    test: /\.ts$/,
    use: [{ loader: "esbuild-loader", options: { target: "es2022" } }, "./scripts/unindent.mjs"],
  },
  { test: /\.css$/, resourceQuery: /text/, type: "asset/source" },
  {
    // Compressed before it becomes text: a quarter less to download than the same text compressed on the way.
    resourceQuery: /packed/,
    type: "asset/inline",
    generator: { dataUrl: (bytes) => gzipSync(bytes, { level: 9 }).toString("base64") },
  },
];

function site(mode, host) {
  const production = mode === "production";
  // The name of a file follows its content, so that browsers may keep it for ever.
  const named = (extension) => (production ? `[name].[contenthash:10]${extension}` : `[name]${extension}`);
  return {
    ...common(mode),
    name: "site",
    target: ["web", "es2022"],
    entry: Object.fromEntries(pages.map(({ name, script }) => [name, script])),
    output: {
      path: `${import.meta.dirname}/dist`,
      filename: named(".js"),
      assetModuleFilename: named("[ext]"),
      // Addresses relative to the page: the site works from any folder of any host.
      publicPath: "auto",
      clean: { keep: /^hopfield-net\./ },
    },
    module: {
      rules: [
        ...rules,
        { test: /\.css$/, resourceQuery: { not: /text/ }, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      ],
    },
    plugins: [
      ...pages.map(
        ({ html, name }) =>
          new HtmlWebpackPlugin({
            template: html,
            filename: html,
            chunks: [name],
            scriptLoading: "defer",
            favicon: "www/icon.svg",
            policy,
            // A space beside an element may be one between two words.
            minify: production && {
              collapseWhitespace: true,
              conservativeCollapse: true,
              removeComments: true,
            },
          }),
      ),
      new MiniCssExtractPlugin({ filename: named(".css") }),
      new AsTheyAre("app.webmanifest", "icon-192.png", "icon-512.png"),
      new Licences(host),
    ],
  };
}

/** Files of www/ that the site has under their own names. */
class AsTheyAre {
  #names;

  constructor(...names) {
    this.#names = names;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("AsTheyAre", (compilation) => {
      compilation.hooks.processAssets.tap("AsTheyAre", () => {
        for (const name of this.#names) {
          const bytes = readFileSync(`${import.meta.dirname}/www/${name}`);
          compilation.emitAsset(name, new webpack.sources.RawSource(bytes));
        }
      });
    });
  }
}

/** dist/hopfield-net.js, a script for any page, or dist/hopfield-net.mjs, a module for bundlers: each one file with all in it. */
function element(mode, kind) {
  const module = kind === "module";
  return {
    ...common(mode, module ? "esm" : "iife"),
    name: kind,
    target: ["web", "es2022"],
    entry: "./www/element.ts",
    experiments: { outputModule: module },
    output: {
      path: `${import.meta.dirname}/dist`,
      filename: module ? "hopfield-net.mjs" : "hopfield-net.js",
      iife: !module,
      ...(module && { module, library: { type: "module" } }),
    },
    module: {
      rules: [...rules, { test: /hopfield_net\.js$/, parser: { url: false } }],
    },
    // The glue would look for a file beside it, and so would bundlers for it; but it is given the bytes.
    plugins: [
      new webpack.DefinePlugin({ "import.meta.url": "undefined" }),
      // What the lab fetches when it is first wanted, a figure does without.
      new webpack.IgnorePlugin({ resourceRegExp: /^\.\/sleep-census$/ }),
    ],
  };
}
