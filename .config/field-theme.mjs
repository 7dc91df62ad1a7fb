/** What Fluent's fields take from its theme, with their own copy of the tokens' names. */
export { tokens } from '../node_modules/@fluentui/tokens/lib/tokens.js?fields';
export { typographyStyles } from '@fluentui/react-theme';
