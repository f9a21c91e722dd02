/* idle_connections.c - holds N connections to a unix socket open and idle until it is
 * told to stop.
 *
 *     idle_connections SOCKET N
 *
 * Prints "holding N" once all are open. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/banned.h"

int main(int argc, char **argv)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    long count = argc == 3 ? strtol(argv[2], NULL, 10) : 0;

    if (count < 1 || strlen(argv[1]) >= sizeof address.sun_path) {
        fputs("usage: idle_connections SOCKET N\n", stderr);
        return 2;
    }
    memcpy(address.sun_path, argv[1], strlen(argv[1]) + 1);
    for (long i = 0; i < count; i++) {
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);

        if (fd < 0 ||
            connect(fd, (const struct sockaddr *)&address, sizeof address) != 0) {
            fprintf(stderr, "connection %ld: %s\n", i, strerror(errno));
            return 1;
        }
    }
    printf("holding %ld\n", count);
    fflush(stdout);
    pause();
    return 0;
}
