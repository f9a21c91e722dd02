/* config.c - settings: built in < files < environment < command line. */
#include "config.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <ini.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "banned.h"

#define ENVIRONMENT_PREFIX "VINYLHOUND_"

struct config {
    const struct setting *settings;
    size_t count;
    char **values; /* one for each setting, never NULL */
};

#define TEXT(name, fallback, help)                                                       \
    {                                                                                    \
        name, SETTING_TEXT, fallback, 0, 0, help                                         \
    }
#define BOOL(name, fallback, help)                                                       \
    {                                                                                    \
        name, SETTING_BOOL, fallback, 0, 0, help                                         \
    }
#define NUMBER(name, fallback, min, max, help)                                           \
    {                                                                                    \
        name, SETTING_NUMBER, fallback, min, max, help                                   \
    }

const struct setting core_settings[] = {
    NUMBER("pool.threads", "4", 1, 256, "threads that answer requests"),
    NUMBER("pool.max_connections", "1024", 1, 65536,
           "connections kept open to the gateway"),
    NUMBER("pool.queue_ms", "1000", 10, 60000,
           "a request that waited longer is shed with 503"),
    NUMBER("pool.slow_threads", "0", 0, 256,
           "threads for what hashes passwords, 0: half of the cores"),
    NUMBER("pool.slow_queue", "16", 1, 4096, "requests that may wait for them, then 503"),
    NUMBER("pool.answer_ms", "5000", 100, 60000,
           "how long a request may take in all, with what it asks of other services"),
    NUMBER("pool.drain_s", "15", 0, 600, "at most this long to finish after SIGTERM"),
    TEXT("pool.metrics", "", "file the processes of a pool count in together"),
    TEXT("database.socket", "", "unix socket of MariaDB; preferred to host"),
    TEXT("database.host", "", "host, or \"a:3306,b:3306\" to try in turn"),
    NUMBER("database.port", "3306", 1, 65535, "TCP port"),
    TEXT("database.name", "", "database"),
    TEXT("database.user", "", "account"),
    TEXT("database.password", "", "its password"),
    TEXT("database.password_file", "", "file whose first line is the password"),
    TEXT("database.tls_ca", "", "CA file; the server's certificate is verified"),
    NUMBER("database.connect_s", "1", 1, 60, "limit for connecting"),
    NUMBER("database.timeout_s", "2", 1, 600, "limit for one answer"),
    TEXT("auth.issuer", "vinylhound", "`iss` of access tokens"),
    TEXT("auth.audience", "vinylhound", "`aud` of access tokens"),
    TEXT("auth.public_keys", "", "JWK set that tokens are verified with"),
    TEXT("auth.private_key", "", "JWK that tokens are signed with (user pool)"),
    BOOL("auth.secure_cookies", "yes", "send the refresh cookie over TLS only"),
    TEXT("data.keys", "", "JWK set that personal data is encrypted with (user pool)"),
    TEXT("internal.socket", "", "the gateway's listener for the pools"),
    TEXT("internal.private_key", "", "JWK that this service signs its calls with"),
    TEXT("internal.public_keys", "", "JWK set of the services' keys"),
    TEXT("mail.url", "", "smtp://host:port or smtps://host; none: no mail is sent"),
    TEXT("mail.from", "", "whom mails are from: Vinylhound <records@example.org>"),
    TEXT("mail.site", "", "where the site is, for links: https://records.example.org"),
    TEXT("mail.user", "", "account at the mail server"),
    TEXT("mail.password_file", "", "file whose first line is its password"),
    BOOL("mail.tls", "yes", "refuse a mail server without TLS"),
    TEXT("log.level", "info", "debug, info, warning or error"),
};
const size_t core_settings_count = sizeof core_settings / sizeof *core_settings;

static ssize_t find(const struct config *config, const char *name)
{
    for (size_t i = 0; i < config->count; i++)
        if (strcmp(config->settings[i].name, name) == 0)
            return (ssize_t)i;
    return -1;
}

static bool parse_bool(const char *text, bool *out)
{
    static const char *const yes[] = {"yes", "true", "on", "1"};
    static const char *const no[] = {"no", "false", "off", "0"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(text, yes[i]) == 0 || strcmp(text, no[i]) == 0) {
            *out = strcmp(text, yes[i]) == 0;
            return true;
        }
    }
    return false;
}

static bool parse_number(const char *text, long *out)
{
    char *end;

    errno = 0;
    *out = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0';
}

/* Checks `value` and puts it in the place of setting `i`; says what is wrong with it
 * otherwise. */
