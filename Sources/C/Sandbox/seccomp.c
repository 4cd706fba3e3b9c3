#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "parts.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// Calls of a process that computes, reads and writes.
static const int allowed[] = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_close, SYS_munmap, SYS_mremap, SYS_madvise,
    SYS_brk, SYS_futex, SYS_exit, SYS_exit_group, SYS_rt_sigreturn, SYS_rt_sigprocmask,
    SYS_rt_sigaction, SYS_sigaltstack, SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday,
    SYS_getrandom, SYS_getpid, SYS_gettid, SYS_sched_yield, SYS_restart_syscall, SYS_fstat,
#ifdef SYS_time
    SYS_time,
#endif
};

/// Calls that libraries try and can do without; they fail as if there were no right to them.
static const int refused[] = {
    SYS_openat, SYS_newfstatat, SYS_readlinkat, SYS_faccessat, SYS_ioctl, SYS_fcntl, SYS_lseek,
    SYS_prlimit64, SYS_sched_getaffinity, SYS_sysinfo, SYS_uname, SYS_getuid, SYS_geteuid,
    SYS_getgid, SYS_getegid, SYS_getppid, SYS_getcwd,
#ifdef SYS_open
    SYS_open, SYS_stat, SYS_readlink, SYS_access,
#endif
};

#define LENGTH(list) (sizeof(list) / sizeof((list)[0]))
#define ANSWER(action) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, (action))
#define LOAD(field) \
    (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF_EQUAL(value, yes, no) \
    (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define IF_ANY(bits, yes, no) \
    (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (yes), (no))

enum { MOST = 160 };

struct program {
    struct sock_filter steps[MOST];
    unsigned short count;
};

static void add(struct program *program, struct sock_filter step) {
    if (program->count < MOST) program->steps[program->count++] = step;
}

static void answer_call(struct program *program, int call, uint32_t action) {
    add(program, IF_EQUAL((uint32_t)call, 0, 1));
    add(program, ANSWER(action));
}

/// Memory is mapped and protected, but never as code.
static void allow_memory(struct program *program, int call) {
    add(program, IF_EQUAL((uint32_t)call, 0, 4));
    add(program, LOAD(args[2]));
    add(program, IF_ANY(PROT_EXEC, 0, 1));
    add(program, ANSWER(SECCOMP_RET_ERRNO | EPERM));
    add(program, ANSWER(SECCOMP_RET_ALLOW));
}

/// Signals go to this process only, for `abort`.
static void allow_abort(struct program *program) {
    add(program, IF_EQUAL(SYS_tgkill, 0, 4));
    add(program, LOAD(args[0]));
    add(program, IF_EQUAL((uint32_t)getpid(), 0, 1));
    add(program, ANSWER(SECCOMP_RET_ALLOW));
    add(program, ANSWER(SECCOMP_RET_KILL_PROCESS));
}

bool sandbox_forbid_calls(void) {
#ifdef ARCHITECTURE
    struct program program = {.count = 0};
    add(&program, LOAD(arch));
    add(&program, IF_EQUAL(ARCHITECTURE, 1, 0));
    add(&program, ANSWER(SECCOMP_RET_KILL_PROCESS));
    // The numbers of the x32 interface are above those listed, so that they are not among them.
    add(&program, LOAD(nr));
    for (size_t index = 0; index < LENGTH(allowed); index++)
        answer_call(&program, allowed[index], SECCOMP_RET_ALLOW);
    for (size_t index = 0; index < LENGTH(refused); index++)
        answer_call(&program, refused[index], SECCOMP_RET_ERRNO | EPERM);
    allow_memory(&program, SYS_mmap);
    allow_memory(&program, SYS_mprotect);
    allow_abort(&program);
    add(&program, ANSWER(SECCOMP_RET_KILL_PROCESS));
    if (program.count >= MOST) return false;
    const struct sock_fprog all = {.len = program.count, .filter = program.steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all, 0, 0) == 0;
#else
    return false;
#endif
}
