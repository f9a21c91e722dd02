/* import_resume.c - how far a dump has been imported. */
#include "import_resume.h"

#include <inttypes.h>
#include <openssl/evp.h>
#include <stdio.h>

#include "core/codec.h"
#include "base/sql.h"

#include "core/banned.h"

void resume_digest(uint64_t size, const char *head, size_t length,
                   char digest[DIGEST_SIZE])
{
    unsigned char hash[EVP_MAX_MD_SIZE] = {0};
    EVP_MD_CTX *context = size == 0 ? NULL : EVP_MD_CTX_new();

    digest[0] = '\0';
    if (context != NULL && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
        EVP_DigestUpdate(context, &size, sizeof size) == 1 &&
        EVP_DigestUpdate(context, head, length) == 1 &&
        EVP_DigestFinal_ex(context, hash, NULL) == 1)
        hex_encode(hash, DIGEST_SIZE / 2, digest);
    EVP_MD_CTX_free(context);
}

bool resume_find(MYSQL *mysql, const char *digest, uint64_t *records)
{
    char query[RESUME_SQL];
    long found = 0;

    snprintf(query, sizeof query,
             "SELECT COALESCE(MAX(records), 0) FROM imported_files "
             "WHERE digest = UNHEX('%s') AND NOT finished",
             digest);
    if (!sql_number(mysql, "finding where the last import ended", query, &found))
        return false;
    *records = (uint64_t)found;
    return true;
}

void resume_statement(const char *digest, uint64_t records, char sql[RESUME_SQL])
{
    snprintf(sql, RESUME_SQL,
             "INSERT INTO imported_files (digest, records) VALUES (UNHEX('%s'), %" PRIu64
             ") ON DUPLICATE KEY UPDATE records = VALUES(records), finished = FALSE",
             digest, records);
}

bool resume_finish(MYSQL *mysql, const char *digest)
{
    return sql_runf(mysql, "finishing a file",
                    "UPDATE imported_files SET finished = TRUE "
                    "WHERE digest = UNHEX('%s')",
                    digest);
}
