/* pool.c - a pool's main: command line, settings, threads, and the wait for SIGTERM. */
#include <argp.h>
#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <mysql.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "arena.h"
#include "auth.h"
#include "config.h"
#include "consumer.h"
#include "listing.h"
#include "log.h"
#include "metrics.h"
#include "personal.h"
#include "rebuild.h"
#include "seal.h"
#include "service.h"
#include "task.h"
#include "worker.h"

#include "banned.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unreleased"
#endif

enum {
    KEY_CONFIG = 'c',
    KEY_SET = 's',
    KEY_CHECK = 0x100,
    KEY_ROUTES,
    KEY_PROJECTIONS,
    KEY_REBUILD
};

struct invocation {
    const struct service *service;
    struct config *config;
    bool check, routes, projections;
    const char *rebuild;         /* a projection's name, or NULL */
    const char *assignments[32]; /* --set, which wins over the files and the environment
                                    wherever it stands */
    size_t assigned;
};

static const struct argp_option options[] = {
    {"config",                                       KEY_CONFIG, "FILE", 0, "read settings from FILE; may be given again", 0},
    {"set",                                        KEY_SET, "SECTION.KEY=VALUE", 0,
     "set one setting; wins over files and the environment", 0},
    {"check-config", KEY_CHECK, NULL, 0, "read the settings, say what is wrong, and end",
     0},
    {"routes",                                              KEY_ROUTES, NULL, 0, "print the routes this pool serves, and end", 0},
    {"projections",KEY_PROJECTIONS, NULL, 0,
     "print the projections this pool keeps, and end", 0},
    {"rebuild",                                             KEY_REBUILD, "NAME", 0, "make a projection anew from the log, and end",
     0},
    {0                                            },
};

/* What wins over files: the environment, and over that --set. */
static void take_the_rest(struct invocation *invocation, struct argp_state *state)
{
    char error[512];

    if (!config_read_environment(invocation->config, error, sizeof error))
        argp_error(state, "%s", error);
    for (size_t i = 0; i < invocation->assigned; i++)
        if (!config_assign(invocation->config, invocation->assignments[i], error,
                           sizeof error))
            argp_error(state, "%s", error);
}

static error_t parse_option(int key, char *argument, struct argp_state *state)
{
    struct invocation *invocation = state->input;
    char error[512];

    switch (key) {
    case KEY_CONFIG:
        if (!config_read_file(invocation->config, argument, error, sizeof error))
            argp_error(state, "%s", error);
        return 0;
    case KEY_SET:
        if (invocation->assigned ==
            sizeof invocation->assignments / sizeof *invocation->assignments)
            argp_error(state, "--set: too many");
        invocation->assignments[invocation->assigned++] = argument;
        return 0;
    case KEY_CHECK:
        invocation->check = true;
        return 0;
    case KEY_ROUTES:
        invocation->routes = true;
        return 0;
    case KEY_PROJECTIONS:
        invocation->projections = true;
        return 0;
    case KEY_REBUILD:
        invocation->rebuild = argument;
        return 0;
    case ARGP_KEY_END:
        take_the_rest(invocation, state);
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "unexpected argument \"%s\"", argument);
        return EINVAL;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The settings, listed below --help's options. */
static char *help_filter(int key, const char *text, void *input)
{
    char *list = NULL;
    size_t size;
    FILE *out;

    (void)input;
    if (key != ARGP_KEY_HELP_POST_DOC)
        return (char *)(uintptr_t)text;
    out = open_memstream(&list, &size);
    if (out == NULL)
        return NULL;
    fprintf(out, "Settings (section.key, built-in value, meaning):\n");
    config_print_help(core_settings, core_settings_count, out);
    fclose(out);
    return list;
}

static bool check_settings(const struct config *config, char *error, size_t size)
{
    enum log_level level;

    if (!log_level_parse(config_text(config, "log.level") == NULL
                             ? ""
                             : config_text(config, "log.level"),
                         &level)) {
        snprintf(error, size, "log.level: must be debug, info, warning or error");
        return false;
    }
    if (config_text(config, "database.socket") == NULL &&
        config_text(config, "database.host") == NULL) {
        snprintf(error, size,
                 "database.socket or database.host: name the database server");
        return false;
    }
    if (config_text(config, "mail.url") != NULL &&
        (config_text(config, "mail.from") == NULL ||
         config_text(config, "mail.site") == NULL)) {
        snprintf(error, size, "mail.from and mail.site: mail.url wants both");
        return false;
    }
    if (config_text(config, "database.name") == NULL ||
        config_text(config, "database.user") == NULL) {
        snprintf(error, size,
                 "database.name and database.user: name the database and the account");
        return false;
    }
    return true;
}

/* Every part of what is held on somebody, on one connection. */
static int check_personal(struct db *db, const struct service *service)
{
    for (size_t i = 0; i < service->personal_count; i++)
        if (db_check(db, service->personal[i].sql, &personal_row_shape) != 0)
            return DB_FAILED;
    return 0;
}

/* Every list with each of its filters and sorts, on one connection. */
static int check_listings(struct db *db, struct arena *arena,
                          const struct service *service)
{
    for (size_t i = 0; i < service->route_count; i++)
        if (service->routes[i].listing != NULL &&
            service->routes[i].listing->plural != NULL &&
            listing_check(db, arena, service->routes[i].listing) != 0)
            return DB_FAILED;
    return 0;
}

/* A statement that does not fit the schema stops the start; a database that is away does
 * not. */
static bool check_statements(const struct service *service, const struct config *config,
                             char *error, size_t size)
{
    struct db *db = db_new(config, service->statements, service->statement_count);
    struct arena *arena = arena_new();
    enum db_trouble trouble = DB_LOST;

    if (db != NULL && arena != NULL) {
        trouble = db_ready(db);
        if (trouble == DB_FINE &&
            (check_listings(db, arena, service) != 0 || check_personal(db, service) != 0))
            trouble = db_trouble(db) == DB_LOST ? DB_LOST : DB_BROKEN;
    }
    arena_free(&arena);
    db_free(&db);
    if (trouble == DB_BROKEN)
        snprintf(error, size,
                 "the statements do not fit the schema: run `vinylhound migrate`");
    return trouble != DB_BROKEN;
}

static void block_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGHUP);
    pthread_sigmask(SIG_BLOCK, set, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* The listening socket, moved away from descriptor 0 so that nothing reads it by
 * accident. */
static int take_listener(char *error, size_t size)
{
    int on = 0, fd;
    socklen_t length = sizeof on;

    if (getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &on, &length) != 0 || !on) {
        snprintf(
            error, size,
            "descriptor 0 is no listening socket: start this with spawn-fcgi or systemd");
        return -1;
    }
    fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (fd < 0 || freopen("/dev/null", "r", stdin) == NULL)
        snprintf(error, size, "descriptor 0: %s", strerror(errno));
    return fd;
}

