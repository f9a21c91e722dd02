/* sandbox.c - rlimits and seccomp. */
#include "cover/sandbox.h"

#include <linux/seccomp.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/banned.h"

#define MEMORY ((size_t)400 * 1024 * 1024)
#define CPU_SECONDS 5

_Noreturn void sandbox_end(int status)
{
    for (;;)
        syscall(SYS_exit, status);
}

static void limit(__rlimit_resource_t what, rlim_t most)
{
    const struct rlimit bound = {most, most};

    if (setrlimit(what, &bound) != 0)
        _exit(3);
}

#ifndef VH_SANITIZED
/* All the heap there will be: later on malloc cannot ask for more. The pages are given
   when they are touched. */
static void set_memory_aside(void)
{
    void *volatile all; /* or the compiler takes both calls for nothing */

    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
    all = malloc(MEMORY);
    if (all == NULL)
        _exit(3);
    free(all);
}
#endif

void sandbox_enter(void)
{
    limit(RLIMIT_CPU, CPU_SECONDS);
    limit(RLIMIT_CORE, 0);
#ifndef VH_SANITIZED
    limit(RLIMIT_AS, MEMORY + ((size_t)64 << 20));
    set_memory_aside();
    limit(RLIMIT_NOFILE, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) != 0)
        _exit(3);
#endif
}
