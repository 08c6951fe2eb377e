// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/seccomp_filter.h"

#include <QScopeGuard>

#include <cerrno>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace trucban::media {

namespace {

constexpr const char *allowed[] = {
    // files that are already there, and its own scratch
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "open", "openat", "close", "close_range", "lseek", "stat", "fstat",
    "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents", "getdents64", "ftruncate", "fallocate",
    "fadvise64", "fsync", "fdatasync", "unlink", "unlinkat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "rmdir", "getcwd", "chdir", "umask",
    "statfs", "fstatfs", "fcntl", "dup", "dup2", "dup3", "pipe", "pipe2", "memfd_create", "sendfile", "copy_file_range",
    // memory
    "mmap", "munmap", "mprotect", "mremap", "madvise", "brk", "mincore", "msync", "membarrier",
    // waiting, signals and time
    "select", "pselect6", "poll", "ppoll", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "epoll_pwait2", "eventfd2",
    "timerfd_create", "timerfd_settime", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "rt_sigsuspend", "rt_sigtimedwait", "pause",
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "setitimer", "restart_syscall",
    // threads and children (the decoder is a program of its own)
    "fork", "vfork", "execve", "exit", "exit_group", "wait4", "waitid", "kill", "tgkill", "tkill", "futex", "futex_waitv", "set_robust_list",
    "get_robust_list", "rseq", "set_tid_address", "arch_prctl", "sched_yield", "sched_getaffinity", "sched_setaffinity", "sched_getparam",
    "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min", "getpriority", "setpriority", "getcpu",
    // who am I, what may I use
    "getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "getgroups", "getresuid", "getresgid", "getpgrp", "getpgid", "setpgid",
    "getsid", "uname", "sysinfo", "getrlimit", "setrlimit", "prlimit64", "getrusage", "getrandom", "capget",
};

constexpr const char *deadly[] = {
    "socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "recvmmsg", "ptrace", "process_vm_readv",
    "process_vm_writev", "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "move_mount", "open_tree", "fsopen", "fsmount", "bpf", "keyctl",
    "add_key", "request_key", "io_uring_setup", "userfaultfd", "perf_event_open", "init_module", "finit_module", "delete_module", "kexec_load",
    "kexec_file_load", "open_by_handle_at", "name_to_handle_at", "swapon", "reboot", "acct", "quotactl", "iopl", "ioperm", "pidfd_getfd", "modify_ldt",
};

constexpr quint64 newNamespaces = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP;

int addByName(scmp_filter_ctx filter, quint32 action, const char *name)
{
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR)
        return 0; // another architecture's call
    const int outcome = seccomp_rule_add(filter, action, number, 0);
    return outcome == -EDOM ? 0 : outcome;
}

int addConditional(scmp_filter_ctx filter)
{
    int bad = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, newNamespaces, 0));
    bad |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0); // its flags lie in memory; libc then takes clone
    for (const quint64 request : {quint64(TCGETS), quint64(TIOCGWINSZ), quint64(FIONREAD), quint64(FIONBIO), quint64(FIOCLEX)})
        bad |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, request));
    for (const quint64 option : {quint64(PR_SET_NAME), quint64(PR_GET_NAME), quint64(PR_SET_PDEATHSIG), quint64(PR_CAPBSET_READ), quint64(PR_SET_VMA)})
        bad |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, option));
    return bad;
}

Result<QByteArray> exported(scmp_filter_ctx filter)
{
    const int file = memfd_create("seccomp", MFD_CLOEXEC);
    if (file < 0)
        return failed(Failure::Bug, u"sandbox_unavailable"_s, u"no memory file for the filter"_s);
    const auto closed = qScopeGuard([&] { close(file); });
    if (seccomp_export_bpf(filter, file) != 0)
        return failed(Failure::Bug, u"sandbox_unavailable"_s, u"the filter could not be compiled"_s);
    QByteArray program(lseek(file, 0, SEEK_END), Qt::Uninitialized);
    if (program.isEmpty() || pread(file, program.data(), size_t(program.size()), 0) != program.size())
        return failed(Failure::Bug, u"sandbox_unavailable"_s, u"the compiled filter could not be read"_s);
    return program;
}

} // namespace

Result<QByteArray> seccompProgram()
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return failed(Failure::Bug, u"sandbox_unavailable"_s, u"libseccomp gave no filter"_s);
    const auto released = qScopeGuard([&] { seccomp_release(filter); });
    int bad = addConditional(filter);
    for (const char *name : allowed)
        bad |= addByName(filter, SCMP_ACT_ALLOW, name);
    for (const char *name : deadly)
        bad |= addByName(filter, SCMP_ACT_KILL_PROCESS, name);
    if (bad != 0)
        return failed(Failure::Bug, u"sandbox_unavailable"_s, u"libseccomp refused a rule (%1)"_s.arg(bad));
    return exported(filter);
}

} // namespace trucban::media
