// SPDX-License-Identifier: GPL-3.0-or-later
// Database: N worker threads with one connection each; work is handed in as a function and its answer comes as a future.
#pragma once

#include "storage/connect_options.h"
#include "storage/session.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <concepts>
#include <functional>
#include <memory>

namespace trucban {

struct ConnectionState {
    enum Phase { Connecting, Connected, Lost };
    Phase phase = Connecting;
    Failure why; // when Lost: Offline (it reconnects by itself) or NotAllowed (it does not: sign in again)
    bool operator==(Phase other) const { return phase == other; }
};

class Database : public QObject
{
    Q_OBJECT
public:
    enum Speed { Interactive, Long }; // which statement_timeout holds

    explicit Database(const ConnectOptions &options, QObject *parent = nullptr);
    ~Database() override;

    /// One read-only transaction. F: Result<X>(Session &). A future that is cancelled before its turn never runs.
    template<typename F>
    auto read(F work, Speed speed = Interactive) -> QFuture<std::invoke_result_t<F &, Session &>>
    {
        return start(Access{true, speed}, std::move(work));
    }

    /// One transaction that commits iff the work returns a value. A serialisation failure runs the work again,
    /// so it has no side effects.
    template<typename F>
    auto write(F work, Speed speed = Interactive) -> QFuture<std::invoke_result_t<F &, Session &>>
    {
        return start(Access{false, speed}, std::move(work));
    }

    /// Connects, and says why not: NotAllowed("wrong_password"), Offline("unreachable"), NotFound("no_such_database"),
    /// Conflict("desk_too_old"), Conflict("desk_too_new"). Facts of the last two: desk, server, oldest_desk.
    QFuture<Result<>> open();

    ConnectionState state() const;
    const ConnectOptions &options() const;

Q_SIGNALS:
    void stateChanged(const trucban::ConnectionState &state);

private:
    struct Access {
        bool readOnly;
        Speed speed;
    };
    struct Job {
        virtual ~Job() = default;
        virtual bool isWanted() const = 0;
        virtual bool attempt(Session &session) = 0; // true: commit
        virtual void finish() = 0;                  // with what attempt() left
        virtual void fail(const Failure &failure) = 0;
        Access access{};
    };
    template<typename F, typename R>
    struct JobFor final : Job {
        explicit JobFor(F function) : work(std::move(function)) { promise.start(); }
        bool isWanted() const override { return !promise.isCanceled(); }
        bool attempt(Session &session) override
        {
            outcome.emplace(work(session));
            return outcome->has_value();
        }
        void finish() override
        {
            promise.addResult(*std::move(outcome));
            promise.finish();
        }
        void fail(const Failure &failure) override
        {
            promise.addResult(R(failed(failure)));
            promise.finish();
        }
        F work;
        QPromise<R> promise;
        std::optional<R> outcome;
    };

    template<typename F>
    auto start(Access access, F work) -> QFuture<std::invoke_result_t<F &, Session &>>
    {
        using R = std::invoke_result_t<F &, Session &>;
        auto job = std::make_unique<JobFor<F, R>>(std::move(work));
        job->access = access;
        QFuture<R> future = job->promise.future();
        submit(std::move(job));
        return future;
    }
    void submit(std::unique_ptr<Job> job);

    class Crew;
    std::unique_ptr<Crew> m_crew;
};

} // namespace trucban
