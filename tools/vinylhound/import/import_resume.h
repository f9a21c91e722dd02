/* import_resume.h - how far a dump has been imported, so that an import that was ended
 * goes on from there. */
#ifndef VH_IMPORT_RESUME_H
#define VH_IMPORT_RESUME_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 33 }; /* 16 bytes in hexadecimal */

/* Tells a file by its size and first bytes; "" if it has no size (a pipe): it is then
 * read from its beginning each time. */
void resume_digest(uint64_t size, const char *head, size_t length,
                   char digest[DIGEST_SIZE]);

/* How many of the file's records are done; 0 if it has been imported to its end, or not
 * at all. False after a complaint. */
bool resume_find(MYSQL *mysql, const char *digest, uint64_t *records);

/* The statement that says so, for the transaction of the batch that ends there. */
enum { RESUME_SQL = 256 };
void resume_statement(const char *digest, uint64_t records, char sql[RESUME_SQL]);

/* The file is done. False after a complaint. */
bool resume_finish(MYSQL *mysql, const char *digest);

#endif
