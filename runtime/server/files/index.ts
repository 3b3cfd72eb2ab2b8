/** Opens the file store that the configuration names, the folder of this machine where it names none. */
export { openFileStore } from './open-file-store.ts';
/** Stores an upload: type by content, size and pixels limited. */
export { storeFile } from './store-file.ts';
/** Opens a file for whoever may read a record that holds it, or its uploader. */
export { openFile } from './open-file.ts';
/** Header that names a file of any language. */
export { contentDisposition } from './file-name.ts';
/** Deletes uploads that no record has held for a day. */
export { purgeFiles } from './purge-files.ts';
