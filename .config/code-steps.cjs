/**
 * Codes of communes, each as its step from the one before it: they are given in order, so most are
 * a step of three, and the national lists take a quarter less of the file.
 * src/one-file/code-steps.ts takes it back.
 */
const USUAL = 3;

function withSteps(text) {
  if (/[~^_]/.test(text)) throw new Error('a text with ~, ^ or _ cannot be told from steps');
  let before = 0;
  return text.replace(/(?<!\d)\d{5}(?!\d)/g, (code) => {
    const step = Number(code) - before;
    before = Number(code);
    return step === USUAL ? '~' : `${step < 0 ? '_' : '^'}${Math.abs(step)}`;
  });
}

module.exports = { withSteps };
