/* migration_files.h - the numbered SQL files of one service: NNNN_what.up.sql,
 * NNNN_what.down.sql. */
#ifndef VH_MIGRATION_FILES_H
#define VH_MIGRATION_FILES_H

#include <stdbool.h>
#include <stddef.h>

enum { MIGRATION_NAME = 96, CHECKSUM_SIZE = 65 };

struct migration {
    unsigned version;
    char name[MIGRATION_NAME];    /* "what" */
    char checksum[CHECKSUM_SIZE]; /* SHA-256 of the up file, in hexadecimal */
    char *up, *down;              /* paths; `down` may be NULL */
};

struct migrations {
    struct migration *list; /* by ascending version */
    size_t count;
};

/* Takes a file's name apart. False unless it is four digits, `_`, a word of a-z 0-9 _,
 * and `.up.sql` or `.down.sql`. */
bool migration_name_parse(const char *file, unsigned *version, char name[MIGRATION_NAME],
                          bool *up);

/* Reads a folder. False after writing to `error` what is wrong and with which file: a
   name of another form (hidden files and README are passed over), two files of one
   number, a down without its up, or no file at all. What was read is the caller's to
   migrations_free in any case. */
bool migrations_read(const char *folder, struct migrations *out, char *error,
                     size_t size);
void migrations_free(struct migrations *migrations);

/* The file's text, ended by NUL, the caller's to free; NULL with errno set. */
char *file_text(const char *path, size_t *length);

#endif
