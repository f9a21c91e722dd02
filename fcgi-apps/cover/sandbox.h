/* sandbox.h - what the cover program gives up before it looks at a byte. */
#ifndef VH_COVER_SANDBOX_H
#define VH_COVER_SANDBOX_H

/* From here on the process can only read and write what is open, and end by sandbox_end:
   any other call kills it (seccomp's strict mode). Its memory is what was set aside for
   it, its time bounded. Ends the process if the kernel does not do it. A build with
   sanitizers, which need more calls, keeps the limits alone. */
void sandbox_enter(void);

/* exit_group is not allowed; the one thread's exit is. */
_Noreturn void sandbox_end(int status);

#endif
