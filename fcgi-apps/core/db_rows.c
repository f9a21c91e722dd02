/* db_rows.c - preparing a statement, binding its arguments, and reading its rows into
 * described structs. */
#include <errmsg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "db_internal.h"
#include "log.h"

#include "banned.h"

#define ARGUMENTS 256

static enum enum_field_types buffer_type(const struct field *field)
{
    switch (field->type) {
    case FIELD_REAL:
    case FIELD_SCORE:
        return MYSQL_TYPE_DOUBLE;
    case FIELD_TEXT:
    case FIELD_DATE:
    case FIELD_CHOICE:
    case FIELD_TIME:
    case FIELD_LINES:
    case FIELD_JSON:
        return MYSQL_TYPE_STRING;
    case FIELD_BYTES:
    case FIELD_BLOB:
        return MYSQL_TYPE_BLOB;
    default:
        return MYSQL_TYPE_LONGLONG;
    }
}

static void bind_cell(struct cell *cell, MYSQL_BIND *bind)
{
    bind->buffer_type = buffer_type(cell->field);
    bind->is_null = &cell->null;
    bind->length = &cell->length;
    bind->error = &cell->cut;
    if (bind->buffer_type == MYSQL_TYPE_DOUBLE) {
        bind->buffer = &cell->real;
    } else if (bind->buffer_type == MYSQL_TYPE_LONGLONG) {
        bind->buffer = &cell->integer;
    } else {
        bind->buffer = cell->text;
        bind->buffer_length = CELL;
    }
}

/* Gives each column its field and its buffer. */
static int match_columns(struct prepared *prepared, MYSQL_RES *metadata)
{
    const MYSQL_FIELD *columns = mysql_fetch_fields(metadata);
    MYSQL_BIND binds[COLUMNS];

    prepared->columns = mysql_num_fields(metadata);
    if (prepared->columns > COLUMNS)
        return DB_FAILED;
    prepared->cells = calloc(prepared->columns, sizeof *prepared->cells);
    if (prepared->cells == NULL)
        return DB_FAILED;
    memset(binds, 0, sizeof binds);
    for (unsigned i = 0; i < prepared->columns; i++) {
        prepared->cells[i].field = shape_find(prepared->row, columns[i].name);
        if (prepared->cells[i].field == NULL) {
            log_line(LOG_ERROR, "statement-column", "no field for column \"%s\"",
                     columns[i].name);
            return DB_FAILED;
        }
        bind_cell(&prepared->cells[i], &binds[i]);
    }
    return mysql_stmt_bind_result(prepared->handle, binds) == 0 ? 0 : DB_FAILED;
}

int prepared_make(MYSQL *mysql, const char *sql, const struct shape *row,
                  struct prepared *out, unsigned *number)
{
    MYSQL_RES *metadata;
    int result = 0;

    *number = 0;
    *out = (struct prepared){.handle = mysql_stmt_init(mysql), .row = row};
    if (out->handle == NULL)
        return DB_FAILED;
    if (mysql_stmt_prepare(out->handle, sql, strlen(sql)) != 0) {
        *number = mysql_stmt_errno(out->handle);
        log_line(LOG_ERROR, "statement-prepare", "%s: %s", mysql_stmt_error(out->handle),
                 sql);
        prepared_close(out);
        return DB_FAILED;
    }
    metadata = mysql_stmt_result_metadata(out->handle);
    if ((metadata == NULL) != (row == NULL) ||
        (metadata != NULL && match_columns(out, metadata) != 0)) {
        log_line(LOG_ERROR, "statement-shape", "result and description differ: %s", sql);
        prepared_close(out);
        result = DB_FAILED;
    }
    if (metadata != NULL)
        mysql_free_result(metadata);
    return result;
}

void prepared_close(struct prepared *prepared)
{
    if (prepared->handle != NULL)
        mysql_stmt_close(prepared->handle);
    free(prepared->cells);
    free(prepared->sql);
    *prepared = (struct prepared){0};
}

/* Connector/C reads these buffers and never writes them; its struct has no const. */
static void *unconst(const void *at)
{
    return (void *)(uintptr_t)at;
}

static void bind_argument(const struct db_arg *arg, MYSQL_BIND *bind)
{
    switch (arg->kind) {
    case ARG_KIND_NULL:
        bind->buffer_type = MYSQL_TYPE_NULL;
        break;
    case ARG_KIND_UINT:
    case ARG_KIND_INT:
        bind->buffer_type = MYSQL_TYPE_LONGLONG;
        bind->buffer = unconst(&arg->integer);
        bind->is_unsigned = arg->kind == ARG_KIND_UINT;
        break;
    case ARG_KIND_REAL:
        bind->buffer_type = MYSQL_TYPE_DOUBLE;
        bind->buffer = unconst(&arg->real);
        break;
    case ARG_KIND_TEXT:
    case ARG_KIND_BYTES:
        bind->buffer_type =
            arg->kind == ARG_KIND_TEXT ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
        bind->buffer = unconst(arg->bytes.at);
        bind->buffer_length = arg->bytes.length;
        break;
    }
}

