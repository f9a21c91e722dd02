/* trace.h - W3C Trace Context: the trace a request belongs to, taken up from its
 * traceparent or begun. */
#ifndef VH_TRACE_H
#define VH_TRACE_H

struct trace {
    char id[33]; /* 32 hexadecimal digits, not all 0 */
};

/* `traceparent` may be NULL or malformed: then a trace begins. */
void trace_take(struct trace *trace, const char *traceparent);

#endif