/* What a process signs, verifies and seals with. */
struct keys {
    struct auth_keys *auth;
    struct seal_keys *seals; /* NULL where the service seals nothing */
};

static void free_keys(struct keys *keys)
{
    auth_keys_free(&keys->auth);
    seal_keys_free(&keys->seals);
}

static bool open_keys(const struct service *service, const struct config *config,
                      struct keys *out, char *error, size_t size)
{
    *out = (struct keys){.auth = auth_keys_open(config, error, size)};
    if (out->auth != NULL && service->seals)
        out->seals = seal_keys_open(config, error, size);
    if (out->auth != NULL && (out->seals != NULL || !service->seals))
        return true;
    free_keys(out);
    return false;
}

static bool serve(const struct service *service, const struct config *config, char *error,
                  size_t size)
{
    struct consumers *consumers = NULL;
    struct workers *workers = NULL;
    struct task_thread *task = NULL;
    sigset_t signals;
    struct keys keys;
    int number, fd = open_keys(service, config, &keys, error, size)
                         ? take_listener(error, size)
                         : -1;

    block_signals(&signals);
    if (fd >= 0 &&
        metrics_open(service->name, service->routes, service->route_count,
                     config_text(config, "pool.metrics"), error, size) &&
        check_statements(service, config, error, size))
        workers = workers_start(service, config, keys.auth, keys.seals, fd, error, size);
    if (workers == NULL) {
        free_keys(&keys);
        return false;
    }
    consumers = consumers_start(service, config, transport_open_outbox);
    task = task_start(service, config, keys.seals);
    log_line(LOG_INFO, "ready", "vinylhound-%s %s, %ld threads", service->name,
             PACKAGE_VERSION, config_number(config, "pool.threads"));
    sigwait(&signals, &number);
    log_line(LOG_INFO, "drain", "%s: finishing what has begun", strsignal(number));
    consumers_stop(&consumers);
    task_stop(&task);
    workers_drain(&workers, config_number(config, "pool.drain_s"));
    free_keys(&keys);
    log_line(LOG_INFO, "end", "drained");
    return true;
}

static bool run(const struct invocation *invocation, char *error, size_t size)
{
    const struct service *service = invocation->service;
    enum log_level level = LOG_INFO;

    if (invocation->routes) {
        route_print(service->routes, service->route_count, stdout);
        return true;
    }
    if (invocation->projections) {
        projections_print(service, stdout);
        return true;
    }
    if (!check_settings(invocation->config, error, size))
        return false;
    log_level_parse(config_text(invocation->config, "log.level"), &level);
    log_open(service->name, level);
    arena_serve_jansson();
    if (invocation->check) {
        struct keys keys;
        bool good = open_keys(service, invocation->config, &keys, error, size);

        free_keys(&keys);
        if (good)
            puts("the settings are good");
        return good;
    }
    return mysql_library_init(0, NULL, NULL) == 0 &&
           curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK &&
           (invocation->rebuild == NULL
                ? serve(service, invocation->config, error, size)
                : projection_rebuild(service, invocation->config, invocation->rebuild,
                                     transport_open_outbox, stdout, error, size));
}

int pool_main(const struct service *service, int argc, char **argv)
{
    struct invocation invocation = {.service = service};
    const struct argp argp = {options, parse_option, NULL, service->about,
                              NULL,    help_filter,  NULL};
    char error[512] = "";
    bool good;

    argp_program_version = "vinylhound " PACKAGE_VERSION;
    argp_err_exit_status = 2;
    invocation.config = config_new(core_settings, core_settings_count);
    if (invocation.config == NULL) {
        fputs("out of memory\n", stderr);
        return 1;
    }
    argp_parse(&argp, argc, argv, 0, NULL, &invocation);
    good = run(&invocation, error, sizeof error);
    if (!good)
        fprintf(stderr, "vinylhound-%s: %s\n", service->name, error);
    config_free(&invocation.config);
    return good ? 0 : 1;
}
