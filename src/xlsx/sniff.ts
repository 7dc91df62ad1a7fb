import { markedEncoding } from './read/text-encoding';

/** What a file is by its first bytes; its name and extension are never believed. */
export type FileKind =
  | 'empty'
  /** A zip package: .xlsx, .xlsm, .xlsb, .ods, or an archive of anything. */
  | 'package'
  /** Excel 97–2003. */
  | 'xls'
  | 'encrypted'
  /** A PDF or a picture. */
  | 'scan'
  /** A web page, whatever it is called. */
  | 'html'
  /** Excel's XML of 2003. */
  | 'xml-2003'
  /** Lines of values between separators. */
  | 'csv'
  /** .rar, .7z, .gz: packed in a way that is not taken apart here. */
  | 'archive'
  | 'unknown';

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 80 && bytes[1] === 75) return 'package';
  const head = latin1(bytes.subarray(0, 2048));
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compound(bytes);
  // Excel 2 to 4 wrote their records without a container.
  if (/^\x09[\x00\x02\x04]/.test(head)) return 'xls';
  if (head.startsWith('%PDF') || PICTURES.some((magic) => head.startsWith(magic))) return 'scan';
  if (/^(Rar!\x1a|7z\xbc\xaf|\x1f\x8b)/.test(head)) return 'archive';
  const text = textOf(bytes.subarray(0, 2048)).trimStart();
  if (/^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'xml-2003';
  if (/^(<!doctype html|<html|<table|<meta|<style|<head|<body|<div|MIME-Version:)/i.test(text))
    return 'html';
  if (/^<\?xml[\s\S]*<html/i.test(text)) return 'html';
  const junk = afterJunk(bytes, head);
  if (junk) return junk;
  return isSeparated(text) ? 'csv' : 'unknown';
}

/** As text in the encoding its mark says; letters beyond ASCII do not matter here. */
function textOf(head: Uint8Array): string {
  return new TextDecoder(markedEncoding(head) ?? 'utf-8').decode(head);
}

const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*', 'RIFF'];

/** A zip or a PDF with something before it, as mail programs leave it. */
function afterJunk(bytes: Uint8Array, head: string): FileKind | null {
  if (head.includes('%PDF-')) return 'scan';
  if (!/PK\x03\x04/.test(head)) return null;
  return latin1(bytes.subarray(Math.max(0, bytes.length - 66_000))).includes('PK\x05\x06')
    ? 'package'
    : null;
}

/** OLE compound files hold old workbooks, but also encrypted new ones, Word documents and mails. */
function compound(bytes: Uint8Array): FileKind {
  if (mentions(bytes, 'EncryptedPackage')) return 'encrypted';
  return ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].some((name) => mentions(bytes, name))
    ? 'xls'
    : 'unknown';
}

/** Names in a compound file are UTF-16. */
function mentions(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  outer: for (let i = bytes.indexOf(wanted[0]); i >= 0; i = bytes.indexOf(wanted[0], i + 1)) {
    for (let k = 1; k < wanted.length; k++) if (bytes[i + k] !== wanted[k]) continue outer;
    return true;
  }
  return false;
}

/**
 * At least two lines, nothing unprintable, and one separator that stands equally often in most of
 * them.
 */
function isSeparated(text: string): boolean {
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return false;
  const lines = text.split(/\r\n?|\n/).slice(0, 40);
  if (lines.length < 2) return false;
  return [';', '\t', ','].some((separator) => {
    const counts = lines
      .filter((line) => line !== '')
      .map((line) => line.split(separator).length - 1);
    return (
      counts.length > 1 &&
      counts[0] > 0 &&
      counts.filter((count) => count > 0).length > counts.length / 2
    );
  });
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
