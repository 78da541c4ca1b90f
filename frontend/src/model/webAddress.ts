const NAME = "[\\p{L}\\p{M}\\p{N}_-]+";
const ADDRESS = new RegExp(`^(https?://)?${NAME}(\\.${NAME})+([:/?#]\\S*)?$`, "iu");
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//iu;

/** Is this the address of a web page, as people write one: with or without https:// before it? */
export function isWebAddress(words: string): boolean {
  return ADDRESS.test(words.trim());
}

/** Is this an address of another kind, as ftp:// has, which is never read? */
export function isOtherAddress(words: string): boolean {
  return OTHER_SCHEME.test(words.trim());
}
