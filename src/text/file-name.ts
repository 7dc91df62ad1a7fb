/** Names that mean a device to Windows, whatever stands after a point. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|$)/i;
/** What Windows forbids, and the semicolon, at which some programs cut lists of names. */
const FORBIDDEN = /[<>:"/\\|?*;]/g;
/** With room for the folders it goes into. */
const LONGEST = 80;

/**
 * A name any system can keep, made of a path somebody sent: its last part, without what Windows
 * forbids or people cannot see, never a device, never "..", never over 80 letters; the extension
 * stays.
 */
export function safeFileName(path: string): string {
  const last = path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  const visible = last
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ');
  const short = trimmed(cutBeforeExtension(trimmed(visible)));
  const name = short === '' ? '_' : short;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Windows drops points and spaces at the end, and then two names are one. */
function trimmed(name: string): string {
  return name.replace(/^[. ]+|[. ]+$/g, '');
}

function cutBeforeExtension(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const extension = /\.[^. ]{1,8}$/u.exec(name)?.[0] ?? '';
  return letters.slice(0, LONGEST - [...extension].length).join('') + extension;
}