static bool assign(struct config *config, size_t i, const char *value, char *error,
                   size_t size)
{
    const struct setting *setting = &config->settings[i];
    long number;
    bool flag;
    char *copy;

    if (setting->kind == SETTING_NUMBER &&
        (!parse_number(value, &number) || number < setting->min ||
         number > setting->max)) {
        snprintf(error, size, "%s: \"%s\" is not a whole number from %ld to %ld",
                 setting->name, value, setting->min, setting->max);
        return false;
    }
    if (setting->kind == SETTING_BOOL && !parse_bool(value, &flag)) {
        snprintf(error, size, "%s: \"%s\" is neither yes nor no", setting->name, value);
        return false;
    }
    copy = strdup(value);
    if (copy == NULL) {
        snprintf(error, size, "out of memory");
        return false;
    }
    free(config->values[i]);
    config->values[i] = copy;
    return true;
}

struct config *config_new(const struct setting *settings, size_t count)
{
    struct config *config = calloc(1, sizeof *config);
    char error[256];

    if (config == NULL)
        return NULL;
    config->settings = settings;
    config->count = count;
    config->values = calloc(count, sizeof *config->values);
    for (size_t i = 0; config->values != NULL && i < count; i++) {
        if (!assign(config, i, settings[i].fallback, error, sizeof error)) {
            config_free(&config);
            return NULL;
        }
    }
    if (config->values == NULL)
        config_free(&config);
    return config;
}

void config_free(struct config **config)
{
    if (*config == NULL)
        return;
    for (size_t i = 0; (*config)->values != NULL && i < (*config)->count; i++)
        free((*config)->values[i]);
    free((*config)->values);
    free(*config);
    *config = NULL;
}

struct reading {
    struct config *config;
    char *error;
    size_t size;
};

static int take_ini(void *user, const char *section, const char *key, const char *value)
{
    struct reading *reading = user;
    char name[128];
    ssize_t i;

    snprintf(name, sizeof name, "%s.%s", section, key);
    i = find(reading->config, name);
    if (i >= 0)
        return assign(reading->config, (size_t)i, value, reading->error, reading->size);
    snprintf(reading->error, reading->size, "there is no setting \"%s\"", name);
    return 0;
}

bool config_read_file(struct config *config, const char *path, char *error, size_t size)
{
    char what[256] = "";
    struct reading reading = {config, what, sizeof what};
    int line;

    errno = 0;
    line = ini_parse(path, take_ini, &reading);
    if (line == 0)
        return true;
    if (line == -1)
        snprintf(error, size, "%s: %s", path, strerror(errno));
    else if (what[0] != '\0')
        snprintf(error, size, "%s:%d: %s", path, line, what);
    else
        snprintf(error, size, "%s:%d: neither [section] nor key = value", path, line);
    return false;
}

bool config_read_environment(struct config *config, char *error, size_t size)
{
    char name[128];

    for (size_t i = 0; i < config->count; i++) {
        const char *value;

        snprintf(name, sizeof name, ENVIRONMENT_PREFIX "%s", config->settings[i].name);
        for (char *c = name; *c != '\0'; c++)
            *c = *c == '.' ? '_' : (char)toupper((unsigned char)*c);
        value = getenv(name);
        if (value != NULL && !assign(config, i, value, error, size))
            return false;
    }
    return true;
}

bool config_assign(struct config *config, const char *assignment, char *error,
                   size_t size)
{
    const char *equals = strchr(assignment, '=');
    char name[128];
    ssize_t i;

    if (equals == NULL) {
        snprintf(error, size, "--set %s: write section.key=value", assignment);
        return false;
    }
    snprintf(name, sizeof name, "%.*s", (int)(equals - assignment), assignment);
    i = find(config, name);
    if (i < 0) {
        snprintf(error, size, "--set %s: there is no setting \"%s\"", assignment, name);
        return false;
    }
    return assign(config, (size_t)i, equals + 1, error, size);
}

const char *config_text(const struct config *config, const char *name)
{
    ssize_t i = find(config, name);

    assert(i >= 0);
    return config->values[i][0] == '\0' ? NULL : config->values[i];
}

long config_number(const struct config *config, const char *name)
{
    ssize_t i = find(config, name);

    assert(i >= 0);
    return strtol(config->values[i], NULL, 10);
}

bool config_bool(const struct config *config, const char *name)
{
    ssize_t i = find(config, name);
    bool flag = false;

    assert(i >= 0);
    parse_bool(config->values[i], &flag);
    return flag;
}

void config_print_help(const struct setting *settings, size_t count, FILE *out)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, "  %-24s %-12s %s\n", settings[i].name,
                settings[i].fallback[0] == '\0' ? "-" : settings[i].fallback,
                settings[i].help);
}
