export default () => globalThis.testBrowser?.close();
