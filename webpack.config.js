const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const { NormalModuleReplacementPlugin } = require('webpack');
const { BuiltPlugin } = require('./.config/built.cjs');
const office = require('./.config/office-files.cjs');
const { OneFilePlugin } = require('./.config/one-file.cjs');

const from = (...parts) => path.join(__dirname, ...parts);

const rules = (target) => [
  {
    test: /\.tsx?$/,
    loader: 'swc-loader',
    options: {
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  },
  { test: /docx[\\/]dist[\\/]index\.mjs$/, loader: from('.config/docx-lean.cjs') },
  { test: /\.wasm$/, type: 'asset/resource' },
  { test: /\.sql$/, type: 'asset/source' },
];

const common = (mode) => ({
  mode,
  devtool: mode === 'development' ? 'source-map' : false,
  resolve: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  optimization: {
    minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
});

/**
 * The command line, its workers and `npm start`: Node, one file each; the reader of old formats is
 * loaded when it is needed.
 */
const cli = (mode) => ({
  ...common(mode),
  name: 'cli',
  target: 'node20',
  entry: {
    tonghop: './src/cli/main.ts',
    start: './src/cli/start.ts',
    checker: './src/cli/checker.ts',
  },
  output: { path: from('dist', 'cli'), filename: '[name].js', clean: true },
  node: { __dirname: false, __filename: false },
  module: { rules: rules('es2022') },
  optimization: { minimize: false },
  cache: { type: 'filesystem', name: `cli-${mode}` },
});

/**
 * Fluent's fields are loaded on demand and ask for some of its tokens by name. A copy of the names
 * is theirs: were it shared, all of them would stand in the first script, which needs ten.
 */
const ownTokens = new NormalModuleReplacementPlugin(
  /^(@fluentui\/react-theme|\.\.\/tokens\.js)$/,
  (asked) => {
    const { issuer } = asked.contextInfo;
    if (/react-(select|input)[\\/]/.test(issuer)) asked.request = from('.config/field-theme.mjs');
    if (/typographyStyles\.js$/.test(issuer)) asked.request += '?fields';
  },
);

/**
 * The pages: the task pane (also what Excel loads) under /pane/, and our own page around it.
 * OFFICE_JS is the folder of office.js: self-hosted by default, for offices without the Internet.
 */
const pages = (mode) => {
  const officeJs = process.env.OFFICE_JS ?? 'office';
  return {
    ...common(mode),
    name: 'pages',
    target: 'web',
    entry: { 'pane/taskpane': './src/taskpane/index.tsx', workbench: './src/workbench/start.tsx' },
    output: {
      path: from('dist', 'pages'),
      filename: '[name].[contenthash:8].js',
      chunkFilename: 'chunks/[name].[contenthash:8].js',
      cssFilename: '[name].[contenthash:8].css',
      assetModuleFilename: 'assets/[name].[contenthash:8][ext]',
      publicPath: 'auto',
      clean: true,
    },
    // The first script names every part that is fetched later: fewer of them make it lighter.
    optimization: { ...common(mode).optimization, splitChunks: { minSize: 30_000 } },
    experiments: { css: true },
    module: { rules: rules('es2022') },
    plugins: [
      ownTokens,
      new HtmlPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'pane/taskpane.html',
        chunks: ['pane/taskpane'],
        templateParameters: { officeJs: `${officeJs}/office.js` },
      }),
      new HtmlPlugin({
        template: './src/workbench/index.html',
        filename: 'index.html',
        chunks: ['workbench'],
      }),
      new CopyPlugin({
        patterns: [
          // Unmodified: the licence allows redistribution of these files as they are.
          ...office.officeFiles().map((file) => ({
            from: path.join(office.dist, file),
            to: path.join('pane', 'office', file),
            info: { minimized: true },
          })),
          // As written: it must run where the rest of the pane cannot.
          { from: 'src/taskpane/not-ready.js', to: 'pane', info: { minimized: true } },
          { from: 'src/functions/functions.js', to: 'pane', info: { minimized: true } },
          { from: 'assets', to: 'pane/assets' },
        ],
      }),
    ],
    cache: { type: 'filesystem', name: `pages-${mode}` },
  };
};

/**
 * The one-file edition, dist/TongHop.html: one script, which its workers run as well, so nothing of
 * it is loaded later.
 */
const oneFile = (mode) => ({
  ...common(mode),
  resolve: {
    ...common(mode).resolve,
    alias: { [from('node_modules/lzma1/lib/encoder.js')]: from('.config/no-encoder.mjs') },
  },
  // A pass more takes a second and some kilobytes of what mail has to carry.
  optimization: {
    minimizer: [
      new TerserPlugin({
        minify: TerserPlugin.swcMinify,
        extractComments: false,
        terserOptions: { compress: { passes: 3 } },
      }),
    ],
  },
  name: 'one-file',
  target: 'web',
  devtool: false,
  entry: { app: './src/one-file/index.ts' },
  output: {
    path: from('dist'),
    filename: 'app.js',
    assetModuleFilename: '[name][ext]',
    publicPath: '',
  },
  experiments: { css: true },
  module: { rules: rules('es2022'), parser: { javascript: { dynamicImportMode: 'eager' } } },
  plugins: [new OneFilePlugin()],
  cache: { type: 'filesystem', name: `one-file-${mode}` },
});

module.exports = (_env, argv) => {
  const mode = argv.mode ?? 'production';
  return [cli(mode), pages(mode), oneFile(mode)].map((part) => ({
    ...part,
    plugins: [...(part.plugins ?? []), new BuiltPlugin()],
  }));
};
