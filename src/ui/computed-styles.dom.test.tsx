import { Button, FluentProvider, Input, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';

declare const styleAsJsdomAnswers: (element: Element) => [jsdom: string, ours: string];

// The environment of these suites looks only at the rules an element can match
// (.config/jsdom-environment.cjs); jsdom itself looks at all.
it('an element’s style is what jsdom itself says', () => {
  const sheet = document.createElement('style');
  sheet.textContent = `
    .seen, p.other { color: red } div > .seen:hover { color: green } .seen:not(.other) { top: 1px }
    .other .seen { left: 2px } [data-x="a, b"] { left: 3px } P, h2 { bottom: 4px } #named { right: 5px }
    * { z-index: 6 } .seen::before { content: 'x' } .a\\:b { width: 7px } span.seen, .none { height: 8px }
    @media screen { .seen { margin: 9px } } @media print { .seen { padding: 10px } }
    .both { opacity: 0.1 } .both { opacity: unset } :is(.seen, .other) + p { order: 11 }`;
  document.head.append(sheet);
  render(
    <FluentProvider theme={webLightTheme}>
      <div className="other both">
        <span className="seen  other" style={{ color: 'blue' }}>
          a
        </span>
        <p className="a:b">b</p>
        <p className="seen" data-x="a, b" id="named">
          c
        </p>
        <h2 hidden>d</h2>
        <svg className="seen">
          <linearGradient className="both" />
        </svg>
      </div>
      <Button appearance="primary">f</Button>
      <Input defaultValue="g" disabled />
    </FluentProvider>,
  );
  const all = [...document.querySelectorAll('*')];
  const answers = all.map((element) => styleAsJsdomAnswers(element));
  expect(answers.map(([, ours]) => ours)).toEqual(answers.map(([jsdom]) => jsdom));
  const styled = answers.filter(([jsdom]) => jsdom.split(';').length > 7);
  expect(styled.length).toBeGreaterThan(6);
  expect(getComputedStyle(screen.getByText('a')).marginTop).toBe('9px');
  // A rule written later is looked at as well.
  (sheet.sheet as CSSStyleSheet).insertRule('.seen { order: 12 }', 0);
  expect(styleAsJsdomAnswers(screen.getByText('a'))[1]).toMatch(/order: 12/);
  sheet.remove();
});
