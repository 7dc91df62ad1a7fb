import {
  CompressionStream,
  DecompressionStream,
  ReadableStream,
  WritableStream,
} from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';
import { patience } from './patience';

configure({ asyncUtilTimeout: patience(2000) });

/** What every browser has and jsdom lacks. */
class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const matchMedia = (media: string) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
});

Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  CompressionStream,
  DecompressionStream,
  ReadableStream,
  WritableStream,
});
Object.defineProperty(window, 'ResizeObserver', { value: NoResizeObserver });
Object.defineProperty(window, 'matchMedia', { value: matchMedia });

// jsdom draws nothing and so scrolls nowhere; what keeps a long list in its place asks for it all
// the same.
window.scrollTo = () => undefined;
