/** Hints that patterns in several files share: the same sources are looked through for each of them once. */

/** A tag with a default that is a text or a number: `default:"8080"`. */
export const tagsDefault = /efault:["\d]/;

/** A flag for the file of settings. */
export const namesConfig = /"(?:c|f|conf|config)(?:[-_.]?(?:file|path|dir))?"/;

/** The file of settings, as viper is told of it. https://github.com/spf13/viper */
export const setsConfig = /SetConfig(?:File|Name)\(/;
