package org.dcos.domain.access;

/**
 * On whose behalf a service is called. The gateway binds it for the time of a request, so that services know it without
 * a parameter; where nothing is bound, the system itself acts.
 *
 * @param name   user or token name, shown in audit
 * @param role   what the caller may do
 * @param origin where from: a network address, or {@code embedded}
 */
public record Caller(String name, Role role, String origin) {

    /** The server-core itself: schedules, start-up work. */
    public static final Caller SYSTEM = new Caller("system", Role.ADMINISTRATOR, "server-core");

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    public static Caller current() {
        return CURRENT.orElse(SYSTEM);
    }

    /** Runs the work on behalf of this caller, in the current thread. */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
