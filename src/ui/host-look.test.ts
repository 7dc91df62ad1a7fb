import { isDarkLook } from './host-look';

describe('whether the host looks dark', () => {
  it.each([
    ['a boolean is believed', { isDarkTheme: true, bodyBackgroundColor: '#ffffff' }, true],
    ['a boolean is believed', { isDarkTheme: false, bodyBackgroundColor: '#000000' }, false],
    // office.js for Windows turns every member of the theme into a colour: false arrives as
    // "#000000".
    [
      'a text is not, the background decides',
      { isDarkTheme: '#000000', bodyBackgroundColor: '#ffffff' },
      false,
    ],
    [
      'a text is not, the background decides',
      { isDarkTheme: '#000001', bodyBackgroundColor: '#262626' },
      true,
    ],
    ['a background of few letters', { bodyBackgroundColor: '#FFF' }, false],
    ['a background of few letters', { bodyBackgroundColor: '#222' }, true],
    ['a background without #', { bodyBackgroundColor: 'E6E6E6' }, false],
    ['a colourful grey (Office 2016)', { bodyBackgroundColor: '#6A6A6A' }, true],
    ['a number is not a colour', { isDarkTheme: 0, bodyBackgroundColor: 0 }, undefined],
    ['a name is not a colour we know', { bodyBackgroundColor: 'Window' }, undefined],
    ['nothing is said', {}, undefined],
    ['on the web there is no theme', undefined, undefined],
  ])('%s: %o', (_what, theme, isDark) => {
    expect(isDarkLook(() => theme)).toBe(isDark);
  });

  it('a theme that cannot be asked for says nothing', () => {
    expect(
      isDarkLook(() => {
        throw new TypeError('GetOfficeThemeInfo is not a function');
      }),
    ).toBeUndefined();
  });
});
