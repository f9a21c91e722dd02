/* cover_program.c - running vinylhound-cover. */
#include "catalog/cover_program.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/log.h"

#include "core/banned.h"

#define PROGRAM "vinylhound-cover"
#define SECONDS 10 /* the program's own limit is of time on a core */
#define OUTPUT_MOST (4 * 1024 * 1024)

/* It stands beside this program. */
static bool find_program(char *path, size_t room)
{
    ssize_t length = readlink("/proc/self/exe", path, room - 1);
    char *slash;

    if (length <= 0)
        return false;
    path[length] = '\0';
    slash = strrchr(path, '/');
    if (slash == NULL || (size_t)(slash + 1 - path) + sizeof PROGRAM > room)
        return false;
    memcpy(slash + 1, PROGRAM, sizeof PROGRAM);
    return true;
}

/* Starts it with one end of a socket as its input and output, and nothing else open. */
static bool start(int end, pid_t *pid)
{
    char path[PATH_MAX], *arguments[] = {(char[]){PROGRAM}, NULL}, *none[] = {NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t no_signals;
    int failed = find_program(path, sizeof path) ? 0 : ENOENT;

    sigemptyset(&no_signals);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &no_signals);
    if (failed == 0)
        failed = posix_spawn(pid, path, &actions, &attributes, arguments, none);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        log_line(LOG_ERROR, "cover-program", "%s: %s", PROGRAM, strerror(failed));
    return failed == 0;
}

static void send_all(int fd, const char *at, size_t length)
{
    while (length > 0) {
        ssize_t n = send(fd, at, length, MSG_NOSIGNAL);

        if (n <= 0)
            break; /* it has ended; its status tells */
        at += n;
        length -= (size_t)n;
    }
    shutdown(fd, SHUT_WR);
}

/* All that it says; false if it is too slow or says too much. */
static bool take_all(int fd, char *out, size_t *length)
{
    ssize_t n;

    *length = 0;
    while (*length < OUTPUT_MOST &&
           (n = recv(fd, out + *length, OUTPUT_MOST - *length, 0)) > 0)
        *length += (size_t)n;
    return *length < OUTPUT_MOST && n == 0;
}

/* The covers out of what the program said: each with its length before it. */
static bool cut_up(const unsigned char *said, size_t length, struct blob out[COVER_SIZES])
{
    for (int i = 0; i < COVER_SIZES; i++) {
        size_t size = length < 4 ? 0
                                 : said[0] | (size_t)said[1] << 8 |
                                       (size_t)said[2] << 16 | (size_t)said[3] << 24;

        if (size == 0 || size > length - 4)
            return false;
        out[i] = (struct blob){said + 4, size};
        said += 4 + size;
        length -= 4 + size;
    }
    return length == 0;
}

static enum cover_result judge(int status, char *said, size_t length,
                               struct blob out[COVER_SIZES], const char **why)
{
    *why = "cannot be read within the time and memory that a cover may take";
    if (WIFSIGNALED(status))
        return COVER_REFUSED;
    if (WEXITSTATUS(status) == 2 && length > 1 && said[length - 1] == '\n') {
        said[length - 1] = '\0';
        *why = said;
        return COVER_REFUSED;
    }
    if (WEXITSTATUS(status) == 0 && cut_up((const unsigned char *)said, length, out))
        return COVER_MADE;
    log_line(LOG_ERROR, "cover-program", "%s: status %d", PROGRAM, WEXITSTATUS(status));
    return COVER_FAILED;
}

enum cover_result cover_make(const void *bytes, size_t length, struct arena *arena,
                             struct blob out[COVER_SIZES], const char **why)
{
    const struct timeval limit = {.tv_sec = SECONDS};
    char *said = arena_alloc(arena, OUTPUT_MOST);
    size_t heard = 0;
    int ends[2], status = 0;
    bool started, in_time;
    pid_t pid;

    if (said == NULL || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return COVER_FAILED;
    setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    started = start(ends[1], &pid);
    close(ends[1]);
    if (started) {
        send_all(ends[0], bytes, length);
        in_time = take_all(ends[0], said, &heard);
        if (!in_time)
            kill(pid, SIGKILL);
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            ;
    }
    close(ends[0]);
    return started ? judge(status, said, heard, out, why) : COVER_FAILED;
}
