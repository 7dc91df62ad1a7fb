import { matchKey } from '../../text/normal-form';
import { keysOf } from './former-words';

/**
 * The words of a column, one pair of directions: what is meant, and how it stands in a cell. Read
 * in whatever spelling (Đã khóa, đã khoá; Tỷ lệ, tỉ lệ; composed or not), or as they were called
 * before, the same in every table.
 */
export class Words<T extends string> {
  private readonly byWord: Map<string, T>;
  private readonly byKey: Map<string, T>;

  constructor(private readonly words: Readonly<Record<T, string>>) {
    const pairs = Object.entries<string>(words).map(([value, word]) => [word, value as T] as const);
    this.byWord = new Map(pairs);
    this.byKey = new Map(
      pairs.flatMap(([word, value]) => keysOf(word).map((key) => [key, value] as const)),
    );
  }

  write(value: T): string {
    return this.words[value];
  }

  /** Undefined where it is none of them. */
  read(text: string): T | undefined {
    // Nearly every cell says the word as it was written.
    return this.byWord.get(text) ?? this.byKey.get(matchKey(text));
  }

  get all(): string[] {
    return Object.values(this.words);
  }

  /** What the words stand for, as other programs are told. */
  get codes(): T[] {
    return Object.keys(this.words) as T[];
  }
}
