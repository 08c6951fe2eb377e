// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a decoder that a hostile file has taken over: does the one bad thing it is told to, then says how it went.
// "held" means the attempt was refused; a kill by the filter never comes to the saying.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <string>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace {

void frame(const std::string &name, const std::string &content)
{
    std::string head = "TBF1";
    head += char(name.size() >> 8);
    head += char(name.size());
    for (int shift = 56; shift >= 0; shift -= 8)
        head += char(content.size() >> shift);
    head += name + content;
    [[maybe_unused]] const auto written = write(1, head.data(), head.size());
}

void say(bool held)
{
    frame("facts.json", held ? R"({"outcome":"held"})" : R"({"outcome":"ESCAPED"})");
}

bool canWrite(const char *path)
{
    const int file = open(path, O_WRONLY | O_CREAT, 0644);
    return file >= 0 && write(file, "x", 1) == 1;
}

bool canRead(const char *path)
{
    return open(path, O_RDONLY) >= 0;
}

void eatMemory()
{
    std::vector<char *> pieces;
    for (int i = 0; i < 100'000; ++i) {
        auto *piece = static_cast<char *>(malloc(16 << 20));
        if (!piece)
            return say(true);
        memset(piece, 1, 16 << 20);
        pieces.push_back(piece);
    }
    say(false);
}

void fillScratch()
{
    const int file = open("/scratch/full", O_WRONLY | O_CREAT, 0600);
    const std::string block(1 << 20, 'x');
    for (int i = 0; i < 4096; ++i) {
        if (write(file, block.data(), block.size()) <= 0)
            return say(true);
    }
    say(false);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string deed = argc > 2 ? argv[2] : "";
    frame("ready", "");
    if (deed == "socket") {
        socket(AF_INET, SOCK_STREAM, 0);
        say(false);
    } else if (deed == "ptrace") {
        ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        say(false);
    } else if (deed == "unshare") {
        unshare(CLONE_NEWUSER);
        say(false);
    } else if (deed == "clone-namespace") {
        say(syscall(SYS_clone, CLONE_NEWUSER | 17, nullptr, nullptr, nullptr, nullptr) < 0);
    } else if (deed == "write-outside") {
        say(!canWrite("/usr/bin/evil") && !canWrite("/etc/evil") && !canWrite("/evil") && !canWrite("/worker") && !canWrite("/dev/evil"));
    } else if (deed == "read-secrets") {
        say(!canRead("/etc/passwd") && !canRead("/home") && !canRead("/src") && !canRead("/proc/1/environ") && !canRead("/run") && !canRead("/tmp"));
    } else if (deed == "change-original") {
        const int original = atoi(argv[1]);
        const std::string path = "/proc/self/fd/" + std::string(argv[1]);
        say(write(original, "x", 1) < 0 && ftruncate(original, 0) < 0 && open(path.c_str(), O_RDWR) < 0);
    } else if (deed == "signal-parent") {
        say(getppid() <= 1 || kill(getppid(), 9) < 0);
    } else if (deed == "eat-memory") {
        eatMemory();
    } else if (deed == "fill-scratch") {
        signal(25, SIG_IGN);
        fillScratch();
    } else if (deed == "spin") {
        for (;;)
            asm volatile("");
    } else if (deed == "sleep") {
        for (;;)
            pause();
    } else if (deed == "crash") {
        abort();
    } else if (deed == "unknown-output") {
        frame("../../etc/passwd", "root");
        pause();
    } else if (deed == "huge-output") {
        frame("thumbnail.jpg", std::string(3 << 20, 'x'));
        pause();
    } else if (deed == "half-output") {
        [[maybe_unused]] const auto written = write(1, "TBF1\0\5", 6);
    } else if (deed == "environment") {
        say(!getenv("HOME") && !getenv("TRUCBAN_TEST_SECRET"));
    }
    return 0;
}
