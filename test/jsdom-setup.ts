import '@testing-library/jest-dom';

/** What Fluent UI needs and jsdom lacks. */
class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.defineProperty(window, 'ResizeObserver', { value: NoResizeObserver });
Object.defineProperty(window, 'matchMedia', {
  value: (media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} }),
});
