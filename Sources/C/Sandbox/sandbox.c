#define _GNU_SOURCE
#include "Sandbox.h"

#include <grp.h>
#include <linux/capability.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "parts.h"

/// The user and group without rights of their own.
enum { NOBODY = 65534 };

/// From root to a user that owns no file, and without supplementary groups.
static bool leave_root(void) {
    if (geteuid() != 0) return false;
    return setgroups(0, NULL) == 0 && setresgid(NOBODY, NOBODY, NOBODY) == 0
        && setresuid(NOBODY, NOBODY, NOBODY) == 0;
}

static bool drop_capabilities(void) {
    // Allowed with CAP_SETPCAP only; without it no_new_privs keeps the bounding set without effect.
    for (int capability = 0; capability <= 63; capability++)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};
    return syscall(SYS_capset, &head, none) == 0;
}

uint32_t sandbox_enter(void) {
    uint32_t parts = 0;
    for (int capability = 0; capability <= 63; capability++)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    if (leave_root()) parts |= SANDBOX_OTHER_USER;
    if (drop_capabilities()) parts |= SANDBOX_NO_CAPABILITIES;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) parts |= SANDBOX_NO_NEW_PRIVILEGES;
    if (sandbox_forbid_files()) parts |= SANDBOX_LANDLOCK;
    if (sandbox_forbid_calls()) parts |= SANDBOX_SYSTEM_CALLS;
    return parts;
}
