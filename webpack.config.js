import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";

/** The pages of the site: each an HTML file here, with the script that brings it to life. */
const pages = [{ html: "index.html", name: "lab", script: "./www/lab.ts" }];

/** How the site is built, in "development" or "production". */
export default function site(mode) {
  const production = mode === "production";
  // The name of a file follows its content, so that browsers may keep it for ever.
  const named = (extension) => (production ? `[name].[contenthash:10]${extension}` : `[name]${extension}`);
  return {
    name: "site",
    mode,
    target: ["web", "es2022"],
    context: import.meta.dirname,
    entry: Object.fromEntries(pages.map(({ name, script }) => [name, script])),
    output: {
      path: `${import.meta.dirname}/dist`,
      filename: named(".js"),
      assetModuleFilename: named("[ext]"),
      // Addresses relative to the page: the site works from any folder of any host.
      publicPath: "auto",
      clean: true,
    },
    // No eval, in development either: a strict Content-Security-Policy must not come as a surprise.
    devtool: production ? false : "source-map",
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        { test: /\.ts$/, loader: "esbuild-loader", options: { target: "es2022" } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
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
          }),
      ),
      new MiniCssExtractPlugin({ filename: named(".css") }),
    ],
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022", css: true })] },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}