unsigned prepared_execute(struct prepared *prepared, struct db_args args)
{
    MYSQL_BIND binds[ARGUMENTS];

    if (args.count != mysql_stmt_param_count(prepared->handle) || args.count > ARGUMENTS)
        return CR_INVALID_PARAMETER_NO;
    memset(binds, 0, args.count * sizeof *binds);
    for (size_t i = 0; i < args.count; i++)
        bind_argument(&args.items[i], &binds[i]);
    if ((args.count > 0 && mysql_stmt_bind_param(prepared->handle, binds) != 0) ||
        mysql_stmt_execute(prepared->handle) != 0)
        return mysql_stmt_errno(prepared->handle);
    return 0;
}

/* A text column's value in the arena, however long. */
static char *take_text(struct prepared *prepared, unsigned column, struct arena *arena)
{
    struct cell *cell = &prepared->cells[column];
    char *text = arena_alloc(arena, cell->length + 1);
    MYSQL_BIND bind = {
        .buffer_type = MYSQL_TYPE_STRING, .buffer = text, .buffer_length = cell->length};

    if (text == NULL)
        return NULL;
    if (cell->length <= CELL)
        memcpy(text, cell->text, cell->length);
    else if (mysql_stmt_fetch_column(prepared->handle, &bind, column, 0) != 0)
        return NULL;
    return text;
}

/* "2026-11-23 08:00:00.000" becomes RFC 3339. */
static char *take_time(const struct cell *cell, struct arena *arena)
{
    char *text = cell->length < 23 ? NULL : arena_printf(arena, "%.23sZ", cell->text);

    if (text != NULL)
        text[10] = 'T';
    return text;
}

static void take_null(const struct field *field, void *at)
{
    if (field->type == FIELD_MAYBE || field->type == FIELD_MONEY)
        *(int64_t *)at = -1;
    else if (field->type == FIELD_REAL)
        *(double *)at = NAN;
}

static bool take_cell(struct prepared *prepared, unsigned column, struct arena *arena,
                      void *record)
{
    struct cell *cell = &prepared->cells[column];
    const struct field *field = cell->field;
    void *at = (char *)record + field->offset;

    if (cell->null) {
        take_null(field, at);
        return true;
    }
    switch (field->type) {
    case FIELD_REAL:
    case FIELD_SCORE:
        *(double *)at = cell->real;
        return true;
    case FIELD_BOOL:
        *(bool *)at = cell->integer != 0;
        return true;
    case FIELD_TEXT:
    case FIELD_DATE:
    case FIELD_CHOICE:
    case FIELD_LINES:
    case FIELD_JSON:
        return (*(char **)at = take_text(prepared, column, arena)) != NULL;
    case FIELD_TIME:
        return (*(char **)at = take_time(cell, arena)) != NULL;
    case FIELD_BLOB:
        *(struct blob *)at =
            (struct blob){take_text(prepared, column, arena), cell->length};
        return ((struct blob *)at)->at != NULL;
    case FIELD_BYTES:
        memcpy(at, cell->text,
               cell->length < (unsigned long)field->max ? cell->length
                                                        : (size_t)field->max);
        return true;
    default:
        *(int64_t *)at = cell->integer;
        return true;
    }
}

unsigned prepared_fetch(struct prepared *prepared, struct arena *arena, size_t most,
                        struct rows *rows)
{
    size_t stride = prepared->row->size, total;
    unsigned number = 0;
    int status = 0;

    *rows = (struct rows){0};
    if (mysql_stmt_store_result(prepared->handle) != 0)
        return mysql_stmt_errno(prepared->handle);
    total = (size_t)mysql_stmt_num_rows(prepared->handle);
    total = total < most ? total : most;
    rows->items = arena_alloc(arena, total * stride);
    if (rows->items == NULL)
        number = CR_OUT_OF_MEMORY;
    while (number == 0 && rows->count < total) {
        void *record = (char *)rows->items + rows->count * stride;

        status = mysql_stmt_fetch(prepared->handle);
        if (status != 0 && status != MYSQL_DATA_TRUNCATED)
            break;
        for (unsigned i = 0; number == 0 && i < prepared->columns; i++)
            if (!take_cell(prepared, i, arena, record))
                number = CR_OUT_OF_MEMORY;
        rows->count++;
    }
    if (number == 0 && status == 1)
        number = mysql_stmt_errno(prepared->handle);
    mysql_stmt_free_result(prepared->handle);
    return number;
}
