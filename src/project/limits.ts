/** Bytes. The largest lock files of real projects have some 2 MB; what is larger is no manifest or source. */
export const largestFile = 5 * 1024 * 1024;

/** Files and folders looked at by one walk. Real apps have far fewer; a home folder or a data set by mistake has more. */
export const mostEntries = 20_000;

/** Folders below the root. Java's package folders reach some 10; deeper trees are data. */
export const deepestFolder = 12;
