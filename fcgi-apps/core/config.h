/* config.h - settings: built in < files < environment < command line.
 *
 * A setting is `section.key`. Files are ini; the environment's name is
 * VINYLHOUND_SECTION_KEY; the command line's is
 * --set section.key=value. All settings a program knows stand in one table, so that a
 * misspelt one is an error that names its file and line, and --help can print them. */
#ifndef VH_CONFIG_H
#define VH_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum setting_kind { SETTING_TEXT, SETTING_NUMBER, SETTING_BOOL };

struct setting {
    const char *name; /* "section.key" */
    enum setting_kind kind;
    const char *fallback; /* the built-in value; "" for none */
    long min, max;        /* of a number */
    const char *help;
};

struct config;

/* The settings that every pool has; `core_settings_count` of them. */
extern const struct setting core_settings[];
extern const size_t core_settings_count;

/* A configuration with the built-in values of `settings`, which must outlive it. NULL if
 * memory is out. */
struct config *config_new(const struct setting *settings, size_t count);
void config_free(struct config **config);

/* Each returns true, or false after writing "where: what is wrong" to `error`. */
bool config_read_file(struct config *config, const char *path, char *error, size_t size);
bool config_read_environment(struct config *config, char *error, size_t size);
bool config_assign(struct config *config, const char *assignment, char *error,
                   size_t size);

/* Values; valid until the next assignment. `name` must be in the table (asserted).
 * config_text gives NULL for "". */
const char *config_text(const struct config *config, const char *name);
long config_number(const struct config *config, const char *name);
bool config_bool(const struct config *config, const char *name);

/* One line a setting: name, built-in value, what it is for. */
void config_print_help(const struct setting *settings, size_t count, FILE *out);

#endif
