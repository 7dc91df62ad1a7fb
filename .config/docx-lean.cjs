/**
 * The library docx carries Node's streams, for what is written piece by piece, and every kind of
 * hash, of which it asks one: with what they stand on a sixth of what it weighs in a page.
 * Documents here are written whole. What is left out is named by its text: where a newer docx has
 * another, the build fails.
 */
const LEFT_OUT = [
  {
    // The name stays, for those who look whether somebody gave them a stream.
    text: /module\.exports = Stream;\s+var EE = [^]*?\s+Stream\.Stream = Stream;/g,
    by: 'module.exports = Stream;\n\tvar EE = Object;\n\tStream.Stream = Stream;',
  },
  {
    text: /hash\.utils = require_utils\(\);[^]*?hash\.ripemd160 = hash\.ripemd\.ripemd160;/g,
    by: 'hash.sha1 = require__1();',
  },
];

module.exports = (source) =>
  LEFT_OUT.reduce((text, { text: out, by }) => {
    const found = text.match(out) ?? [];
    if (found.length !== 1) throw new Error(`docx has this elsewhere: ${out}`);
    return text.replace(out, () => by);
  }, source);
