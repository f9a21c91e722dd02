/* file_write.h - a small file written whole or not at all. */
#ifndef VH_FILE_WRITE_H
#define VH_FILE_WRITE_H

#include <stdbool.h>
#include <sys/types.h>

/* Writes `text` to a new file with exactly `mode`, by way of a temporary one beside it,
   and syncs both file and folder: after a crash there is the whole file or none. False
   with errno set; EEXIST if there is one, which is left alone. */
bool file_write_new(const char *path, const char *text, mode_t mode);

/* The same in place of the file there is, whose mode, owner and group it takes over.
   False with errno set; ENOENT if there is none. */
bool file_write_over(const char *path, const char *text);

#endif
